"""What is kept about somebody, turned to themselves."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.cards.qr import Modules
from kiosk.drawing.typesetting import Style, measure
from kiosk.people.profile.own_page import Part, title
from kiosk.people.words import Words
from kiosk.ui import columns, placing
from kiosk.ui.columns import Piece, Spacing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.qr_code import across

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_MODULE_OF_TOUCH = 0.5 / 12
"""A module of the code is half a millimetre at least, where a finger needs twelve."""


class OwnPageScreen(Claiming):
    """Calm, and with nothing to change. Dispatches `on_take` for paper, and `on_thanks` at the end."""

    sentence = StringProperty("")
    after_sign = StringProperty("")
    __events__ = ("on_take", "on_thanks")
    on_take = on_thanks = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._parts: Sequence[Part] = ()
        self._modules: Modules | None = None
        self._page, self._printed = 0, ""
        self._pages: list[list[Piece]] = []
        self._texts = Pool(Text)
        self.ids.headline.text = title(words)
        self.ids.take.text, self.ids.thanks.text = words.gettext("Take it along"), words.gettext("Thank you")
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, parts: Sequence[Part], modules: Modules | None) -> None:
        """Show these lines, and the code that holds them; None where they are too many for one."""
        self._parts, self._modules, self._page, self._printed = parts, modules, 0, ""
        self._arrange()

    def tell_printed(self, sentence: str) -> None:
        """Say where the sheet is."""
        self._printed = sentence
        self._arrange()

    def turn_over(self) -> None:
        """To the next page; after the last comes the first."""
        self._page = (self._page + 1) % len(self._pages)
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        if self._parts:
            placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        unit, ids = App.get_running_app().sizes.unit, self.ids
        x, width = self.x + 8 * unit, self.width - 16 * unit
        foot = self.y + ids.thanks.height + 7 * unit
        ids.code.modules, beside, floor = self._set_code(x, width, foot)
        top = self._set_head(x, beside) - 4 * unit
        self._spacing = Spacing(1.5 * unit, unit, 5 * unit)
        self._heights = [self._measured(part, beside, shrink) for part in self._parts]
        self._pages = columns.flow(self._heights, top - floor, self._spacing)
        self._page = min(self._page, len(self._pages) - 1)
        self._put_lines(x, top, beside, shrink)
        tallest = max(part.heading + unit + max(part.rows) for part in self._heights)
        return self._set_buttons(x, width) and tallest <= top - floor

    def _set_buttons(self, x: float, width: float) -> bool:
        """At the foot; returns whether they have room."""
        ids, unit = self.ids, App.get_running_app().sizes.unit
        is_long = len(self._pages) > 1
        self.after_sign = f"{self._page + 1}/{len(self._pages)} ›" if is_long else ""
        buttons = (ids.thanks, ids.take, ids.after)
        for button in buttons:
            button.y = self.y + 5 * unit
        return placing.row_at_hand(buttons, x, width, 3 * unit)[1] >= 0

    def _set_code(self, x: float, width: float, floor: float) -> tuple[Modules | None, float, float]:
        """The code beside the lines or, upright, under them.

        Returns its modules, None where it has no room, the width of the lines, and how far down they reach.
        """
        code, sizes, is_upright = self.ids.code, App.get_running_app().sizes, self.height > self.width
        unit, least = sizes.unit, ceil(_MODULE_OF_TOUCH * sizes.touch)
        room = min(width, (self.top - floor) * 0.6) if is_upright else min(width * 0.5, self.top - floor)
        module = 0 if self._modules is None else int(room / across(self._modules))
        if self._modules is None or module < least:
            return None, width, floor
        module = min(module, least if is_upright else least + 1)
        code.size = (module * across(self._modules),) * 2
        if is_upright:
            code.x, code.y = x + (width - code.width) / 2, floor
            return self._modules, width, code.top + 4 * unit
        code.right, code.top = x + width, self.top
        return self._modules, width - code.width - 8 * unit, floor

    def _set_head(self, x: float, width: float) -> float:
        """The headline, and what can be done; returns how far down they reach."""
        ids, words = self.ids, self._words
        if self._printed:
            self.sentence = self._printed
        elif ids.code.modules:
            self.sentence = words.gettext("The code takes all of it to your telephone.")
        else:
            self.sentence = words.gettext("It is too long for a code: the sheet has all of it.")
        ids.headline.width = ids.sentence.width = width
        unit = App.get_running_app().sizes.unit
        return placing.stack([ids.headline, ids.sentence], x, self.top, [unit, 0])

    def _measured(self, part: Part, width: float, shrink: float) -> columns.Section:
        heading, line = self._styles(shrink)
        rows = [float(measure(text, line, int(width)).height) for text in part.lines]
        return columns.Section(measure(part.heading, heading, int(width)).height, rows)

    def _styles(self, shrink: float) -> tuple[Style, Style]:
        """Those of headings and of lines."""
        sizes, palette = App.get_running_app().sizes, App.get_running_app().palette
        return (
            Style(int(sizes.chip * shrink), True, palette.soft[:3]),
            Style(int(sizes.title * shrink), False, palette.ink[:3]),
        )

    def _put_lines(self, x: float, top: float, width: float, shrink: float) -> None:
        self._texts.give_back()
        self.ids.lines.clear_widgets()
        heading, line = self._styles(shrink)
        below = top
        for piece in self._pages[self._page]:
            part = self._parts[piece.section]
            below -= self._spacing.above if below < top else 0
            below = self._put(part.heading, heading, x, below, width) - self._spacing.under
            for text in part.lines[piece.first : piece.end]:
                below = self._put(text, line, x, below, width) - self._spacing.between
            below += self._spacing.between

    def _put(self, words: str, style: Style, x: float, top: float, width: float) -> float:
        """Put a text on the glass; returns how far down it reaches."""
        text = self._texts.take()
        text.wraps, text.width, text.shrink = True, width, 1
        text.text, text.bold, text.ink, text.px = words, style.bold, (*style.color, 1), style.px
        text.pos = x, top - text.height
        self.ids.lines.add_widget(text)
        return float(text.y)
