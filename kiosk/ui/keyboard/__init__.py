"""A keyboard for the glass, for thirteen languages."""

from kiosk.ui.keyboard.keyboard import OwnKeyboard

__all__ = ["OwnKeyboard"]
