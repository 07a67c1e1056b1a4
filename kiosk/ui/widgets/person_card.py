"""One person to choose, by name."""

from html import escape
from typing import Any

from kivy.app import App
from kivy.properties import StringProperty

from kiosk.drawing.palette import code
from kiosk.drawing.typesetting import LINE_HEIGHT
from kiosk.people.finding import Found
from kiosk.people.known.names import as_typed
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.read_or_tap import ReadOrTap


class PersonCard(ReadOrTap, Panel):
    """A name, and a few words that tell whose it is, on a line each; what was typed stands out in it.

    It knows who was `found`. Where names are covered, only so much of theirs stands there as tells them
    apart, until a finger is held on it.
    """

    name = StringProperty("")
    hint = StringProperty("")
    found: Found

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._typed = ""
        self.fbind("pressed", self._tell)

    @staticmethod
    def height_at(shrink: float) -> float:
        """Pixels that a line for the name and one for the rest take."""
        sizes = App.get_running_app().sizes
        return float((sizes.title + sizes.detail) * shrink * LINE_HEIGHT + 4 * sizes.unit)

    def show(self, found: Found, typed: str) -> None:
        """Put somebody on the card who was found by what was `typed`."""
        self.found, self._typed = found, typed
        self.cover = App.get_running_app().name_cover
        self._tell()

    def _tell(self, *_: Any) -> None:
        is_covered = bool(self.cover) and not self.pressed
        name = self.found.short_name if is_covered else self.found.full_name
        self.name = _markup(name, self._typed, code(App.get_running_app().palette.marigold_wash))
        self.hint = self.cover if is_covered else self.found.hint


def _markup(name: str, typed: str, wash: str) -> str:
    parts = ((escape(text), stands_out) for text, stands_out in as_typed(name, typed))
    return "".join(f'<span background="{wash}">{text}</span>' if is_it else text for text, is_it in parts)
