"""What a real keyboard types on."""

from typing import Any

from kivy.core.window import Keyboard, Window
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget

BACKSPACE = 8
"""Kivy's code of the key."""


class TypedOn(Widget):
    """Has the real keyboard while it is `focused`: it says what is done by `type` and by `press`."""

    focused = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        self._keyboard: Keyboard | None = None
        super().__init__(**properties)
        self.fbind("focused", self._listen)

    def type(self, text: str) -> None:
        """What was typed."""
        raise NotImplementedError

    def press(self, code: int) -> bool:
        """A key that types nothing; returns whether it did something here."""
        raise NotImplementedError

    def _listen(self, *_: Any) -> None:
        if self.focused:
            self._keyboard = Window.request_keyboard(self._lost, self, "text")
            self._keyboard.bind(on_textinput=self._typed, on_key_down=self._key_down)
        elif self._keyboard is not None:
            self._keyboard.release()

    def _lost(self) -> None:
        """Somebody else has the real keyboard now."""
        assert self._keyboard is not None
        self._keyboard.unbind(on_textinput=self._typed, on_key_down=self._key_down)
        self._keyboard, self.focused = None, False

    def _typed(self, _keyboard: Keyboard, text: str) -> bool:
        self.type(text)
        return True

    def _key_down(self, _keyboard: Keyboard, key: tuple[int, str], _text: str, _modifiers: list[str]) -> bool:
        return self.press(key[0])
