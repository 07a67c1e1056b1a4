"""One frame to a Scan, or to a Refusal."""

from collections.abc import Sequence

from drivers.card_number import card_number
from drivers.card_pattern import CardPattern
from drivers.framing import Frame
from drivers.scanner import Reason, Refusal, Scan
from drivers.secret_keys import as_secret_key
from drivers.symbology import Symbology, split_aim

_AROUND = "\x02\x03\ufeff"
"""STX, ETX and a byte order mark: some scanners put them around the data, some codes begin with one."""


def read_frame(frame: Frame, own: Sequence[CardPattern]) -> Scan | Refusal:
    """Read the text of a frame; ``own`` are the shop's card patterns.

    Refused are secret keys, payment cards and personal documents, also damaged ones, retail numbers with a
    wrong check digit, and what is not plain UTF-8 text of 1 to 512 characters.
    """
    text, symbology = text_of(frame)
    card = card_number(text, symbology, own)
    if isinstance(card, Reason):
        return Refusal(card, frame.length, frame.received_at)
    if is_damaged(frame):
        return Refusal(Reason.UNREADABLE, frame.length, frame.received_at)
    return Scan(card.number, card.symbology, frame.received_at, frame.alone)


def read_secret_key(frame: Frame) -> str | None:
    """The secret key that a frame holds, for whoever has asked for it; None for anything else."""
    return as_secret_key(text_of(frame)[0])


def text_of(frame: Frame) -> tuple[str, Symbology | None]:
    """The text of a frame without what stands around it; what is not UTF-8 is left out."""
    data = frame.data or b""
    text, told = split_aim(data.decode("utf-8", errors="ignore").strip(_AROUND))
    return text.strip(_AROUND), frame.symbology or told


def is_empty(frame: Frame) -> bool:
    """Tell whether a frame holds nothing but what may stand around a text."""
    return frame.data is not None and not frame.data.decode("latin-1").strip("\x02\x03")


def is_damaged(frame: Frame) -> bool:
    """Tell whether a frame holds anything that is not UTF-8."""
    data = frame.data or b""
    return data.decode("utf-8", errors="ignore").encode() != data
