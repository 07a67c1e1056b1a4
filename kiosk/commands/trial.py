"""Trying a scanner: what is scanned meanwhile is shown to whoever tries it, and greets nobody."""

from collections.abc import Callable, Sequence
from functools import partial

from drivers import CardPattern, Refusal, Scan
from drivers.advice import advice
from drivers.framing import Frame
from drivers.masking import masked
from kiosk.health.finding import Finding, State
from kiosk.health.trying import told_of_scan
from kiosk.people.words import Words
from kiosk.ui.configuration import Call

_LONGEST_SHOWN = 80
"""Signs of what was sent; a scanner on a wrong line sends many more."""


class Trial:
    """Is on while `take` is set; what is found is handed over by `cross`, on Kivy's thread."""

    def __init__(self, own: Sequence[CardPattern], words: Words, cross: Callable[[Call], None]) -> None:
        self._own, self._words, self._cross = own, words, cross
        self._take: Callable[[Finding], None] | None = None

    def try_scans(self, take: Callable[[Finding], None] | None) -> None:
        """Fulfils `kiosk.ui.asking.TryScans`."""
        self._take = take

    @property
    def is_on(self) -> bool:
        """True while what is scanned greets nobody."""
        return self._take is not None

    def show(self, sent: str, read: Scan | Refusal, settings: Sequence[str]) -> None:
        """Hand over what arrived, what the kiosk makes of it, and the settings that it needs."""
        take = self._take
        if take is None:
            return
        is_well = isinstance(read, Scan) and not settings
        says = "\n".join(filter(None, [sent, told_of_scan(read, self._own, self._words)]))
        state = State.GREEN if is_well else State.AMBER
        self._cross(partial(take, Finding("scan", state, says, "\n".join(settings))))


class Tried:
    """Sees what one scanner sends while it is tried. Fulfils `drivers.watcher.Watcher`.

    What comes over no serial line is shown as the text that it is, without what is around it.
    """

    def __init__(self, trial: Trial, is_serial: bool) -> None:
        self._trial, self._is_serial = trial, is_serial
        self._sent = ""

    def came(self, chunk: bytes) -> None:
        """See Watcher; nothing that could be read is kept."""
        if self._trial.is_on and self._is_serial:
            self._sent = (self._sent + masked(chunk))[-_LONGEST_SHOWN:]

    def was_read(self, frame: Frame, read: Scan | Refusal | None) -> None:
        """See Watcher."""
        sent, self._sent = self._sent, ""
        if self._trial.is_on and read is not None:
            data = frame.data or b""
            self._trial.show(sent or masked(data)[:_LONGEST_SHOWN], read, advice(data))
