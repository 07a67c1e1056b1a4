"""What a file tells, gathered before any of it is stored."""

from collections import defaultdict
from typing import Any
from uuid import UUID

Records = defaultdict[str, dict[UUID, dict[str, Any]]]
"""Table name → id → record: a fact told from both sides is kept once."""


def add(records: Records, table: str, **record: Any) -> None:
    """A fact that is told twice is one: what the first telling left out is taken from the second."""
    known = records[table].setdefault(record["id"], record)
    known.update({name: value for name, value in record.items() if not known[name]})
