"""Recognises payment cards, so that none is ever kept, shown or logged."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from drivers.card_pattern import CardPattern
from drivers.payment_brands import is_branded
from drivers.symbology import UPC_OR_EAN13, Symbology, is_gtin

# Track 1 is %B number ^ name ^; track 2 and 3 are ; or + number =, with D for = in raw form; ? ends each.
_STRIPE = re.compile(r"%[Bb][^?^]*\^|[;+][\d -]{5,}=|;[\d -]{8,}[Dd]\d|^\s*[%;+].*\?.?\s*$", re.DOTALL)
_GROUPS = re.compile(r"\d+(?:[ -]\d+)*")
_BRAND_DIGITS = 6
_FOLDED = {"Pd": "-", "Zs": " ", "Cf": ""}


def is_payment_card(text: str, symbology: Symbology | None = None, own: Sequence[CardPattern] = ()) -> bool:
    """Tell whether ``text`` holds a payment card number or comes from a magnetic stripe.

    ``text`` has no AIM identifier any more. A card number is 12 to 19 digits of any script, anywhere in
    the text, that a card brand gives out and whose Luhn digit is right; single blanks or dashes may stand
    between groups. No EAN or UPC is one. A pattern in ``own`` with prefix and length lets a number pass,
    but never a stripe.
    Source: ISO/IEC 7812 (numbers) and 7813 (stripes).
    """
    plain = _fold(text)
    if _STRIPE.search(plain):
        return True
    is_own = " " not in plain.strip() and any(each.allows(text.strip(), symbology) for each in own)
    if is_own or _is_retail(plain.strip(), symbology):
        return False
    return any(_is_card_number(digits) for digits in _numbers(plain))


def lets_payment_cards_through(pattern: CardPattern) -> bool:
    """Tell whether a pattern would vouch for a whole brand of payment cards rather than for a shop's cards.

    A brand is known by six digits at the most: a longer prefix is the shop's own business.
    """
    if pattern.length is None or not pattern.prefix or len(pattern.prefix) >= _BRAND_DIGITS:
        return False
    fillings = (f"{pattern.prefix:{digit}<{pattern.length}}" for digit in "0123456789")
    return any(_is_card_number(digits[:-1] + last) for digits in fillings for last in "0123456789")


def _fold(text: str) -> str:
    """Write every decimal digit, blank and dash of Unicode in ASCII, and leave invisible characters out."""
    return "".join(map(_fold_character, unicodedata.normalize("NFKC", text)))


def _fold_character(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return _FOLDED.get(unicodedata.category(char), char)


def _is_retail(text: str, symbology: Symbology | None) -> bool:
    if symbology not in UPC_OR_EAN13 | {Symbology.EAN8}:
        return False
    # An EAN-13 with its two or five digit supplement is 15 or 18 long.
    return is_gtin(text) or (len(text) in (15, 18) and is_gtin(text[:13]))


def _numbers(plain: str) -> Iterator[str]:
    """Yield each chain of neighbouring groups with 12 to 19 digits: a date may stand before the number."""
    for run in _GROUPS.findall(plain):
        groups = re.split("[ -]", run)
        for start in range(len(groups)):
            yield from _chains(groups[start : start + 19])


def _chains(groups: Sequence[str]) -> Iterator[str]:
    digits = ""
    for group in groups:
        digits += group
        if len(digits) > 19:
            return
        if len(digits) >= 12:
            yield digits


def _is_card_number(digits: str) -> bool:
    if is_gtin(digits) and len(digits) < 14:
        return False
    return is_branded(digits) and _has_luhn_digit(digits)


def _has_luhn_digit(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0
