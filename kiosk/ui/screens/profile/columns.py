"""The columns of the page about a person; only what is seen has widgets."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.people.profile.profile import KeptGesture, KeptNote
from kiosk.ui import columns
from kiosk.ui.columns import Piece, Spacing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool
from kiosk.ui.screens.profile.rows import Row, Section, Topic
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.add_row import AddRow
from kiosk.ui.widgets.item_card import ItemCard, height_of

_COLUMN = 16
"""A column is at least so many times as wide as the titles in it are high."""


class PersonColumns(Widget):
    """Sections as columns of cards; dispatches `on_edit` with what is kept, `on_add` with a Topic."""

    __events__ = ("on_add", "on_edit")
    on_add = on_edit = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._sections: Sequence[Section] = ()
        self._cards = Pool(ItemCard, on_tap=lambda card: self.dispatch("on_edit", card.kept))
        self._buttons = Pool(AddRow, on_tap=lambda button: self.dispatch("on_add", button.topic))
        self._headings = Pool(Text)

    def show(self, sections: Sequence[Section]) -> None:
        """What stands in the columns from now on."""
        self._sections = sections

    def lay_out(self, room: float, most: int, shrink: float) -> int:
        """Settle what stands where, in at most so many columns as high as `room`; returns how many pages."""
        sizes = App.get_running_app().sizes
        self._shrink, self._across = shrink, max(1, min(most, int(self.width / (_COLUMN * sizes.button))))
        self._spacing = Spacing(2 * sizes.unit, 2 * sizes.unit, 6 * sizes.unit)
        self._heights = [self._measured(section) for section in self._sections]
        self._columns = columns.flow(self._heights, room, self._spacing)
        self.has_room = all(max(heights.rows) <= room for heights in self._heights)
        return -(-len(self._columns) // self._across)

    def put(self, page: int) -> None:
        """Put one page on the glass."""
        self.clear_widgets()
        for pool in (self._cards, self._buttons, self._headings):
            pool.give_back()
        x = self.x
        for column in self._columns[page * self._across :][: self._across]:
            self._put_column(column, x)
            x += self._column_width + self._gap

    @property
    def _gap(self) -> float:
        return float(5 * App.get_running_app().sizes.unit)

    @property
    def _column_width(self) -> float:
        return float((self.width - (self._across - 1) * self._gap) / self._across)

    def _measured(self, section: Section) -> columns.Section:
        sizes = App.get_running_app().sizes
        heading = measure(section.heading, Style(int(sizes.chip * self._shrink), True, (0, 0, 0)))
        rows = [height_of(*row.told, self._column_width, self._shrink) for row in section.rows]
        buttons = [float(sizes.control)] if section.button else []
        of_heading = heading.height if section.heading else 0
        return columns.Section(_stepped(of_heading), [_stepped(row) for row in [*rows, *buttons]])

    def _put_column(self, column: Sequence[Piece], x: float) -> None:
        below = self.top
        for piece in column:
            section, heights = self._sections[piece.section], self._heights[piece.section]
            below -= self._spacing.above if below < self.top else 0
            if section.heading:
                self._put_heading(section.heading, x, below - heights.heading)
                below -= heights.heading + self._spacing.under
            for i in range(piece.first, piece.end):
                widget = self._card(section.rows[i]) if i < len(section.rows) else self._button(section)
                widget.size = self._column_width, heights.rows[i]
                widget.pos = x, below - widget.height
                self.add_widget(widget)
                below = widget.y - self._spacing.between
            below += self._spacing.between

    def _put_heading(self, heading: str, x: float, y: float) -> None:
        text, theme = self._headings.take(), App.get_running_app()
        text.text, text.bold, text.ink = heading, True, theme.palette.soft
        text.px, text.shrink = theme.sizes.chip, self._shrink
        text.pos = x, y
        self.add_widget(text)

    def _card(self, row: Row) -> ItemCard:
        card = self._cards.take()
        card.kept, card.picture, card.faded = row.kept, row.picture, row.faded
        card.title, card.detail = row.told
        card.cover = App.get_running_app().cover if isinstance(row.kept, KeptNote | KeptGesture) else ""
        card.shrink(self._shrink)
        return card

    def _button(self, section: Section) -> AddRow:
        button, palette = self._buttons.take(), App.get_running_app().palette
        button.topic, button.text = section.topic, section.button
        button.word_ink = palette.brick if section.topic is Topic.FORGETTING else palette.pine
        button.ids.words.shrink = self._shrink
        return button


def _stepped(height: float) -> float:
    """In steps of twice the unit: what stands in several columns lines up, or clearly does not."""
    step = 2 * App.get_running_app().sizes.unit
    return float(-(-height // step) * step)
