"""What of all that is scanned goes on to the till."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from drivers.card_pattern import CardPattern
from drivers.framing import Frame
from drivers.scanner import Reason, Refusal, Scan

_NEVER = (Reason.PAYMENT_CARD, Reason.SECRET_KEY)


class What(StrEnum):
    """What is passed on: everything; all but payment cards; or only what is no card of the shop's own."""

    EVERYTHING = "everything"
    NO_PAYMENT_CARDS = "no_payment_cards"
    NOT_OURS = "not_ours"


class Passing:
    """Passes frames on as ``put`` wants them: the data as they came, and ``ending``. Fulfils ``Watcher``.

    Without an ``ending``, and when everything is passed on, bytes go on before anything is read from them.
    """

    def __init__(
        self, what: What, ending: bytes | None, own: Sequence[CardPattern], put: Callable[[bytes], None]
    ) -> None:
        self._what, self._own, self._put = what, own, put
        self._ending = ending
        self._passes_rest = True

    @property
    def _is_raw(self) -> bool:
        return self._ending is None and self._what is What.EVERYTHING

    def came(self, chunk: bytes) -> None:
        """See Watcher."""
        if self._is_raw:
            self._put(chunk)

    def was_read(self, frame: Frame, read: Scan | Refusal | None) -> None:
        """See Watcher. One more line of a document goes the way of its first."""
        if self._is_raw:
            return
        if read is not None:
            self._passes_rest = self._passes(read)
        if self._passes_rest and frame.data:
            self._put(frame.data + (self._ending or b"\r"))

    def _passes(self, read: Scan | Refusal) -> bool:
        if self._what is What.EVERYTHING:
            return True
        if isinstance(read, Refusal):
            return read.reason not in _NEVER
        is_ours = any(kind.matches(read.number, read.symbology) for kind in self._own)
        return self._what is What.NO_PAYMENT_CARDS or not is_ours
