"""What cannot be taken back is asked twice."""

from typing import Any

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler


class AskingTwice(Widget):
    """A tap turns `word` into the question `really`, in the same place; the next dispatches `on_sure`."""

    word = StringProperty("")
    really = StringProperty("")
    asking = BooleanProperty(False)
    __events__ = ("on_sure",)
    on_sure = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        for name in ("word", "really", "asking"):
            self.fbind(name, self._tell_word)
        self._tell_word()

    def on_tap(self, *_: Any) -> None:
        """Ask, or take it as sure."""
        if self.asking:
            self.dispatch("on_sure")
        self.asking = not self.asking

    @property
    def said(self) -> str:
        """What stands on it now."""
        return str(self.really if self.asking and self.word else self.word)

    def tell(self) -> None:
        """Show what is said now."""
        raise NotImplementedError

    def _tell_word(self, *_: Any) -> None:
        self.tell()
