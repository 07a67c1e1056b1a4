"""The foot of a greeting: who may be here too, and what can be done."""

from typing import Any, NamedTuple

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.companions import Companions
from kiosk.ui.screens.greeting.consent import ConsentCard
from kiosk.ui.screens.greeting.doings import FootDoings
from kiosk.ui.widgets import TapButton

_LESS_ROOMY = 0.8
"""The part of the usual size that buttons have in two rows."""


class Beside(NamedTuple):
    """What waits while somebody is greeted: a note about them, and the name of whoever the rest is about."""

    note: bool = False
    other: str | None = None


class GreetingFoot(Widget):
    """One row where all of it has room there, or two full ones; without any buttons it takes no room.

    Its parts are `companions`, `doings` and, over both, `consent`. Dispatches `on_go_on` for what waits to be
    finished.
    """

    __events__ = ("on_go_on",)
    on_go_on = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), **properties})
        self.companions, self.doings, self.consent = Companions(), FootDoings(), ConsentCard()
        self._unfinished = TapButton()
        self._floor = self._lower_floor = 0.0
        self._offers: tuple[str, ...] = ("",)
        self._unfinished.bind(on_tap=lambda _: self.dispatch("on_go_on"))
        for part in (self.companions, self.doings, self.consent, self._unfinished):
            self.add_widget(part)

    def show_unfinished(self, about: str | None, words: Words) -> None:
        """Offer to go on with what waits about somebody else, who may have no name yet."""
        name = within(about) if about else words.gettext("A new face")
        long = words.gettext("Go on with {name}") if about else words.gettext("Go on with the new face")
        self._offers = ("",) if about is None else (f"📝 {long.format(name=name)}", f"📝 {name}")

    def stand(self, x: float, y: float, width: float) -> float:
        """At the foot of a screen that begins at `y`; returns how far down the rest may reach."""
        floor = self._stand_rows(x, y, width)
        unit, consent = App.get_running_app().sizes.unit, self.consent
        consent.stand(x, floor, width)
        if consent.height:
            self._floor = self._lower_floor = floor + consent.height + 4 * unit
        return self._floor

    def _stand_rows(self, x: float, y: float, width: float) -> float:
        unit = App.get_running_app().sizes.unit
        gap, bottom = 3 * unit, y + 5 * unit
        companions, doings, unfinished = self.companions, self.doings, self._unfinished
        for roomy in (1, _LESS_ROOMY):
            self._make_roomy(roomy)
            unfinished.tightness = roomy
            upper = self._width_of_others(width, gap)
            wanted = upper + 8 * unit + doings.width_wanted(gap)
            if wanted <= width:
                break
        row = max(companions.tallest, doings.tallest, unfinished.height)
        self._floor = self._lower_floor = float(bottom + row + 4 * unit if row else y)
        if wanted <= width:
            x, width = doings.stand(x, bottom, width, row, gap)
        else:
            doings.fit(width, gap)
            doings.fill(x, bottom, width, row, gap)
            if companions.tallest or unfinished.text:
                bottom += row + gap
                self._floor += row + gap
        unfinished.y, unfinished.height = bottom, row if unfinished.text else 0
        x, width = placing.at_hand(unfinished, x, width, 2 * gap)
        companions.stand(x, bottom, width, row, gap)
        return self._floor

    def _width_of_others(self, width: float, gap: float) -> float:
        """What all but the doings take, in fewer words where those have no room."""
        for offer in self._offers:
            self._unfinished.text = offer
            wanted = self.companions.width_wanted(gap)
            wanted += self._unfinished.width + 2 * gap if offer else 0
            if wanted <= width:
                break
        return wanted

    def _make_roomy(self, roomy: float) -> None:
        self.companions.roomy = self.doings.roomy = roomy

    def floor_at(self, x: float) -> float:
        """How far down what begins at `x` may reach, beside the companions if they leave room there."""
        gap = 3 * App.get_running_app().sizes.unit
        is_free = not self._unfinished.text and self.companions.end + gap <= x
        return self._lower_floor if is_free else self._floor
