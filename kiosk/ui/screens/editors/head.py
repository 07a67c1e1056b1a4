"""What stands above everything that is edited: what it is about, the way out, and why it was not kept."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class EditHead(Widget):
    """Dispatches `on_cancel`. While something was `refused` that sentence stands under the title."""

    title = StringProperty("")
    refused = StringProperty("")
    cancel_word = StringProperty("")
    __events__ = ("on_cancel",)
    on_cancel = default_handler

    def stand(self, x: float, top: float, width: float, shrink: float, is_short: bool = False) -> float:
        """Take the top of a screen; returns how far down it reaches.

        Where it `is_short` a refusal stands in the place of the title.
        """
        sizes, headline, cancel, why = App.get_running_app().sizes, *self._parts
        left, room = placing.at_hand(cancel, x, width, 4 * sizes.unit)
        headline.shown = not (is_short and self.refused)
        steps = [round(px * shrink) for px in (sizes.say, sizes.sentence, sizes.title, sizes.detail)]
        headline.shrink = 1
        headline.px, headline.wraps = placing.headline_size(headline.text, steps, max(1, room))
        if headline.wraps:
            headline.width = room
        why.width = width if headline.shown else room
        first = headline if headline.shown else why
        height = max(cancel.height, first.height)
        cancel.top = top
        first.x, first.y = left, top - (height + first.height) / 2
        if not headline.shown or not why.height:
            return float(top - height)
        why.x, why.top = x, top - height - sizes.unit
        return float(why.y)

    @property
    def _parts(self) -> tuple[Any, Any, Any]:
        return self.ids.headline, self.ids.cancel, self.ids.why
