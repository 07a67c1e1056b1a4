"""One text to write anew."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.texts import MOST_CHARACTERS
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.keyboard.pages import Page
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TextField, ask_twice  # noqa: F401 - “ask_twice” stands in the kv file

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_LEAST_LINES, _MOST_LINES_OF_HINT, _LINE_HEIGHT = 2, 3.5, 1.27


class EditTextScreen(WritingScreen):
    """A field, and a hint under it. Dispatches `on_written` with the text, `on_remove`, and `on_cancel`."""

    title = StringProperty("")
    hint = StringProperty("")
    refused = StringProperty("")
    remove_word = StringProperty("")
    __events__: tuple[str, ...] = ("on_cancel", "on_remove", "on_written")
    on_cancel = on_remove = on_written = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self.words, self._is_needed = words, True
        self.ids.head.close_word = words.gettext("Cancel")
        self.ids.removing.really = words.gettext("Really remove?")
        for name in ("pos", "size", "title", "hint", "refused", "remove_word"):
            self.fbind(name, self.arrange)

    def show(
        self,
        title: str,
        text: str,
        done_word: str,
        *,
        hint: str = "",
        remove_word: str = "",
        most: int = MOST_CHARACTERS,
        is_needed: bool = True,
        digits: bool = False,
    ) -> None:
        """Ask for a text; one that `is_needed` is never empty. With `digits` there are no other keys."""
        self.refused, self.ids.removing.asking = "", False
        self.title, self.hint, self.remove_word, self.main_word = title, hint, remove_word, done_word
        self._is_needed, self.ids.field.most = is_needed, most
        self.begin(text)
        self.tell_ready()
        self.ids.field.wraps = not digits
        if digits:
            self.keyboard.page = Page.DIGITS
        self.arrange()

    @property
    def fields(self) -> list[TextField]:
        """The one there is."""
        return [self.ids.field]

    def tell_ready(self) -> None:
        """The main key can be used once there is something to hand over."""
        self.main_off = self._is_needed and not self.ids.field.text.strip()

    def done(self) -> None:
        """Hand over what is written."""
        text = self.ids.field.text.strip()
        if text or not self._is_needed:
            self.dispatch("on_written", text)

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        placing.fit(self, self._stand, spare=2)

    def _stand(self, shrink: float, spared: int) -> bool:
        """To the field give way the title, while it says why, and then the hint."""
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, 8 * sizes.unit
        x, width = self.x + margin, self.width - 2 * margin
        self.keyboard.lie_under(self)
        ids.hint.shown = spared < 2
        below, has_room = ids.head.stand(self, shrink, is_short=bool(spared))
        top = below - 3 * unit
        bottom = self._stand_foot(x, width, self.keyboard.top + 2 * unit) + 2 * unit
        ids.field.px, ids.field.pad = int(sizes.sentence * shrink), 5 * unit
        lines = _LEAST_LINES if ids.field.wraps else 1
        least = lines * ids.field.px * _LINE_HEIGHT + 2 * ids.field.pad
        height = top - bottom if ids.field.wraps else least
        ids.field.pos, ids.field.size = (x, top - height), (width, max(1, height))
        if not ids.field.wraps:
            ids.hint.top = ids.field.y - 2 * unit
        is_brief = ids.hint.height <= _MOST_LINES_OF_HINT * ids.hint.px * shrink * _LINE_HEIGHT
        return bool(has_room and top - bottom >= least and is_brief)

    def _stand_foot(self, x: float, width: float, y: float) -> float:
        """The hint, and removing at the end of its line; returns how high they reach."""
        hint, remove = self.ids.hint, self.ids.removing
        left, room = placing.at_hand(remove, x, width, 4 * App.get_running_app().sizes.unit)
        hint.width = room
        height = max(hint.height, remove.height)
        remove.y, hint.x, hint.center_y = y, left, y + height / 2
        return float(y + height)
