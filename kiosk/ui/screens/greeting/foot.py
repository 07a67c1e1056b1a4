"""The foot of a greeting: who may be here too, and what can be done."""

from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.screens.greeting.companions import Companions
from kiosk.ui.screens.greeting.doings import FootDoings

_LESS_ROOMY = 0.8
"""The part of the usual size that buttons have in two rows."""


class GreetingFoot(Widget):
    """One row where all of it has room there, or two full ones; without any buttons it takes no room.

    Its parts are `companions` and `doings`.
    """

    def __init__(self, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), **properties})
        self.companions, self.doings = Companions(), FootDoings()
        for part in (self.companions, self.doings):
            self.add_widget(part)

    def stand(self, x: float, y: float, width: float) -> float:
        """At the foot of a screen that begins at `y`; returns how far down the rest may reach."""
        unit = App.get_running_app().sizes.unit
        gap, bottom = 3 * unit, y + 5 * unit
        companions, doings = self.companions, self.doings
        for roomy in (1, _LESS_ROOMY):
            self._make_roomy(roomy)
            wanted = companions.width_wanted(gap) + 8 * unit + doings.width_wanted(gap)
            if wanted <= width:
                break
        row = max(companions.tallest, doings.tallest)
        self._floor = self._lower_floor = float(bottom + row + 4 * unit if row else y)
        if wanted <= width:
            x, width = doings.stand(x, bottom, width, row, gap)
        else:
            doings.fit(width, gap)
            doings.fill(x, bottom, width, row, gap)
            if companions.tallest:
                bottom += row + gap
                self._floor += row + gap
        companions.stand(x, bottom, width, row, gap)
        return self._floor

    def _make_roomy(self, roomy: float) -> None:
        self.companions.roomy = self.doings.roomy = roomy

    def floor_at(self, x: float) -> float:
        """How far down what begins at `x` may reach, beside the companions if they leave room there."""
        gap = 3 * App.get_running_app().sizes.unit
        return self._lower_floor if self.companions.end + gap <= x else self._floor
