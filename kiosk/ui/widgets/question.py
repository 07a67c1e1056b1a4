"""Something to answer with a tap."""

from collections.abc import Sequence
from typing import Any

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.choices import Choices, Option
from kiosk.ui.widgets.labelled import Labelled, has_columns
from kiosk.ui.widgets.text import Text


class Question(Labelled):
    """A label and its choices, with a line under them. Dispatches `on_answer` with the value that was tapped.

    Its choices may stand in `columns`, upright in half as many, and all of them together as high as `most`.
    """

    __events__ = ("on_answer",)
    on_answer = default_handler

    def __init__(self, columns: int = 0, tall: bool = False, **properties: Any) -> None:
        super().__init__(**properties)
        self._columns = columns
        self.choices = Choices(tall=tall)
        self.line = Text(wraps=True, px=self.label.px, ink=self.label.ink)
        self._is_there, self.most = False, 0.0
        self.choices.bind(on_choose=lambda _, value: self.dispatch("on_answer", value))
        for child in (self.choices, self.line):
            self.add_widget(child)

    def ask(self, label: str, options: Sequence[Option], chosen: Any, line: str = "") -> None:
        """Offer these answers, without any the question is not there; `chosen` is the one given so far."""
        self._is_there = bool(options)
        self.label.text = label if options else ""
        self.line.text = line if options else ""
        self.choices.offer(options, chosen)

    @property
    def is_there(self) -> bool:
        """True while there is something to choose from."""
        return self._is_there

    def stand_beside(self, x: float, top: float, width: float, least: float) -> float:
        """The choices, and under them the line."""
        columns = self._columns if not self._columns or has_columns(width) else self._columns // 2
        bottom = self.choices.stand(x, top, width, columns, least, self.most)
        if not self.line.text:
            return bottom
        gap = self.line.px * self.line.shrink * 0.2
        self.line.width, self.line.x, self.line.top = width, x, bottom - gap
        return float(self.line.y)

    @property
    def first_line(self) -> float:
        """The height of a row of choices."""
        return float(self.choices.first.height)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return super().has_room and self.choices.has_room
