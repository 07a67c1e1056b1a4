"""Who is greeted: the name, how to say it, the line to say, and a few small facts."""

import re
from html import escape
from itertools import product
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.drawing.palette import code
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice
from kiosk.people.known.customers import Customer
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets import Chip

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_NAME_SHRINKING = (1, 0.8, 0.65)
"""The name stays large even when it is the first to give way."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=\S)")


class GreetedPerson(Widget):
    """The name first; nothing of it is ever cut, but set smaller where there is too much."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._chips = Pool(Chip)

    def show(self, greeting: Greeting, words: Words) -> None:
        """Tell who it is or, where nobody is to be named, what it is about."""
        who, ids = greeting.customer, self.ids
        ids.headline.text = who.called_by if who else notice(greeting, words).title
        ids.subline.text = _subline(who, words) if who else ""
        ids.say.text = _say_markup(greeting.say, App.get_running_app().palette.pine, words)
        chips = self._chips.first(len(greeting.chips))
        for chip, text in zip(chips, greeting.chips, strict=True):
            chip.text = text
        put_only(ids.chips, chips)

    def stand(self, x: float, top: float, width: float, floor: float) -> float:
        """From `top` down; returns how far it reaches: not below `floor`, for what would is set smaller."""
        for shrink, of_name in product(placing.NEVER_CUT, _NAME_SHRINKING):
            self._set_smaller(width, shrink, shrink * of_name)
            bottom = self._stack(x, top, width)
            widest = max((chip.width for chip in self.ids.chips.children), default=0)
            if bottom >= floor and widest <= width:
                break
        return bottom

    def lower(self, by: float) -> None:
        """Further down, if there is room."""
        if by > 0:
            for widget in (self.ids.headline, self.ids.subline, self.ids.say, *self.ids.chips.children):
                widget.y -= by

    def _set_smaller(self, width: float, shrink: float, of_name: float) -> None:
        """The name by its own part, all else by `shrink`, wrapped at the width."""
        sizes, ids = App.get_running_app().sizes, self.ids
        steps = [round(px * of_name) for px in sizes.name]
        ids.headline.px, wraps = placing.headline_size(ids.headline.text, steps, width)
        ids.headline.wraps = wraps
        ids.subline.px, ids.say.px = round(sizes.subline * shrink), round(sizes.say * shrink)
        for text in (ids.subline, ids.say, *([ids.headline] if wraps else [])):
            text.width = width
        for chip in ids.chips.children:
            chip.ids.words.shrink = shrink

    def _stack(self, x: float, top: float, width: float) -> float:
        """Under each other, the chips in rows; returns how far down they reach."""
        unit, ids = App.get_running_app().sizes.unit, self.ids
        bottom = placing.stack([ids.headline, ids.subline, ids.say], x, top, [unit, 5 * unit, 5 * unit])
        chips = placing.filling(ids.chips.children[::-1], width, 3 * unit)
        return placing.flow(chips, x, bottom - 6 * unit, width, 3 * unit) if chips else bottom


def _subline(who: Customer, words: Words) -> str:
    full_name = "" if who.name == who.called_by else within(who.name)
    said = words.gettext("say “{how}”").format(how=within(who.pronunciation)) if who.pronunciation else ""
    return "  ·  ".join(filter(None, [full_name, said]))


def _say_markup(say: str, accent: tuple[float, ...], words: Words) -> str:
    """The line in quotation marks; of two sentences, the second is the one that matters."""
    if not say:
        return ""
    first, space, rest = _SENTENCE_END.sub("\n", say, count=1).partition("\n")
    strong = f'<span weight="bold" color="{code(accent)}">{escape(rest)}</span>' if space else ""
    line = f"{escape(first)}{' ' if space else ''}{strong}"
    return words.gettext("“{line}”").format(line=line)
