"""One value of a shop file at a time: checked, and its place named when it is wrong."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from functools import cache
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from drivers import CardPattern, Reason, Symbology, card_number, is_payment_card
from kiosk.exchange import times
from kiosk.exchange.shop_file import ImportantDate, ShopFileError
from kiosk.people.calendars import rules_of
from kiosk.people.texts import can_be_seen, holds_unseen, in_one_form

Text = TypeVar("Text")
Value = TypeVar("Value")

_A_PAYMENT_CARD = "this looks like the number of a payment card, which is never kept"
_NO_CARD = {
    Reason.PAYMENT_CARD: _A_PAYMENT_CARD,
    Reason.PERSONAL_DOCUMENT: "this stands in a personal document, which is never kept",
    Reason.SECRET_KEY: "this is the secret key of encrypted copies, which belongs in the safe",
    Reason.WRONG_CHECK_DIGIT: "its check digit is wrong. Please compare it with what is printed on the card",
    Reason.UNREADABLE: (
        "no card has this number: it holds a character that cannot be seen, or a spreadsheet has shortened it"
    ),
}


class Reader:
    """Reads the values of one shop's file. Every method raises ShopFileError, naming the place only."""

    def __init__(
        self,
        shop: str,
        zone: ZoneInfo,
        own: Sequence[CardPattern],
        staff: Collection[str],
        people: Collection[str],
    ) -> None:
        self.zone = zone
        self._own = own
        self._shop = shop
        self._staff = frozenset(staff)
        self._people = frozenset(people)

    def id(self, *parts: object) -> UUID:
        """The id that these parts have in this shop, today and when the file is loaded again."""
        return id_in(self._shop, *parts)

    def staff(self, place: str, key: str | None) -> UUID | None:
        """The id of somebody on the staff."""
        if key is not None and key not in self._staff:
            raise ShopFileError(f"{place}: nobody on the staff has this key.")
        return None if key is None else self.id("staff", key)

    def person(self, place: str, key: str) -> UUID:
        """The id of a customer."""
        if key not in self._people:
            raise ShopFileError(f"{place}: no customer in this file has this key.")
        return self.id("customer", key)

    def another_person(self, place: str, owner: UUID, key: str | None) -> UUID | None:
        """The id of a customer beside the one whose entry it is."""
        other = None if key is None else self.person(place, key)
        if other == owner:
            raise ShopFileError(f"{place}: this is the same person.")
        return other

    def key(self, place: str, text: str) -> str:
        """A text that is compared: in NFC, without what cannot be seen and without payment cards."""
        refuse_unseen(place, text)
        if is_payment_card(text):
            raise ShopFileError(f"{place}: {_A_PAYMENT_CARD}.")
        return unicodedata.normalize("NFC", text)

    def text(self, place: str, text: str) -> str:
        """The same of a text that is read: in one form, as at the counter. It may be empty."""
        return self.key(place, in_one_form(text))

    def sentence(self, place: str, text: str) -> str:
        """A text that says something."""
        return _seen(place, self.text(place, text), "nothing is written there")

    def name(self, place: str, text: str) -> str:
        """A text with something in it that can be seen."""
        return _seen(place, self.text(place, text), "a name needs at least one letter that can be seen")

    def number(self, place: str, text: str, symbology: Symbology | None) -> str:
        """The number of a card as a scanner would deliver it; what none would deliver is refused."""
        card = card_number(text, symbology, self._own)
        if isinstance(card, Reason):
            raise ShopFileError(f"{place}: {_NO_CARD[card]}.")
        return card.number

    def day(self, place: str, text: str | None) -> date | None:
        """An ISO date."""
        return None if text is None else _placed(place, times.parse_day, text)

    def month_and_day(self, place: str, returning: ImportantDate) -> None:
        """Check that a date returns on a day its calendar has."""
        reason = rules_of(returning.calendar).why_impossible(returning)
        if reason is not None:
            raise ShopFileError(f"{place}: {reason}.")

    def time(self, place: str, text: str | None) -> datetime | None:
        """An ISO time, in UTC."""
        return None if text is None else _placed(place, lambda text: times.parse_time(text, self.zone), text)

    def gentle(self, place: str, text: str | None) -> date | None:
        """Until when to tread gently."""
        return _placed(place, times.parse_gentle, text)

    def retired(self, place: str, text: str | None) -> str | None:
        """When and why a card was retired."""
        _placed(place, lambda text: times.check_retired(text, self.zone), text)
        return text


def id_in(shop: str, *parts: object) -> UUID:
    """The id that these parts have in a shop."""
    return uuid5(_namespace(shop), "\x1f".join(str(part) for part in parts))


@cache
def _namespace(shop: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"greeting-kiosk:{shop}")


def refuse_unseen(place: str, text: str) -> None:
    """Refuse what cannot be seen. Raises ShopFileError."""
    if holds_unseen(text):
        raise ShopFileError(f"{place}: it holds a character that cannot be seen. Please type it anew.")


def _seen(place: str, text: str, otherwise: str) -> str:
    if not can_be_seen(text):
        raise ShopFileError(f"{place}: {otherwise}.")
    return text


def _placed(place: str, parse: Callable[[Text], Value], text: Text) -> Value:
    try:
        return parse(text)
    except ValueError as error:
        raise ShopFileError(f"{place}: {error}.") from None
