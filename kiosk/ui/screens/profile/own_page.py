"""What is kept about somebody, turned to themselves: a letter."""

from collections.abc import Sequence
from itertools import product
from math import ceil
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.cards.qr import Modules
from kiosk.people.profile.own_page import Part
from kiosk.people.words import Words
from kiosk.ui import columns, placing
from kiosk.ui.columns import Piece, Section, Spacing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.profile.letter_line import LetterLine, height_of_heading
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.qr_code import across
from kiosk.ui.widgets.turned import Turned

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_MODULE_OF_TOUCH = 0.5 / 12
"""A module of the code is half a millimetre at least, where a finger needs twelve."""

_BESIDE = 0.6
"""The part of the width up to which the code leaves room for words beside it."""

_TIGHTER = (1, 0.5)
"""The room around the words of the buttons, in parts of the usual one."""

_WIDEST = 60
"""Type sizes that a line of a letter is wide at most: longer ones are hard to follow."""


class OwnPageScreen(Turned):
    """Notes first, and beside each line what can be done about it; the code at the end.

    Dispatches `on_change` with what a line tells of, `on_forget` with the change that forgets it, `on_take`
    for paper, and `on_thanks` at the end.
    """

    __events__ = ("on_change", "on_forget", "on_take", "on_thanks")
    on_change = on_forget = on_take = on_thanks = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._parts: Sequence[Part] = ()
        self._modules: Modules | None = None
        self._page, self._told, self._can_take = 0, "", False
        self._headings = Pool(Text)
        self._lines = Pool(
            lambda: LetterLine(words),
            on_change=lambda line: self.dispatch("on_change", line.line.kept),
            on_forget=lambda line: self.dispatch("on_forget", line.line.forget),
        )
        self.ids.take.text, self.ids.thanks.text = words.gettext("Take it along"), words.gettext("Thank you")
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, title: str, parts: Sequence[Part], modules: Modules | None, can_take: bool) -> None:
        """Show these lines, and the code that holds them; None where they are too many for one."""
        self.ids.headline.text = title
        self._parts, self._modules, self._can_take, self._told = parts, modules, can_take, ""
        self._arrange()

    def open_first_page(self) -> None:
        """Begin at the beginning."""
        self._page = 0

    def tell(self, sentence: str) -> None:
        """Say where the sheet is, or why something was not done."""
        self._told = sentence
        self._arrange()

    def turn_over(self, pages: int) -> None:
        """To a page further on, or back; after the last comes the first."""
        self._page = (self._page + pages) % len(self._pages)
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        if self._parts:
            placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        sizes, ids = App.get_running_app().sizes, self.ids
        unit = sizes.unit
        self._shrink, margin = shrink, (8 if self.height > self.width else 12) * unit
        width = min(self.width - 2 * margin, _WIDEST * sizes.subline)
        x, foot = self.x + (self.width - width) / 2, self.y + ids.thanks.height + 8 * unit
        ids.headline.width = ids.sentence.width = width
        ids.sentence.text = self._told
        top = placing.stack([ids.headline, ids.sentence], x, self.top - 2 * unit, [unit, 0]) - 5 * unit
        self._spacing = Spacing(unit, unit, 5 * unit)
        code = self._code_height(width, top - foot)
        self._heights = [self._measured(part, width) for part in self._parts]
        self._heights += [Section(0, [code])] if code else []
        self._pages = columns.flow(self._heights, top - foot, self._spacing)
        self._page = min(self._page, len(self._pages) - 1)
        self._put_page(x, top, width)
        tallest = max(part.heading + unit + max(part.rows) for part in self._heights)
        return self._set_buttons(x, width) and tallest <= top - foot

    def _set_buttons(self, x: float, width: float) -> bool:
        """At the foot, tighter and then smaller where they need it; returns whether they have room."""
        ids, unit = self.ids, App.get_running_app().sizes.unit
        ids.take.text = self._words.gettext("Take it along") if self._can_take else ""
        buttons = ids.thanks, ids.take, ids.pager
        for button in buttons:
            button.y = self.y + 5 * unit
        for smaller, tightness in product(placing.SHRINKING, _TIGHTER):
            for button in buttons:
                placing.set_smaller(button, smaller)
            ids.thanks.tightness = ids.take.tightness = tightness
            ids.pager.tell(self._page + 1, len(self._pages))
            left = placing.row_at_hand([one for one in buttons if one.width], x, width, 3 * unit)[1]
            if left + 3 * unit >= 0:
                return True
        return False

    def _code_height(self, width: float, room: float) -> float:
        """Pixels that the code takes with the words beside it or under it; 0 where it has no room."""
        sizes, code, about = App.get_running_app().sizes, self.ids.code, self.ids.about
        least = ceil(_MODULE_OF_TOUCH * sizes.touch)
        side = 0 if self._modules is None else least * across(self._modules)
        self._is_beside = side <= width * _BESIDE
        about.text, about.shown = self._words.gettext("The code takes all of it to your telephone."), True
        about.width = width - (side + 6 * sizes.unit if self._is_beside else 0)
        taken = max(side, about.height) if self._is_beside else side + 4 * sizes.unit + about.height
        code.size = side, side
        return float(taken) if side and side <= width and taken <= room else 0

    def _measured(self, part: Part, width: float) -> Section:
        rows = [LetterLine.height_of(line, width, self._shrink, self._words) for line in part.lines]
        return Section(height_of_heading(part.heading, width, self._shrink), rows)

    def _put_page(self, x: float, top: float, width: float) -> None:
        self._headings.give_back()
        self._lines.give_back()
        shown: list[Widget] = []
        is_code, below = False, top
        for piece in self._pages[self._page]:
            below -= self._spacing.above if below < top else 0
            if piece.section == len(self._parts):
                self._put_code(x, below)
                is_code = True
            else:
                below = self._put_piece(piece, x, below, width, shown)
        self.ids.code.modules = self._modules if is_code else None
        self.ids.about.shown = is_code
        put_only(self.ids.lines, shown)

    def _put_piece(self, piece: Piece, x: float, top: float, width: float, shown: list[Widget]) -> float:
        """A heading and its lines; returns how far down they reach."""
        theme, part = App.get_running_app(), self._parts[piece.section]
        heading = self._headings.take()
        heading.wraps, heading.bold, heading.width = True, True, width
        heading.text, heading.px = part.heading, theme.sizes.chip * self._shrink
        heading.ink, heading.shrink, heading.pos = theme.palette.soft, 1, (x, top - heading.height)
        shown.append(heading)
        below = heading.y - self._spacing.under
        for line in part.lines[piece.first : piece.end]:
            row = self._lines.take()
            row.show(line, x, below, width, self._shrink)
            shown.append(row)
            below = row.y - self._spacing.between
        return float(below + self._spacing.between)

    def _put_code(self, x: float, top: float) -> None:
        """The code, and what it is for."""
        code, about, unit = self.ids.code, self.ids.about, App.get_running_app().sizes.unit
        code.x, code.top = x, top
        if self._is_beside:
            about.pos = code.x + code.width + 6 * unit, top - (code.height + about.height) / 2
        else:
            about.pos = x, top - code.height - 4 * unit - about.height
