"""A button for what cannot be taken back."""

from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, StringProperty

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tap_button import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AskTwice(TapButton):
    """A tap turns `word` into the question `really`, in the same place; the next dispatches `on_sure`."""

    word = StringProperty("")
    really = StringProperty("")
    asking = BooleanProperty(False)
    __events__ = ("on_sure",)
    on_sure = default_handler

    def on_tap(self, *_: Any) -> None:
        """Ask, or take it as sure."""
        if self.asking:
            self.dispatch("on_sure")
        self.asking = not self.asking
