"""Recognises payment cards, so that none is ever kept, shown or logged."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from drivers.card_pattern import CardPattern
from drivers.payment_brands import may_be_branded
from drivers.payment_numbers import holds_card_number
from drivers.symbology import UPC_OR_EAN13, Symbology, check_digit, is_gtin

# Track 1 is %B number ^ name ^; track 2 is ; number =, track 3 + number =, with D for = in raw form; ? ends
# each. A telephone number may stand behind a + as well: what follows tells it from a stripe.
_STRIPE = re.compile(
    r"%[Bb][^?^%]*\^|;[\d -]{5,}=|\+[\d -]{5,}=\d|;[\d -]{8,}[Dd]\d|^\s*(?:[%;].*|\+E)\?.?\s*$", re.DOTALL
)
_IDENTIFIER = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_TELEPHONE_LINK = re.compile(r"wa\.me/|phone=|%2B", re.IGNORECASE)
# SSCC or GTIN, and further elements behind GS: dates, batch, variant or serial number.
_GS1 = re.compile(r"(?:00(?P<sscc>\d{18})|0[12](?P<gtin>\d{14}))\d*(?:\x1d(?:1[0-7]|2[01])\d*)*")
_FOLDED = {"Pd": "-", "Zs": " ", "Cf": ""}
_BRAND_DIGITS = 6


def is_payment_card(text: str, symbology: Symbology | None = None, own: Sequence[CardPattern] = ()) -> bool:
    """Tell whether ``text`` holds a payment card number or comes from a magnetic stripe.

    ``text`` has no AIM identifier any more; where there is another, it hides nothing, nor do the escapes of
    an address (%20). What a card number is ``holds_card_number`` says, in the digits of every script. A
    number for retail or transport is none: an EAN or UPC, an ITF-14, the digits of a GS1-128 that begins with
    a GTIN or an SSCC. A pattern in ``own`` with prefix and length lets a number pass whose digits stand
    together, but never a stripe.
    Source: ISO/IEC 7812 (numbers) and 7813 (stripes).
    """
    plain = _fold(text)
    if _STRIPE.search(plain):
        return True
    is_own = len(re.findall(r"\d+", plain)) == 1 and any(each.allows(text.strip(), symbology) for each in own)
    if is_own or _is_retail(plain.strip(), symbology) or _is_gs1(plain.strip()):
        return False
    as_written = {plain, _without_enclosed(text)}
    return any(map(holds_card_number, (each for one in as_written for each in _readings(one))))


def lets_payment_cards_through(pattern: CardPattern) -> bool:
    """Tell whether a pattern would vouch for a whole brand of payment cards rather than for a shop's cards.

    A brand is known by six digits at the most: a longer prefix is the shop's own business.
    """
    if pattern.length is None or not pattern.prefix or len(pattern.prefix) >= _BRAND_DIGITS:
        return False
    return may_be_branded(_fold(pattern.prefix), pattern.length)


def _fold(text: str) -> str:
    """Write every digit, dash and blank of Unicode in ASCII, and leave invisible characters out."""
    if text.isascii():
        return text
    return "".join(map(_fold_character, unicodedata.normalize("NFKC", text)))


def _fold_character(char: str) -> str:
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return _FOLDED.get(unicodedata.category(char), char)


def _without_enclosed(text: str) -> str:
    """Leave out circled and raised digits: ⑨ before a number may be a digit of it, or a sign beside it."""
    if text.isascii():
        return text
    return _fold("".join(" " if unicodedata.category(char) == "No" else char for char in text))


def _readings(plain: str) -> Iterator[str]:
    """Yield the text as it is, and without what else could stand between digits or before them."""
    plain = _TELEPHONE_LINK.sub("+", plain)
    yield plain
    if "]" in plain or "%" in plain:
        unquoted = _fold(unquote(plain))
        yield from (unquoted, _IDENTIFIER.sub(" ", plain), _IDENTIFIER.sub(" ", unquoted))


def _is_retail(text: str, symbology: Symbology | None) -> bool:
    if symbology is Symbology.ITF:
        return len(text) == 14 and is_gtin(text)
    if symbology not in UPC_OR_EAN13 | {Symbology.EAN8}:
        return False
    # With a supplement of five digits an EAN-13 is 18 long. With one of two it is as long as an American
    # Express card, and excuses nothing.
    return is_gtin(text) or (len(text) == 18 and is_gtin(text[:13]))


def _is_gs1(text: str) -> bool:
    """Tell whether ``text`` is the digits of a GS1-128 whose first element has the right check digit."""
    found = _GS1.fullmatch(text)
    if found is None:
        return False
    number = found["sscc"] or found["gtin"]
    return check_digit(number[:-1]) == int(number[-1])
