"""Who of a list belongs to whom: a name is somebody where just one person of the list has it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from kiosk.exchange.lists.listed import Listed
from kiosk.exchange.shop_file import Customer, Relationship


class Relations:
    """What a list tells of the relations of its people, by their keys."""

    def __init__(self, people: Mapping[str, Listed], stored: Sequence[Customer]) -> None:
        """``people`` are those of the list by key; ``stored`` those who are kept already."""
        count = Counter(_same(one.name) for one in people.values())
        self._keys = {_same(one.name): key for key, one in people.items() if count[_same(one.name)] == 1}
        self._known = {
            frozenset((customer.key, relation.to))
            for customer in stored
            for relation in customer.relationships
        }
        self.remarks: list[tuple[int, str]] = []
        """By row, about names that are nobody's, or those of several."""

    def added(self, customer: Customer, one: Listed) -> Customer:
        """The customer with what is told, and not known yet from their side or from the other."""
        new = tuple(self._new(customer.key, one))
        return replace(customer, relationships=(*customer.relationships, *new)) if new else customer

    def _new(self, key: str, one: Listed) -> Iterator[Relationship]:
        for kind, name in one.relations:
            other = self._keys.get(_same(name))
            if other is None or other == key:
                self.remarks.append((one.number, f"its {kind} is not one person of this list"))
                continue
            both = frozenset((key, other))
            if both not in self._known:
                self._known.add(both)
                yield Relationship(to=other, kind=kind)


def _same(name: str) -> str:
    return name.casefold()
