"""A question, and the names of who it may be."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.staffing.name_buttons import NameButtons

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class WhoIsIt(Widget):
    """Under the names stands a `hint` or, in its place, a `sentence` about what is amiss.

    Dispatches `on_chosen` with the `StaffMember`, and `on_turned` when others have to be placed.
    """

    question = StringProperty("")
    hint = StringProperty("")
    sentence = StringProperty("")
    __events__ = ("on_chosen", "on_turned")
    on_chosen = on_turned = default_handler

    def stand(self, x: float, top: float, width: float, floor: float, across: int) -> bool:
        """Take the middle between `top` and `floor`, so many names abreast; returns whether there is room.

        More than one row of names is taken only where there is.
        """
        sizes, headline, names, hint = App.get_running_app().sizes, *self._parts
        unit = sizes.unit
        steps = [int(sizes.headline * 0.8), sizes.say, sizes.sentence, sizes.title]
        headline.px, headline.wraps = placing.headline_size(self.question, steps, width)
        if headline.wraps:
            headline.width = width
        hint.width = width
        above, below = 5 * unit, 4 * unit
        others = headline.height + above + below + hint.height
        room = top - floor - 6 * unit - others
        taken = others + names.plan(room, across)
        start = top - unit - max(0, (top - floor - 6 * unit - taken) / 2)
        headline.pos = x, start - headline.height
        names_top = headline.y - above
        names.stand(x, names_top, width)
        hint.pos = x, names_top - names.planned - below - hint.height
        return bool(hint.y >= floor)

    @property
    def names(self) -> NameButtons:
        """One button for each."""
        buttons: NameButtons = self.ids.names
        return buttons

    @property
    def _parts(self) -> tuple[Any, NameButtons, Any]:
        return self.ids.headline, self.names, self.ids.hint
