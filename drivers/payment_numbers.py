"""Finds the numbers of payment cards in a text, however their digits are written."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from drivers.payment_brands import is_branded
from drivers.symbology import is_gtin
from drivers.telephone import is_long_telephone_number

_SHORTEST, _LONGEST = 12, 19
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(\d+)")
_EXPIRY = re.compile(r"(?:0[1-9]|1[0-2])[2-4]\d|[2-4]\d(?:0[1-9]|1[0-2])")  # MMYY or YYMM, 2020 to 2049
_DOUBLED = str.maketrans("0123456789", "0246813579")  # twice as much, the two digits of it added

# Behind how many digits a group may end where cards are printed as 4-4-4-4-3, also where some of the signs
# are left out; ends of 4-6-5 and 4-6-4 (American Express, Diners Club), 4-5-6 (UATP), 6-13 (UnionPay).
# Source: baymard.com/checkout-usability/credit-card-patterns.
_FOURS = frozenset({4, 8, 12, 16})
_PRINTED = ({4, 10}, {4, 9}, {6})
_LONGEST_GROUP = 6
_DIALLED = 11


def holds_card_number(plain: str) -> bool:
    """Tell whether a number of a payment card stands in ``plain``, whose digits are all ASCII.

    That is 12 to 19 digits that a brand gives out, the last of them the right Luhn digit, with no letter
    between them. They stand together, or in groups with any signs between: as cards are printed, or in
    groups of up to six alike but for a shorter last one, with the same signs throughout. An expiry date, and
    more, may follow at once. No EAN or UPC is one, and no telephone number that is written with its plus.
    """
    if sum(map(len, _DIGITS.findall(plain))) < _SHORTEST:
        return False
    return any(_holds_card_number(_DIGITS.split(piece)) for piece in _LETTERS.split(plain))


def _holds_card_number(parts: Sequence[str]) -> bool:
    """The same of what stands between two letters: signs and groups of digits take turns in it."""
    signs, groups = parts[:-1:2], parts[1::2]
    for start, group in enumerate(groups):
        has_plus = signs[start].rstrip(" (").endswith("+") or groups[start - 1 : start] == ["00"]
        # So many together behind a plus are a whole telephone number: what follows is another one.
        most = 1 if has_plus and len(group) >= _DIALLED else _LONGEST
        for number in _card_numbers(groups[start : start + most], signs[start + 1 : start + most]):
            if not (has_plus and is_long_telephone_number(number)):
                return True
    return False


def _card_numbers(groups: Sequence[str], signs: Sequence[str]) -> Iterator[str]:
    """Yield the card numbers that begin with the first group; the signs are those behind each group."""
    digits = ""
    sizes: list[int] = []
    for last in groups:
        for group in _without_expiry(last, _LONGEST - len(digits)):
            number = digits + group
            if _is_card_number(number) and _is_card_like([*sizes, len(group)], signs[: len(sizes)]):
                yield number
        digits += last
        sizes.append(len(last))
        if len(digits) >= _LONGEST:
            return


def _without_expiry(group: str, most: int) -> Iterator[str]:
    """Yield the group, and what stands before an expiry date in it; none is longer than ``most``."""
    if len(group) <= most:
        yield group
    for length in range(1, min(len(group) - 4, most) + 1):
        if _EXPIRY.match(group, length):
            yield group[:length]


def _is_card_like(sizes: Sequence[int], signs: Sequence[str]) -> bool:
    """Tell whether groups of these sizes, with these signs between them, can be one card number."""
    ends = set(accumulate(sizes[:-1]))
    if ends <= _FOURS or ends in _PRINTED:
        return True
    first, last = sizes[0], sizes[-1]
    are_alike = first <= _LONGEST_GROUP and set(sizes[:-1]) == {first} and last <= first
    return are_alike and len(set(signs)) == 1


def _is_card_number(digits: str) -> bool:
    if not (is_branded(digits) and _has_luhn_digit(digits)):
        return False
    return len(digits) >= 14 or not is_gtin(digits)


def _has_luhn_digit(digits: str) -> bool:
    doubled = digits[-2::-2].translate(_DOUBLED)
    return (sum(map(int, digits[-1::-2])) + sum(map(int, doubled))) % 10 == 0
