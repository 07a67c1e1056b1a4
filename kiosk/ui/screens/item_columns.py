"""Cards in columns, page by page; only what is seen has widgets."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui import columns
from kiosk.ui.columns import Piece, Spacing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool
from kiosk.ui.screens.item_rows import Row, Section
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.add_row import AddRow
from kiosk.ui.widgets.item_card import ItemCard, height_of
from kiosk.ui.widgets.tick_mark import TickMark

_COLUMN = 16
"""A column is at least so many times as wide as the titles in it are high."""


class ItemColumns(Widget):
    """Sections as columns of cards; what a column leaves of a section goes on in the next.

    Dispatches `on_edit` with what a card is about, `on_add` with the topic of a section, and `on_tick` with
    what was ticked and whether it is now.
    """

    __events__ = ("on_add", "on_edit", "on_tick")
    on_add = on_edit = on_tick = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._sections: Sequence[Section] = ()
        self._cards = Pool(ItemCard, on_tap=lambda card: self.dispatch("on_edit", card.kept))
        self._buttons = Pool(AddRow, on_tap=lambda button: self.dispatch("on_add", button.topic))
        self._headings = Pool(Text)
        self._ticks = Pool(
            TickMark, on_tap=lambda mark: self.dispatch("on_tick", mark.about, not mark.chosen)
        )

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
        self.is_empty = not self._sections
        return -(-len(self._columns) // self._across)

    def put(self, page: int) -> None:
        """Put one page on the glass."""
        self.clear_widgets()
        for pool in (self._cards, self._buttons, self._headings, self._ticks):
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
        rows = [height_of(*row.told, self._width_of(row), self._shrink) for row in section.rows]
        buttons = [float(sizes.control)] if section.button else []
        of_heading = heading.height if section.heading else 0
        return columns.Section(_stepped(of_heading), [_stepped(row) for row in [*rows, *buttons]])

    def _put_column(self, column: Sequence[Piece], x: float) -> None:
        below = self.top
        for piece in column:
            section, heights = self._sections[piece.section], self._heights[piece.section]
            above = columns.space_above(self._heights, piece.section, self._spacing)
            below -= above if below < self.top else 0
            if section.heading:
                self._put_heading(section.heading, x, below - heights.heading)
                below -= heights.heading + self._spacing.under
            for i in range(piece.first, piece.end):
                height = heights.rows[i]
                if i < len(section.rows):
                    self._put_card(section.rows[i], x, below - height, height)
                else:
                    self._put(self._button(section), x, below - height, self._column_width, height)
                below -= height + self._spacing.between
            below += self._spacing.between

    def _put_heading(self, heading: str, x: float, y: float) -> None:
        text, theme = self._headings.take(), App.get_running_app()
        text.text, text.bold, text.ink = heading, True, theme.palette.soft
        text.px, text.shrink = theme.sizes.chip, self._shrink
        text.pos = x, y
        self.add_widget(text)

    def _width_of(self, row: Row) -> float:
        """Pixels of its card, beside the box to tick."""
        return self._column_width - (self._tick_width if row.can_be_ticked else 0)

    @property
    def _tick_width(self) -> float:
        return float(App.get_running_app().sizes.touch)

    def _put_card(self, row: Row, x: float, y: float, height: float) -> None:
        if row.can_be_ticked:
            mark = self._ticks.take()
            mark.about, mark.chosen = row.kept, row.faded
            self._put(mark, x, y, self._tick_width, height)
            x += self._tick_width
        self._put(self._card(row), x, y, self._width_of(row), height)

    def _put(self, widget: Widget, x: float, y: float, width: float, height: float) -> None:
        widget.size, widget.pos = (width, height), (x, y)
        self.add_widget(widget)

    def _card(self, row: Row) -> ItemCard:
        card = self._cards.take()
        card.kept, card.picture, card.faded = row.kept, row.picture, row.faded
        card.title, card.detail = row.told
        card.cover = App.get_running_app().cover if row.covered else ""
        card.shrink(self._shrink)
        return card

    def _button(self, section: Section) -> AddRow:
        button, palette = self._buttons.take(), App.get_running_app().palette
        button.topic, button.text = section.topic, section.button
        button.word_ink = palette.brick if section.is_last_resort else palette.pine
        button.ids.words.shrink = self._shrink
        return button


def _stepped(height: float) -> float:
    """In steps of twice the unit: what stands in several columns lines up, or clearly does not."""
    step = 2 * App.get_running_app().sizes.unit
    return float(-(-height // step) * step)
