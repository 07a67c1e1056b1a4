"""The foot of a screen: what it is for at the hand, and what cannot be taken back at the other end."""

from typing import Any

from kivy.app import App
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.ask_twice import AskTwice
from kiosk.ui.widgets.tap_button import TapButton
from kiosk.ui.widgets.toast import Toast


class FooterBar(Widget):
    """`save` is always there; a tap on it while it is off says why, by `why_not`, and else `on_save`.

    `remove` asks twice and then dispatches `on_remove`; without a word it is not there.
    """

    why_not = StringProperty("")
    __events__ = ("on_save", "on_remove")
    on_save = on_remove = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **properties})
        self.save, self.remove, self.toast = TapButton(main=True), AskTwice(), Toast()
        for child in (self.save, self.remove, self.toast):
            self.add_widget(child)
        self.save.bind(on_tap=lambda _: self.dispatch("on_save"), on_off=lambda _: self._say_why())
        self.remove.bind(on_sure=lambda _: self.dispatch("on_remove"))
        self._between = 0.0
        self.fbind("why_not", self._switch)
        self._switch()

    def stand(self, screen: Widget) -> tuple[float, bool]:
        """Take the foot of a screen; returns how high it reaches, and whether all of it has room."""
        unit, save, remove, toast = App.get_running_app().sizes.unit, self.save, self.remove, self.toast
        save.y = remove.y = toast.y = screen.y + 5 * unit
        x, width = screen.x + 8 * unit, screen.width - 16 * unit
        left, room = placing.at_hand(save, x, width, 4 * unit)
        is_at_end = left == x
        remove.x = left if is_at_end else left + room - remove.width
        self._between = room - remove.width - (4 * unit if remove.width else 0)
        toast.x = left + room - toast.width if is_at_end else left
        return float(max(save.top, remove.top)), remove.width <= room

    def _say_why(self) -> None:
        self.toast.say(self.why_not, self._between)
        at_end = self.save.x > self.remove.x
        gap = 4 * App.get_running_app().sizes.unit
        self.toast.x = self.save.x - gap - self.toast.width if at_end else self.save.right + gap

    def _switch(self, *_: Any) -> None:
        self.save.off = bool(self.why_not)
        self.toast.take_away()
