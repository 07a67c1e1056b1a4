"""One person to choose, by name."""

from html import escape

from kivy.app import App
from kivy.properties import StringProperty

from kiosk.drawing.palette import code
from kiosk.people.finding import Found
from kiosk.people.known.names import as_typed
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable


class PersonCard(Tappable, Panel):
    """A name, and a few words that tell whose it is; what was typed stands out in it.

    It knows who was `found`.
    """

    name = StringProperty("")
    hint = StringProperty("")
    found: Found

    def show(self, found: Found, typed: str) -> None:
        """Put somebody on the card who was found by what was `typed`."""
        self.name = _markup(found.full_name, typed, code(App.get_running_app().palette.marigold_wash))
        self.hint, self.found = found.hint, found


def _markup(name: str, typed: str, wash: str) -> str:
    parts = ((escape(text), stands_out) for text, stands_out in as_typed(name, typed))
    return "".join(f'<span background="{wash}">{text}</span>' if is_it else text for text, is_it in parts)
