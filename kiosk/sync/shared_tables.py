"""What counters share: which columns and references there are, and which rows are the same fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table

from kiosk.storage.models import NAME_WORD, Base, Changeable
from kiosk.storage.records import MODELS

_OF_ONE_COUNTER: Mapping[str, frozenset[str]] = {
    "staff": frozenset({"wrong_tries", "tried_at"}),
    # It tells of both people, and is used within a day, where they were merged.
    "merger": frozenset({"undo"}),
}
"""Columns that no other counter gets."""

_TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "customer": (("consent_on", "consent_by"),),
    "important_date": (
        ("occasion", "label", "month", "day", "year", "calendar", "leap_day", "leap_month"),
        ("customer_id", "shared_with_id"),
    ),
}
"""Columns that are one value: never the day of one counter with the month of another."""

_SAME: Mapping[str, tuple[str, ...]] = {
    "shop": (),
    "staff": ("key",),
    "customer": ("key",),
    "card": ("number",),
    "closing": ("note_id",),
    "thanks": ("gesture_id",),
    "wish": ("important_date_id", "customer_id", "occurrence"),
    "relationship": ("customer_id", "other_id", "kind"),
}
"""Columns that say which fact a row is: two rows in which they are equal are one. Of a shop there is one."""

_ASKED: Mapping[str, tuple[str, str]] = {"card": ("same_card", "customer_id")}
"""Where two rows that are one fact differ in such a column, its two values are told in such a table."""

_HEIRS: Mapping[tuple[str, str], str] = {("important_date", "customer_id"): "shared_with_id"}
"""A date of two stays with the other one, when one of them is forgotten."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names a row of another table; `heir` is the column whose value takes its place."""

    column: str
    table: str
    is_required: bool
    heir: str | None


@dataclass(frozen=True, slots=True)
class SharedTable:
    """A table whose rows are shared: its primary key, and the columns that are sent, all but an `id`.

    `same` are the columns that say which fact a row is; None where every row is a fact of its own.
    `asked` are a table of pairs and a column: where two rows that are one differ in it, the pair is kept.
    `changes` tells that a row has a time of its last change, in `updated_at`.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    references: tuple[Reference, ...]
    same: tuple[str, ...] | None
    asked: tuple[str, str] | None
    changes: bool

    def together(self, column: str) -> tuple[str, ...]:
        """The columns that are one value with this one."""
        groups = _TOGETHER.get(self.name, ())
        return next((group for group in groups if column in group), (column,))

    def values_of(self, id: str) -> tuple[str, ...]:
        """The values of the primary key of the row with this id."""
        return tuple(id.split("|")) if len(self.key) > 1 else (id,)


@cache
def shared_tables() -> Mapping[str, SharedTable]:
    """All of them, each after those it refers to."""
    tables = (table for table in Base.metadata.sorted_tables if table is not NAME_WORD)
    return {table.name: _shared(table) for table in tables}


def _shared(table: Table) -> SharedTable:
    key = tuple(column.name for column in table.primary_key.columns)
    own = _OF_ONE_COUNTER.get(table.name, frozenset())
    references = tuple(
        Reference(
            column.name, to.column.table.name, not column.nullable, _HEIRS.get((table.name, column.name))
        )
        for column in table.columns
        for to in column.foreign_keys
    )
    return SharedTable(
        name=table.name,
        key=key,
        columns=tuple(c.name for c in table.columns if c.name not in own and c.name != "id"),
        references=references,
        same=_SAME.get(table.name),
        asked=_ASKED.get(table.name),
        changes=issubclass(MODELS[table.name], Changeable),
    )
