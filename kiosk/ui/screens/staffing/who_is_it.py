"""The names of who it may be."""

from pathlib import Path

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler
from kiosk.ui.screens.staffing.name_buttons import NameButtons
from kiosk.ui.screens.staffing.pin_pad import PinPad

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class WhoIsIt(Widget):
    """Beside the names stands a `hint` or, in its place, a `sentence` about what is amiss.

    Dispatches `on_chosen` with the `StaffMember`, and `on_turned` when others have to be placed.
    """

    hint = StringProperty("")
    sentence = StringProperty("")
    __events__ = ("on_chosen", "on_turned")
    on_chosen = on_turned = default_handler

    def stand(self, x: float, top: float, width: float, floor: float, across: int) -> bool:
        """Take the place under `top`, down to `floor`, so many names abreast; returns whether there is room.

        More than one row of names is taken only where there is.
        """
        unit, names, hint = App.get_running_app().sizes.unit, self.names, self.ids.hint
        hint.width, under = width, 4 * unit
        names.plan(top - floor - under - hint.height, across)
        names.stand(x, top, width)
        hint.pos = x, top - names.planned - under - hint.height
        return bool(hint.y >= floor)

    def stand_beside(self, pad: PinPad, x: float, top: float, width: float, floor: float) -> bool:
        """Beside a pad, in line with its keys; the hint stands above the names, beside the dots."""
        names, hint = self.names, self.ids.hint
        hint.width = width
        names.plan(pad.keys_top - floor, 2, pad.row)
        names.stand(x, pad.keys_top, width)
        lowest = pad.keys_top + 2 * App.get_running_app().sizes.unit
        hint.pos = x, max(lowest, pad.dots_y + (pad.dots_height - hint.height) / 2)
        return bool(hint.top <= top and pad.keys_top - names.planned >= floor)

    @property
    def names(self) -> NameButtons:
        """One button for each."""
        buttons: NameButtons = self.ids.names
        return buttons
