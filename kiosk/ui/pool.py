"""Widgets that are used again: those thrown away would keep their pictures until Python tidies up."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from kivy.uix.widget import Widget

Kind = TypeVar("Kind", bound=Widget)


class Pool(Generic[Kind]):
    """Widgets of one kind, made when there are too few; each has its handlers bound, such as `on_tap`.

    They are either numbered, with `at` and `first`, or taken one by one, and given back all at once.
    """

    def __init__(self, make: Callable[[], Kind], **handlers: Callable[[Kind], object]) -> None:
        self._make, self._handlers = make, handlers
        self._widgets: list[Kind] = []
        self._taken = 0

    def at(self, place: int) -> Kind:
        """The one with this number, from 0 on."""
        while place >= len(self._widgets):
            widget: Any = self._make()
            widget.bind(**self._handlers)
            self._widgets.append(widget)
        return self._widgets[place]

    def first(self, count: int) -> list[Kind]:
        """So many of them."""
        return [self.at(place) for place in range(count)]

    def take(self) -> Kind:
        """One that is not taken."""
        self._taken += 1
        return self.at(self._taken - 1)

    def give_back(self) -> None:
        """Make all of them free again."""
        self._taken = 0


def put_only(parent: Widget, widgets: Iterable[Widget]) -> None:
    """Have these on a widget, and nothing else."""
    parent.clear_widgets()
    for widget in widgets:
        parent.add_widget(widget)
