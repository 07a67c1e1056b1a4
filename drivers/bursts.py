"""What several frames show together, and none of them alone."""

from collections import deque
from collections.abc import Sequence

from drivers.card_pattern import CardPattern
from drivers.framing import Frame
from drivers.payment_guard import is_payment_card
from drivers.personal_documents import ends_document, is_personal_document
from drivers.reading import is_empty, read_frame, text_of
from drivers.scanner import Reason, Refusal, Scan
from drivers.secret_keys import as_secret_key, holds_secret_key

_BELONGS_TOGETHER = 2.0  # seconds
_MOST_PARTS = 5
_LONGEST_PART = 64
_OF_SEVERAL_LINES = (Reason.PERSONAL_DOCUMENT, Reason.SECRET_KEY)
_MOST_DIGITS = 19  # of the number of a payment card


class BurstReader:
    """Reads the frames of one line, one after the other; ``own`` are the shop's card patterns.

    A personal document, or a secret key, is refused once, with all its lines, until the line is silent.
    The number of a payment card that came in parts within two seconds of each other is refused with the last
    of them: until then each was a number as any other.
    """

    def __init__(self, own: Sequence[CardPattern]) -> None:
        self._own = own
        self._parts: deque[str] = deque(maxlen=_MOST_PARTS)
        self._in_document = False
        self._last_at = 0.0

    def read(self, frame: Frame) -> Scan | Refusal | None:
        """Read the next frame; None for one more line of a document, and for a frame that holds nothing."""
        if frame.begins_burst:
            self._in_document = False
        if frame.received_at - self._last_at > _BELONGS_TOGETHER:
            self._parts.clear()
        self._last_at = frame.received_at
        if is_empty(frame):
            return None
        text, _ = text_of(frame)
        ends = ends_document(text) or as_secret_key(text) is not None
        if self._in_document:
            self._in_document = not ends
            return None
        read = self._together(frame) or read_frame(frame, self._own)
        if isinstance(read, Refusal) and read.reason in _OF_SEVERAL_LINES:
            self._parts.clear()
            self._in_document = not ends
        return read

    def _together(self, frame: Frame) -> Refusal | None:
        """The refusal of what this frame and those right before it are together."""
        text, symbology = text_of(frame)
        if any(kind.allows(text.strip(), symbology) for kind in self._own):
            return None
        together = text
        before = list(self._parts)
        self._parts.append(text[-_LONGEST_PART:])
        if holds_secret_key("".join([*before, text])):
            return Refusal(Reason.SECRET_KEY, frame.length, frame.received_at)
        while before and _digits(together) <= _MOST_DIGITS:
            together = before.pop() + together
            is_the_same_again = together == 2 * text
            reason = None if is_the_same_again else self._why_refused(together)
            if reason is not None:
                self._parts.clear()
                return Refusal(reason, frame.length, frame.received_at)
        return None

    def _why_refused(self, together: str) -> Reason | None:
        if is_personal_document(together):
            return Reason.PERSONAL_DOCUMENT
        may_be_payment = _digits(together) <= _MOST_DIGITS
        if may_be_payment and is_payment_card(together, None, self._own):
            return Reason.PAYMENT_CARD
        return None


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))
