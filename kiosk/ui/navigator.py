"""Who is on the glass: one screen at a time, for as long as names may stand there."""

from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import Any

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.ui.configuration import Call, Place
from kiosk.ui.crossing import Crossing
from kiosk.ui.glass import Glass
from kiosk.ui.widgets.closable import Closable
from kiosk.ui.widgets.turned import Turned

TO_READ_OR_WRITE = 120.0
"""Seconds that a screen stays where something is written, read at length or thought over."""

TO_CHOOSE = 60.0
"""Seconds that a screen stays where somebody is looked for or signs in, or a PIN may stand."""


class Navigator:
    """The glass, its status line and its banner; after `clear_after` seconds without a touch it clears.

    `clear` takes everybody's name off the glass, and calls `rest`, which shows what stands there then.
    """

    def __init__(self, place: Place, clear_after: float, rest: Call) -> None:
        self.place, self.words, self.cross = place, place.words, Crossing()
        self.glass = Glass()
        self.leaving: list[Callable[[Widget], None]] = []
        """Told of the screen that is about to go."""
        self.interrupted: list[Callable[[Widget], None]] = []
        """Told of a screen that is taken away by a scan, the clock or trouble, and not by whoever used it."""
        self.entered: list[Call] = []
        """Told that another screen has come."""
        self.stirred: list[Call] = []
        """Told of every touch, key and scan."""
        self.served: list[Call] = []
        """Told that somebody is served, and at every touch that they still are."""
        self._rest = rest
        self._usual_seconds = self._seconds = clear_after
        self._clear_at: float | None = None
        self._standing = ""
        self._countdown = Clock.create_trigger(self._count_down, 1, interval=True)
        self.glass.bind(on_touch_down=self._touched)
        self.glass.ids.status.bind(on_close=self.clear)

    @property
    def serves(self) -> bool:
        """True while somebody’s name may stand on the glass."""
        return self._clear_at is not None

    def shows(self, screen: Widget) -> bool:
        """Tell whether it is this screen that stands on the glass."""
        return self.glass.screen is screen

    def put(self, screen: Widget) -> None:
        """Show a screen in place of the one before, or the same one with something else on it."""
        self.glass.let_go()
        before = self.glass.screen
        if before is screen:
            return
        if before is not None:
            for tell in self.leaving:
                tell(before)
        self.glass.put(screen)
        self.glass.ids.status.closes = isinstance(screen, Closable)
        self.glass.ids.status.quiet = isinstance(screen, Turned)
        for enter in self.entered:
            enter()

    def serve(self, screen: Widget, seconds: float | None = None) -> None:
        """Show a screen that may hold names, for as long as usual or for these seconds without a touch."""
        self.put(screen)
        self.stay(seconds)

    def stay(self, seconds: float | None = None) -> None:
        """Names stand on the glass, for that long from now on."""
        self._seconds = seconds or self._usual_seconds
        self._clear_at = monotonic() + self._seconds
        for tell in self.served:
            tell()
        self._countdown()
        self._count_down()

    def clear(self, *_: Any) -> None:
        """Nobody is served any more."""
        self.leave()
        self.trouble("")
        self._rest()

    def interrupt(self) -> None:
        """What is being done on the glass has to wait."""
        if self.glass.screen is not None:
            for tell in self.interrupted:
                tell(self.glass.screen)

    def stop(self) -> None:
        """Count down no more: the glass is about to go."""
        self._clear_at = None
        self._countdown.cancel()

    def leave(self) -> None:
        """Stop the countdown: no name is on the glass any more."""
        self.stop()
        self.glass.ids.status.right_text = ""

    def trouble(self, sentence: str) -> None:
        """A sentence at the foot of what is shown now; an empty one takes it away."""
        self.glass.ids.banner.text = sentence or self._standing

    def standing_trouble(self, sentence: str) -> None:
        """A sentence at the foot of every screen from now on."""
        self._standing = self.glass.ids.banner.text = sentence

    def stir(self) -> None:
        """Somebody is there: by a touch, a key or a scan."""
        for tell in self.stirred:
            tell()

    def _touched(self, *_: Any) -> None:
        self.stir()
        if self.serves:
            self.stay(self._seconds)

    def _count_down(self, *_: Any) -> None:
        if self._clear_at is None:
            return
        left = ceil(self._clear_at - monotonic())
        if left <= 0:
            self.interrupt()
            self.clear()
            return
        self.glass.ids.status.right_text = self.words.gettext("clears in {n} s").format(n=left)
