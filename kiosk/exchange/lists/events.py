"""Google's events, a label and a value each, of which one may be the anniversary."""

import re

from kiosk.exchange.lists.columns import folded
from kiosk.exchange.lists.table import Row, Table

_LABEL = re.compile(r"event (\d+) label")
_ANNIVERSARY = "anniversary"


def with_anniversaries(table: Table) -> Table:
    """The same table with a column for the anniversary, where it has columns of events."""
    names = [folded(name) for name in table.header]
    found = ((place, _LABEL.fullmatch(name)) for place, name in enumerate(names))
    values = {place: f"event {label[1]} value" for place, label in found if label is not None}
    pairs = [(place, names.index(value)) for place, value in values.items() if value in names]
    if not pairs:
        return table
    rows = [_with_day(row, _day(row, pairs), len(table.header)) for row in table.rows]
    return Table((*table.header, "Anniversary"), rows)


def _with_day(row: Row, day: str, width: int) -> Row:
    return Row(row.number, (*row.cells, *(width - len(row.cells)) * ("",), day))


def _day(row: Row, pairs: list[tuple[int, int]]) -> str:
    cells = dict(enumerate(row.cells))
    days = (cells.get(day, "") for label, day in pairs if _ANNIVERSARY in cells.get(label, "").casefold())
    return next(days, "")
