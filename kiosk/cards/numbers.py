"""The numbers of new cards: of the shop's own kind, with the right check digit, and not to be guessed."""

import secrets
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from drivers import CardPattern, Symbology, is_payment_card
from drivers.symbology import RETAIL, check_digit, normalise
from kiosk.people.words import to_translate

MOST = 10_000
"""So many are issued at once."""

_SPARE = 100
"""A kind has room for so many times more numbers than are asked for: else the next could be guessed."""

_TRIES = 20
"""Rounds in which numbers are drawn anew for those that were taken."""

_OWN_DIGITS = 10
"""Digits of each card's own, where no pattern says how long a number is."""

_LENGTHS = {Symbology.EAN13: 13, Symbology.EAN8: 8}
"""How long they always are."""

_MADE = {None, *RETAIL, Symbology.CODE128, Symbology.CODE39, Symbology.QR}

_COUNT = to_translate("Between 1 and 10,000 cards are made at once.")
_NO_KIND = to_translate("The shop’s cards are of a kind that cannot be made here.")
_TOO_SHORT = to_translate("The shop’s numbers are too short for so many new ones that nobody can guess.")
_NONE_LEFT = to_translate("There are hardly any numbers left of the shop’s kind.")


class NoNumbersError(Exception):
    """No such numbers can be issued; the message is a sentence to be translated."""


class CardKind(NamedTuple):
    """What new cards are: how their numbers begin, how long they are, and which code they have."""

    prefix: str
    length: int
    symbology: Symbology

    @property
    def digits(self) -> int:
        """How many of them are each card's own."""
        return self.length - len(self.prefix) - (self.symbology in RETAIL)


IN_STORE = CardKind("29", 13, Symbology.EAN13)
"""An EAN-13 of the range 20 to 29, which GS1 leaves to each shop.

No product has one, every scanner reads it as it leaves the factory, and its check digit tells a misread.
Source: GS1 General Specifications, restricted circulation numbers.
"""


def kind_of(patterns: Sequence[CardPattern]) -> CardKind | None:
    """The kind of the first pattern of which cards can be made; without any pattern, IN_STORE."""
    kinds = (_kind(one) for one in patterns if not one.template and one.symbology in _MADE)
    return next(kinds, None) if patterns else IN_STORE


def _kind(pattern: CardPattern) -> CardKind:
    prefix, length, symbology = pattern.prefix, pattern.length, pattern.symbology
    if not prefix and length in (None, IN_STORE.length) and symbology in (None, Symbology.EAN13):
        return IN_STORE
    if symbology is Symbology.UPCA:
        # The same number as it is known once it was scanned.
        return CardKind(f"0{prefix}", IN_STORE.length, Symbology.EAN13)
    if symbology is None:
        is_retail = prefix.isdigit() and length in (None, IN_STORE.length)
        symbology = Symbology.EAN13 if is_retail else Symbology.CODE128
    return CardKind(prefix, length or _LENGTHS.get(symbology, len(prefix) + _OWN_DIGITS), symbology)


def new_numbers(
    kind: CardKind | None,
    count: int,
    taken: Callable[[Collection[str]], Collection[str]],
    below: Callable[[int], int] = secrets.randbelow,
) -> list[str]:
    """So many numbers that nobody has; `taken` tells which of some are somebody's or were issued before.

    `below` draws a number from 0 up to one that it is given. None looks like a payment card. Raises
    NoNumbersError, also where there is no `kind`.
    """
    if kind is None:
        raise NoNumbersError(_NO_KIND)
    if not 0 < count <= MOST:
        raise NoNumbersError(_COUNT)
    room = 10 ** max(0, kind.digits)
    if room < count * _SPARE:
        raise NoNumbersError(_TOO_SHORT)
    own = [CardPattern(kind.prefix, kind.length, kind.symbology)]
    found: dict[str, None] = {}
    for _ in range(_TRIES):
        drawn = {_number(kind, below(room)) for _ in range(count - len(found))} - found.keys()
        drawn = {number for number in drawn if _stays_itself(number)}
        drawn = {number for number in drawn if not is_payment_card(number, kind.symbology, own)}
        found |= dict.fromkeys(sorted(drawn - set(taken(drawn))))
        if len(found) == count:
            return list(found)
    raise NoNumbersError(_NONE_LEFT)


def _stays_itself(number: str) -> bool:
    """No scanner that does not tell the kind makes it a product's number with a zero before it."""
    return normalise(number, None)[0] == number


def _number(kind: CardKind, drawn: int) -> str:
    digits = f"{kind.prefix}{drawn:0{kind.digits}}" if kind.digits else kind.prefix
    return f"{digits}{check_digit(digits)}" if kind.symbology in RETAIL else digits
