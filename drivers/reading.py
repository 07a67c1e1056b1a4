"""One frame to a Scan, or to a Refusal; here the payment guard stands before everything else."""

import unicodedata
from collections.abc import Sequence

from drivers.card_pattern import CardPattern
from drivers.framing import Frame
from drivers.payment_guard import is_payment_card
from drivers.scanner import Reason, Refusal, Scan
from drivers.symbology import normalise, split_aim

_LONGEST_TEXT = 512
# Control, format (also those that turn the writing direction), unassigned, private, surrogate, line ends.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_GS = "\x1d"  # stands between the elements of a GS1 bar code


def read_frame(frame: Frame, own: Sequence[CardPattern]) -> Scan | Refusal:
    """Read the text of a frame; ``own`` are the shop's card patterns.

    Refused are payment cards, also damaged ones, and what is not plain UTF-8 text of 1 to 512 characters.
    """
    data = frame.data or b""
    whole = data.decode("utf-8", errors="ignore")
    text, symbology = split_aim(whole)
    if is_payment_card(text, symbology, own):
        return Refusal(Reason.PAYMENT_CARD, frame.length, frame.received_at)
    number, symbology = normalise(text, symbology)
    undamaged = whole.encode() == data
    if not (number and undamaged and _is_plain(whole)):
        return Refusal(Reason.UNREADABLE, frame.length, frame.received_at)
    return Scan(number, symbology, frame.received_at)


def _is_plain(text: str) -> bool:
    return len(text) <= _LONGEST_TEXT and not any(
        unicodedata.category(char) in _UNSEEN and char != _GS for char in text
    )
