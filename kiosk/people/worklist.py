"""The briefing as a list to work through: each person once, with everything about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from kiosk.people.briefing import Briefing, Item, Topic
from kiosk.people.known.customers import Customer


class Column(StrEnum):
    """Under which heading somebody stands: the first that has something about them."""

    CELEBRATING = "celebrating"
    LIKELY = "likely"
    ASKING = "asking"


_COLUMNS: Mapping[Topic, Column] = MappingProxyType(
    {
        Topic.CELEBRATING: Column.CELEBRATING,
        Topic.TO_WISH: Column.CELEBRATING,
        Topic.LIKELY: Column.LIKELY,
        Topic.AWAY: Column.LIKELY,
        Topic.PUT_RIGHT: Column.ASKING,
        Topic.ASK: Column.ASKING,
        Topic.THANK: Column.ASKING,
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """All that there is about one person, the most pressing first; of a date that two share, about both."""

    customer: Customer
    items: tuple[tuple[Topic, Item], ...]

    @property
    def column(self) -> Column:
        """Where they stand."""
        return _COLUMNS[self.items[0][0]]

    @property
    def has_notes(self) -> bool:
        """True where some of it was written down by staff."""
        return any(_COLUMNS[topic] is Column.ASKING for topic, _ in self.items)


def worklist(briefing: Briefing) -> Mapping[Column, Sequence[Entry]]:
    """Everybody of whom there is something to tell, in the order of the briefing."""
    told = list(_in_order(briefing))
    by_person: dict[UUID, list[tuple[Topic, Item]]] = {}
    alone = {item.people[0].id for _, item in told if len(item.people) == 1}
    people: dict[UUID, Customer] = {}
    for topic, item in told:
        # What two share stands with the one who has something else, too.
        whose = next((one for one in item.people if one.id in alone), item.people[0])
        people[whose.id] = whose
        by_person.setdefault(whose.id, []).append((topic, item))
    entries = [Entry(people[id], tuple(items)) for id, items in by_person.items()]
    return {column: [entry for entry in entries if entry.column is column] for column in Column}


def _in_order(briefing: Briefing) -> Iterator[tuple[Topic, Item]]:
    return ((topic, item) for topic in _COLUMNS for item in briefing.items[topic])
