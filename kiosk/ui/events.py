"""The default handler of events."""

from typing import Any


def default_handler(_widget: Any, *_: Any) -> None:
    """Do nothing. Kivy requires a method for every event that a widget dispatches."""
