"""The note screen on the one window of the tests, without a kiosk around it, and a finger."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from types import SimpleNamespace
from uuid import uuid4
from zoneinfo import ZoneInfo

from kivy.app import App
from kivy.base import EventLoop, runTouchApp
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from kiosk.drawing.palette import PALETTES
from kiosk.locale import Speech, speech
from kiosk.machine.density import pixels_per_inch
from kiosk.people.changing.drafts import Draft
from kiosk.people.known.customers import Customer
from kiosk.ui.glass import Glass
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.keyboard.fitting import Placed
from kiosk.ui.keyboard.shifting import Shift
from kiosk.ui.screens.add_note import AddNoteScreen
from kiosk.ui.sizes import Eye, sizes

PATIENCE = 30.0
NOW = datetime(2026, 11, 24, 9, 15, tzinfo=ZoneInfo("Europe/London"))


class NoteApp(App):  # type: ignore[misc]
    """As much of a kiosk as the screen asks for."""

    def __init__(self, width: int, height: int, theme: str, language: str, words: Speech) -> None:
        super().__init__()
        self.palette, self.left_handed = PALETTES[theme], False
        self.ppi = pixels_per_inch(width, height, None)
        self.sizes = sizes(width, height, Eye(self.ppi, 500))
        self.language, self.words = language, words

    def build(self) -> Widget:
        """The glass with the one screen on it."""
        Window.clearcolor = self.palette.paper
        self.glass = Glass()
        self.glass.ids.status.left = self.words.day_and_clock(NOW)
        self.glass.ids.status.state_text = "Scanner ready"
        keyboard = OwnKeyboard(language=self.language, space_word=self.words.gettext("space"))
        self.note = AddNoteScreen(self.words, keyboard)
        self.glass.put(self.note)
        return self.glass


class NoteGlass:
    """What somebody can do on it."""

    def __init__(self, app: NoteApp) -> None:
        self.app, self.note = app, app.note
        self.keyboard, self.field = app.note.keyboard, app.note.ids.field
        self.saved: list[Draft] = []
        self.seen = SimpleNamespace(cancelled=0, cleared=0)
        self.note.bind(on_save=lambda _, draft: self.saved.append(draft))
        self.note.bind(on_cancel=lambda _: self._count("cancelled"))
        app.glass.bind(on_tap=lambda _: self._count("cleared"))

    def asks_about(self, name: str) -> None:
        """Put the screen up for somebody."""
        self.note.show(Customer(id=uuid4(), key="k", name=name, called_by=name))
        self.idle()

    def types(self, text: str) -> None:
        """Find every character on the keyboard, and touch it."""
        for char in text:
            if char.isalpha() and char.isupper() == (self.keyboard.shift is Shift.OFF):
                self.touches("⇧")
            if not self._key(char):
                self.touches("123")
            self.touches(char)
            if not self._key("abc") or char != " ":
                self._back_to_letters()

    def touches(self, face: str) -> None:
        """Touch a key."""
        key = self._key(face)
        assert key is not None, (face, [one.key.face for one in self.keyboard.keys])
        touch = self.finger(key)
        touch.touch_up()
        self.idle()

    def finger(self, key: Placed) -> UnitTestTouch:
        """A finger that has come down on a key."""
        x = self.keyboard.x + key.x + key.width / 2
        y = self.keyboard.top - key.y - key.height / 2
        touch = UnitTestTouch(x, y)
        touch.touch_down()
        self.idle()
        return touch

    def taps(self, widget: Widget) -> None:
        """Tap the middle of something."""
        touch = UnitTestTouch(*widget.center)
        touch.touch_down()
        self.idle()
        touch.touch_up()
        self.idle()

    def idle(self) -> None:
        """Let a frame go by."""
        EventLoop.idle()

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let frames go by until something is true."""
        deadline = monotonic() + PATIENCE
        while not true():
            assert monotonic() < deadline, f"waited for {what}"
            self.idle()

    def lets_pass(self, seconds: float) -> None:
        """Let so much time go by, as Kivy's clock counts it."""
        gone_by: list[float] = []
        Clock.schedule_once(gone_by.append, seconds)
        self.until(lambda: bool(gone_by), "time to go by")

    def _back_to_letters(self) -> None:
        if self._key("abc"):
            self.touches("abc")

    def _key(self, face: str) -> Placed | None:
        return next((one for one in self.keyboard.keys if one.key.face == face), None)

    def _count(self, what: str) -> None:
        setattr(self.seen, what, getattr(self.seen, what) + 1)


@contextmanager
def note_glass(
    width: int = 1280,
    height: int = 800,
    theme: str = "light",
    language: str = "en",
    words: Speech | None = None,
) -> Iterator[NoteGlass]:
    """The screen, until it is left."""
    Window.size = (width, height)
    app = NoteApp(width, height, theme, language, words or speech("en"))
    app._run_prepare()
    runTouchApp(embedded=True)
    glass = NoteGlass(app)
    try:
        yield glass
    finally:
        Window.remove_widget(app.root)
        app._stop()
