"""Google's events and relations, a label and a value each, as columns with the names of what they hold."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.exchange.lists.columns import RELATIONS, Field, folded, relation_of
from kiosk.exchange.lists.table import Row, Table

_LABEL = re.compile(r"(event|relation) \d+ (?:label|type)")
_TOLD = (Field.ANNIVERSARY, *RELATIONS)
_BETWEEN = " ::: "


class _Pair(NamedTuple):
    """The places of a label and of its value, and whether it is an event."""

    label: int
    value: int
    is_event: bool


def with_labels_as_columns(table: Table) -> Table:
    """The same table with columns for the anniversary and for relations, where it has such pairs."""
    pairs = list(_pairs([folded(name) for name in table.header]))
    if not pairs:
        return table
    width = len(table.header)
    rows = [Row(row.number, (*_filled(row.cells, width), *_told(row.cells, pairs))) for row in table.rows]
    return Table((*table.header, *(field.value for field in _TOLD)), rows)


def _pairs(names: Sequence[str]) -> Iterator[_Pair]:
    for place, name in enumerate(names):
        found = _LABEL.fullmatch(name)
        value = f"{name.rpartition(' ')[0]} value"
        if found is not None and value in names:
            yield _Pair(place, names.index(value), found[1] == "event")


def _told(cells: Sequence[str], pairs: Sequence[_Pair]) -> Iterator[str]:
    """What these pairs of one row tell, for each of the added columns."""
    told: dict[Field | None, list[str]] = {}
    for pair in pairs:
        if max(pair.label, pair.value) < len(cells) and cells[pair.value]:
            told.setdefault(_field(cells[pair.label], pair.is_event), []).append(cells[pair.value])
    for field in _TOLD:
        several = told.get(field, [])
        yield _BETWEEN.join(several if field in RELATIONS else several[:1])


def _field(label: str, is_event: bool) -> Field | None:
    if not is_event:
        return relation_of(label)
    return Field.ANNIVERSARY if Field.ANNIVERSARY in folded(label) else None


def _filled(cells: Sequence[str], width: int) -> Sequence[str]:
    return (*cells, *(width - len(cells)) * ("",))
