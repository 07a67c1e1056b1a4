"""Who is greeted: the name, how to say it, the line to say, and a few small facts."""

import re
from html import escape
from itertools import product
from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.palette import code
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice
from kiosk.people.known.customers import Customer
from kiosk.people.words import Words, side_by_side, within
from kiosk.ui import placing
from kiosk.ui.widgets import Text

_NAME_SHRINKING = (1, 0.8, 0.65)
"""The name stays large even when it is the first to give way."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=\S)")


class GreetedPerson(Widget):
    """The name first; nothing of it is ever cut, but set smaller where there is too much."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        theme = App.get_running_app()
        ink, soft = theme.palette.ink, theme.palette.soft
        self.ids["headline"] = self._headline = Text(bold=True, ink=ink)
        self.ids["subline"] = self._subline = Text(wraps=True, ink=soft)
        self.ids["say"] = self._say = Text(wraps=True, markup=True, ink=ink)
        self.ids["facts"] = self._facts = Text(wraps=True, ink=soft)
        self._texts = (self._headline, self._subline, self._say, self._facts)
        for text in self._texts:
            self.add_widget(text)

    def show(self, greeting: Greeting, words: Words) -> None:
        """Tell who it is or, where nobody is to be named, what it is about."""
        who = greeting.customer
        self._headline.text = who.called_by if who else notice(greeting, words).title
        self._subline.text = _subline(who, words) if who else ""
        self._say.text = _say_markup(greeting.say, App.get_running_app().palette.pine, words)
        self._facts.text = side_by_side(*greeting.chips)

    def stand(self, x: float, top: float, width: float, floor: float, larger: float = 1) -> float:
        """The name's letters from `top` down, all of it `larger`; returns how far it reaches.

        That is not below `floor`, for what would is set smaller.
        """
        for shrink, of_name in product(placing.NEVER_CUT, _NAME_SHRINKING):
            self._set_smaller(width, larger * shrink, shrink * of_name * larger)
            bottom = self._stack(x, top, width)
            if bottom >= floor:
                break
        return bottom

    def lower(self, by: float) -> None:
        """Further down."""
        for text in self._texts:
            text.y -= by

    def _set_smaller(self, width: float, shrink: float, of_name: float) -> None:
        """The name by its own part, all else by `shrink`, wrapped at the width."""
        sizes, name = App.get_running_app().sizes, self._headline
        steps = [round(px * of_name) for px in sizes.name]
        name.px, name.wraps = placing.headline_size(name.text, steps, width)
        self._subline.px, self._say.px = round(sizes.subline * shrink), round(sizes.say * shrink)
        self._facts.px = round(sizes.chip * shrink)
        for text in self._texts[1:] if not name.wraps else self._texts:
            text.width = width

    def _stack(self, x: float, top: float, width: float) -> float:
        """Under each other; returns how far down they reach."""
        unit = App.get_running_app().sizes.unit
        return placing.stack(self._texts, x, top + self._headline.inset, [unit, 5 * unit, 6 * unit, 0])


def _subline(who: Customer, words: Words) -> str:
    full_name = "" if who.name == who.called_by else within(who.name)
    said = words.gettext("say “{how}”").format(how=within(who.pronunciation)) if who.pronunciation else ""
    return side_by_side(full_name, said)


def _say_markup(say: str, accent: tuple[float, ...], words: Words) -> str:
    """The line in quotation marks; of two sentences, the second is the one that matters."""
    if not say:
        return ""
    first, space, rest = _SENTENCE_END.sub("\n", say, count=1).partition("\n")
    strong = f'<span weight="bold" color="{code(accent)}">{escape(rest)}</span>' if space else ""
    line = f"{escape(first)}{' ' if space else ''}{strong}"
    return words.gettext("“{line}”").format(line=line)
