"""Who stands in a list twice; nobody is merged."""

from collections.abc import Iterator, Sequence

from kiosk.exchange.lists.listed import Held, HeldBack, Listed
from kiosk.people.known.similar import SimilarPeople


def once(people: Sequence[Listed], held: list[HeldBack]) -> tuple[list[Listed], list[HeldBack]]:
    """Hold back who stands in the list twice: with one id, card or e-mail, or a similar name and birthday.

    Where a list tells no more than names, one name is one person.
    """
    seen: dict[object, int] = {}
    similar = SimilarPeople[int]()
    kept = []
    for one in people:
        card = next((seen[("card", card)] for card in one.cards if ("card", card) in seen), None)
        marks = list(_marks(one))
        others = [seen[mark] for mark in marks if mark in seen]
        if one.birthday is not None:
            others += similar.find(one.name, one.birthday)
        if card is not None:
            held.append(HeldBack(one.number, Held.CARD_TWICE, card))
        elif others:
            held.append(HeldBack(one.number, Held.TWICE, others[0]))
        else:
            kept.append(one)
            seen.update({("card", card): one.number for card in one.cards})
            seen.update(dict.fromkeys(marks, one.number))
            if one.birthday is not None:
                similar.add(one.name, one.birthday, one.number)
    return kept, sorted(held, key=lambda row: row.number)


def _marks(one: Listed) -> Iterator[object]:
    if one.email:
        yield "email", one.email
    if one.id:
        yield "id", one.id
    if one.birthday is None and not (one.id or one.cards):
        yield "name", one.name.casefold()
