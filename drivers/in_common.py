"""What the numbers of some cards have in common."""

from collections.abc import Sequence

from drivers.card_pattern import CardPattern
from drivers.payment_guard import lets_payment_cards_through
from drivers.scanner import Scan

_DIGITS = 2
"""So many digits tell a shop's cards from others; more may be common to three by chance."""


def in_common(scans: Sequence[Scan]) -> CardPattern | None:
    """Return the pattern that all of these fit, as much as can be told from them.

    None where they have nothing in common that tells them from other cards: numbers that begin alike, or
    one length. A prefix that payment cards begin with, too, is left out.
    """
    numbers = [scan.number for scan in scans]
    lengths, kinds = {len(number) for number in numbers}, {scan.symbology for scan in scans}
    length = lengths.pop() if len(lengths) == 1 else None
    prefix = _prefix(numbers)
    if not prefix and length is None:
        return None
    pattern = CardPattern(prefix, length, kinds.pop() if len(kinds) == 1 else None)
    return CardPattern("", length, pattern.symbology) if lets_payment_cards_through(pattern) else pattern


def _prefix(numbers: Sequence[str]) -> str:
    """The letters and signs that all of them begin with; without any, their first digits."""
    first, begun = min(numbers), ""
    for sign in first:
        if sign.isdigit() or not all(number.startswith(begun + sign) for number in numbers):
            break
        begun += sign
    digits = first[:_DIGITS]
    return begun or (digits if all(number.startswith(digits) for number in numbers) else "")
