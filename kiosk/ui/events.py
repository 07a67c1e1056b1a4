"""What comes of an event that nobody has bound to."""

from typing import Any


def default_handler(_widget: Any, *_: Any) -> None:
    """Nothing. Kivy wants a method for every event that a widget dispatches."""
