"""A button for what cannot be taken back."""

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.ui.widgets.tap_button import TapButton


class AskTwice(TapButton):
    """A tap turns `word` into the question `really`, in the same place; the next dispatches `on_sure`."""

    word = StringProperty("")
    really = StringProperty("")
    asking = BooleanProperty(False)
    __events__ = ("on_sure",)

    def on_tap(self, *_: Any) -> None:
        """Ask, or take it as sure."""
        if self.asking:
            self.dispatch("on_sure")
        self.asking = not self.asking

    def on_sure(self) -> None:
        """Nothing, until somebody binds to it."""
