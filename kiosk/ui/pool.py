"""Widgets that are used again: those thrown away would keep their pictures until Python tidies up."""

from collections.abc import Callable
from typing import Generic, TypeVar

from kivy.uix.widget import Widget

Kind = TypeVar("Kind", bound=Widget)


class Pool(Generic[Kind]):
    """Widgets of one kind, made when there are too few."""

    def __init__(self, make: Callable[[], Kind]) -> None:
        self._make = make
        self._widgets: list[Kind] = []
        self._taken = 0

    def take(self) -> Kind:
        """One that is not taken."""
        if self._taken == len(self._widgets):
            self._widgets.append(self._make())
        self._taken += 1
        return self._widgets[self._taken - 1]

    def give_back(self) -> None:
        """None of them is taken any more."""
        self._taken = 0
