"""A storyboard's counter: the real kiosk, a real pseudo-terminal, a real database, and a finger."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from threading import Event
from time import monotonic, time
from zoneinfo import ZoneInfo

from kivy.base import EventLoop, runTouchApp
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from drivers.connected import ConnectedScanner
from drivers.replay import PretendScanner
from kiosk.commands.kiosk import Kiosk
from kiosk.listener import Listener
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Settings
from kiosk.ui.widgets.mirror import set_mirrored

PATIENCE = 30.0
_MARKUP = re.compile("<[^>]*>")


class Fingers:
    """Makes touches that are a second apart, however quickly a test does one after the other."""

    def __init__(self) -> None:
        self._last = 0.0

    def at(self, x: float, y: float, after: float = 1) -> UnitTestTouch:
        """A finger, so many seconds after the one before it."""
        self._last = max(self._last + after, time() if after >= 1 else 0)
        touch = UnitTestTouch(x, y)
        touch.time_start = self._last
        return touch


fingers = Fingers()
"""Those of all tests."""


def on_window(widget: Widget) -> tuple[float, float]:
    """The middle of a widget as a finger finds it."""
    where: tuple[float, float] = widget.to_window(*widget.center)
    return where


class Watched(Kiosk):
    """A kiosk that remembers what it has shown."""

    def __init__(
        self, settings: Settings, clock: Callable[[ZoneInfo], datetime], backlights: Path, root: Path
    ) -> None:
        self.outcomes: list[Outcome] = []
        super().__init__(settings, clock, backlights, root)

    def open_again(self) -> None:
        """Whoever runs the test opens the next one."""
        self.opens_again = True

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """Called at the flip."""
        super().shown(outcome, milliseconds)
        self.outcomes.append(outcome)


class Counter:
    """What somebody at the counter can do, and see."""

    def __init__(
        self,
        settings: Settings,
        now: datetime,
        scanner: PretendScanner | None,
        backlights: Path,
        root: Path = Path("/"),
    ) -> None:
        self.scanner, self.now, self._is_off = scanner, now, False
        self._last_touch = ""
        self.kiosk = Watched(settings, lambda zone: self.now.astimezone(zone), backlights, root)
        display = settings.display
        Window.size = (display.width, display.height)
        self.app = self.kiosk.app
        self.app._run_prepare()
        runTouchApp(embedded=True)
        if scanner is not None:
            self.sees(self.app.place.words.gettext("Scanner ready"))

    def scans(self, number: str, ending: bytes = b"\r") -> None:
        """Hold a card under the scanner, and wait until what came of it is shown and recorded."""
        self.sends(number.encode() + ending)

    def sends(self, raw: bytes) -> None:
        """Let the scanner send bytes that come to one scan."""
        assert self.scanner is not None
        self.until(self._line_is_silent, "the line to be silent")
        before = len(self.kiosk.outcomes)
        self.scanner.send(raw)
        self.until(lambda: len(self.kiosk.outcomes) > before, "something new on the glass")
        self.settles()

    @property
    def is_quiet(self) -> bool:
        """True where no scan is under way: none is being read, looked up or shown."""
        return self._line_is_silent() and not self.kiosk._scanning._queue._is_busy

    def _line_is_silent(self) -> bool:
        """Nobody scans one card right behind another: what comes so is one code."""
        listener = self.kiosk._scanners.listeners[0]
        scanner = listener._scanner if isinstance(listener, Listener) else None
        return not (isinstance(scanner, ConnectedScanner) and scanner._session.due)

    def sees(self, *texts: str) -> None:
        """Wait until all of these stand on the glass."""
        self.until(lambda: all(any(text in seen for seen in self.glass()) for text in texts), repr(texts))

    def sees_no(self, text: str) -> None:
        """Wait until this is gone."""
        self.until(lambda: not any(text in seen for seen in self.glass()), f"no {text!r}")

    def taps(self, text: str, beside: tuple[float, float] = (0, 0)) -> None:
        """Tap the words as soon as they are there, or so many pixels beside their middle."""
        self.sees(text)
        x, y = on_window(self.finds(text))
        self.touches(x + beside[0], y + beside[1])

    def taps_word(self, word: str) -> None:
        """Tap what says just this and nothing more."""
        self.until(lambda: word in self.glass(), repr(word))
        self.touches(*on_window(next(text for text in self.words() if _read(text) == word)))

    def taps_twice(self, text: str, milliseconds: int = 150) -> None:
        """A nervous finger: the second tap comes so soon that it can only have meant the same."""
        self.taps_often(text, 2, milliseconds)

    def taps_often(self, text: str, taps: int, milliseconds: int) -> None:
        """Tap the place of the words as often, whatever comes under the finger meanwhile."""
        self.sees(text)
        x, y = on_window(self.finds(text))
        self.touches(x, y)
        for _ in range(taps - 1):
            self.settles()
            self.touches(x, y, after=milliseconds / 1000)
        self.settles()

    def closes(self) -> None:
        """Tap the ✕ in the corner."""
        self.taps("✕")

    def stirs(self) -> None:
        """Touch the middle of the glass."""
        self.touches(*Window.center)

    def touches(self, x: float, y: float, after: float = 1) -> None:
        """A finger comes and goes, so many seconds after the one before it."""
        touch = fingers.at(x, y, after)
        touch.touch_down()
        began_on = [held() for held in touch.grab_list]
        EventLoop.idle()
        is_held = [getattr(widget, "pressed", None) for widget in began_on]
        touch.touch_up()
        self._last_touch = f"at {x:.0f}, {y:.0f} on {began_on}, pressed until it ended: {is_held}"
        EventLoop.idle()

    def glass(self) -> list[str]:
        """Everything that can be read on the glass."""
        return [_read(widget) for widget in self.words()]

    def settles(self) -> None:
        """Wait until whatever was asked of the desk has been answered."""
        for worker in (self.kiosk._reader, self.kiosk._worker):
            answered = Event()
            self.until(lambda: worker.submit(answered.set), "room at the desk")  # noqa: B023
            self.until(answered.is_set, "the desk")
            EventLoop.idle()

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the kiosk run until something is true."""
        deadline = monotonic() + PATIENCE
        while not true():
            assert monotonic() < deadline, (
                f"waited for {what}; the glass shows {self.glass()}; the last touch was {self._last_touch};"
                f" the threads stand at {_threads()}"
            )
            EventLoop.idle()

    def photograph(self, file: Path) -> None:
        """Save what is on the glass."""
        from kiosk.ui.photograph import photograph

        for _ in range(3):
            EventLoop.idle()
        photograph(file)

    def leave(self) -> None:
        """Switch the kiosk off, if it is on."""
        if self._is_off:
            return
        self._is_off = True
        self.app.dispatch("on_stop")
        Window.remove_widget(self.app.root)
        self.app._stop()
        set_mirrored(False)

    def finds(self, text: str) -> Widget:
        """The first text on the glass with these words."""
        return next(widget for widget in self.words() if text in _read(widget))

    def words(self) -> Iterator[Widget]:
        """Every text on the glass that can be seen."""
        from kiosk.ui.widgets import Text

        return (
            widget
            for widget in self.app.root.walk()
            if isinstance(widget, Text) and widget.text and widget.height and not widget.veiled
        )


def _read(text: Widget) -> str:
    return unescape(_MARKUP.sub("", text.text)) if text.markup else str(text.text)


def _threads() -> str:
    """Where each thread is: a storyboard that waits in vain may wait for one of them."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    return "\n".join(
        f"{names.get(thread)}:\n{''.join(traceback.format_stack(frame, limit=8))}"
        for thread, frame in sys._current_frames().items()
    )
