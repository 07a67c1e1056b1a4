"""The greeting: the name first, one line to say, and the cues that fit."""

import re
from collections.abc import Sequence
from html import escape
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.drawing.palette import code
from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.screens.cue_pictures import picture_and_title
from kiosk.ui.screens.greeting_foot import done_word
from kiosk.ui.widgets import Chip, CueCard

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

OPTICAL_MIDDLE = 0.4
"""What is meant to stand in the middle looks right a little above it."""

SHRINKING = (1, 0.8, 0.65, 0.5, 0.4)
"""What is never cut is set smaller, in these steps, where there is too much of it."""

_NAME_SHRINKING = (1, 0.8, 0.65)
"""The name stays large even when it is the first to give way."""

_CARDS_UPRIGHT = 0.34
"""The part of an upright screen that is kept for the cards."""

_LONG_TITLE = 60
_TIGHT = 0.8
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=\S)")
_LOUD = {CueKind.ALERT, CueKind.CONCERN}
_NOTES = {CueKind.CONCERN, CueKind.ALERT, CueKind.ASK, CueKind.THANK, CueKind.NOTE}
_FESTIVE = {CueKind.CELEBRATION, CueKind.COMPANION}


class GreetingScreen(Widget):
    """Shows one greeting; arranges itself anew whenever its size changes.

    Dispatches `on_tapped` with the tap on a cue, `on_taken_back` with one that is undone,
    `on_came_along` with a companion, `on_gave` with one of the shop's own `gestures`, or nothing where that
    has still to be written down, `on_about`, and `on_add_note`.
    """

    __events__ = ("on_about", "on_add_note", "on_came_along", "on_gave", "on_taken_back", "on_tapped")

    def __init__(self, words: Words, gestures: tuple[str, ...] = (), **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.ids.foot.gestures = gestures
        self._greeting = Greeting(Outcome.UNNAMED)
        self._cues: tuple[Cue, ...] = ()
        self._note_waits = False
        self._pool: list[CueCard] = []
        self._chips: list[Chip] = []
        self.bind(pos=self._arrange, size=self._arrange)
        self.ids.foot.bind(height=self._arrange)

    def show(self, greeting: Greeting, done: Tap | None = None) -> None:
        """Put a greeting on the glass; `done` is what a tap on it has just done."""
        self._greeting = greeting
        who, ids, theme = greeting.customer, self.ids, App.get_running_app()
        ids.headline.text = who.called_by if who else notice(greeting, self._words).title
        ids.subline.text = _subline(who.name, who.called_by, who.pronunciation, self._words) if who else ""
        ids.say.text = _say_markup(greeting.say, theme.palette.pine, self._words)
        self._set_chips(greeting.chips)
        self._cues = greeting.cues
        ids.foot.show(greeting, self._words, done, self._note_waits)
        self._arrange()

    def show_draft(self, waits: bool) -> None:
        """Tell with the next greeting that a note waits to be finished, or that none does."""
        self._note_waits = waits

    def is_of(self, greeting: Greeting) -> bool:
        """True while this is a greeting of whoever is on the glass."""
        return self.whose is not None and self.whose == greeting.whose

    @property
    def whose(self) -> UUID | None:
        """Whose greeting it is, named or not."""
        return self._greeting.whose

    @property
    def customer(self) -> Customer | None:
        """Who is greeted."""
        return self._greeting.customer

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer on the glass, and those beside them."""
        assert self._greeting.customer is not None
        present = (c.customer.id for c in self._greeting.companions if c.present)
        return self._greeting.customer.id, frozenset(present)

    def on_about(self) -> None:
        """Nothing, until somebody binds to it."""

    def on_add_note(self) -> None:
        """Nothing, until somebody binds to it."""

    def on_gave(self, what: str) -> None:
        """Nothing, until somebody binds to it."""

    def on_tapped(self, tap: Tap) -> None:
        """Nothing, until somebody binds to it."""

    def on_taken_back(self, tap: Tap) -> None:
        """Nothing, until somebody binds to it."""

    def on_came_along(self, companion: Companion) -> None:
        """Nothing, until somebody binds to it."""

    def _set_chips(self, texts: Sequence[str]) -> None:
        """Widgets are used again: those thrown away would keep their pictures until Python tidies up."""
        self._chips += [Chip() for _ in range(len(texts) - len(self._chips))]
        self.ids.chips.clear_widgets()
        for chip, text in zip(self._chips, texts, strict=False):
            chip.text = text
            self.ids.chips.add_widget(chip)

    def _arrange(self, *_: Any) -> None:
        theme = App.get_running_app()
        unit, portrait = theme.sizes.unit, self.height > self.width
        margin, gutter = 8 * unit, 11 * unit
        full = self.width - 2 * margin
        one_column = portrait or not self._cues
        column = full if one_column else (full - gutter) / 2
        x, top = self.x + margin, self.top - (2 if portrait else 6) * unit
        beside = x + column + gutter
        if theme.left_handed and not one_column:
            x, beside = beside, x
        floor = self._set_foot(self.x + margin, full)
        bottom = self._set_person(x, top, column, floor + self.height * _CARDS_UPRIGHT if portrait else floor)
        if portrait:
            self._set_cards(x, bottom - 5 * unit, column, floor)
            return
        self._lower_person((bottom - floor) * OPTICAL_MIDDLE)
        self._set_cards(beside, top, column, floor, centred=True)

    def _set_foot(self, x: float, width: float) -> float:
        """The foot of the screen; returns how far down the rest may reach."""
        foot, unit = self.ids.foot, App.get_running_app().sizes.unit
        foot.is_upright = self.height > self.width
        foot.tightness = _TIGHT if foot.is_upright else 1
        foot.pos, foot.width = (x, self.y + 5 * unit), width
        # Kivy brings `top` up to date only after it has told of a new height.
        above = (2 if foot.is_upright else 4) * unit
        return float(foot.y + foot.height + above if foot.height else foot.y)

    def _set_person(self, x: float, top: float, width: float, floor: float) -> float:
        """Name, pronunciation, line and chips from `top` down; returns how far they reach.

        What would reach below `floor` is set smaller.
        """
        for shrink, of_name in product(SHRINKING, _NAME_SHRINKING):
            bottom = self._set_person_in(x, top, width, shrink, shrink * of_name)
            widest = max((chip.width for chip in self.ids.chips.children), default=0)
            if bottom >= floor and widest <= width:
                break
        return bottom

    def _set_person_in(self, x: float, top: float, width: float, shrink: float, of_name: float) -> float:
        sizes, ids = App.get_running_app().sizes, self.ids
        steps = [round(px * of_name) for px in sizes.name]
        ids.headline.px, wraps = placing.headline_size(ids.headline.text, steps, width)
        ids.headline.wraps = wraps
        ids.subline.px, ids.say.px = round(sizes.subline * shrink), round(sizes.say * shrink)
        for text in (ids.subline, ids.say, *([ids.headline] if wraps else [])):
            text.width = width
        unit = sizes.unit
        person = [ids.headline, ids.subline, ids.say]
        bottom = placing.stack(person, x, top, [unit, 5 * unit, 5 * unit])
        chips = list(reversed(ids.chips.children))
        for chip in chips:
            chip.ids.words.shrink = shrink
        return (
            placing.flow(placing.filling(chips, width, 3 * unit), x, bottom - 6 * unit, width, 3 * unit)
            if chips
            else bottom
        )

    def _lower_person(self, by: float) -> None:
        """Down to the middle of the room."""
        if by > 0:
            for widget in (self.ids.headline, self.ids.subline, self.ids.say, *self.ids.chips.children):
                widget.y -= by

    def _set_cards(self, x: float, top: float, width: float, bottom: float, centred: bool = False) -> None:
        sizes, ids = App.get_running_app().sizes, self.ids
        gap, room = 4 * sizes.unit, top - bottom
        column = self._fitting_cards(width, room, gap)
        hidden = len(self._cues) - len(column)
        ids.more.text = self._words.gettext("+{n} more").format(n=hidden) if hidden else ""
        ids.cards.clear_widgets()
        for card in column:
            ids.cards.add_widget(card)
        gaps = [gap] * (len(column) + 1)
        height = placing.stacked_height([*column, ids.more], gaps)
        placing.stack(
            [*column, ids.more], x, top - (room - height) * OPTICAL_MIDDLE if centred else top, gaps
        )

    def _fitting_cards(self, width: float, room: float, gap: float) -> list[CueCard]:
        """The cards that fit. Alerts and the first cue are never left out: rather all is set smaller."""
        more = App.get_running_app().sizes.chip * 1.5
        kept = [cue.kind is CueKind.ALERT or i == 0 for i, cue in enumerate(self._cues)]
        always = [i for i, is_kept in enumerate(kept) if is_kept]
        below = more + gap if len(always) < len(kept) else 0
        for shrink in SHRINKING:
            heights = [self._card(i, width, shrink).height for i in always]
            if sum(heights) + gap * (len(heights) - 1) + below <= room:
                break
        shown = placing.fitting(kept, lambda i: self._card(i, width, shrink).height, room, gap, more)
        return [self._pool[i] for i in shown]

    def _new_card(self, index: int) -> CueCard:
        card = CueCard(size_hint=(None, None))
        card.bind(on_done=lambda *_: self.dispatch("on_tapped", self._cues[index].tap))
        return card

    def _card(self, index: int, width: float, shrink: float) -> CueCard:
        while index >= len(self._pool):
            self._pool.append(self._new_card(len(self._pool)))
        theme, card, cue = App.get_running_app(), self._pool[index], self._cues[index]
        palette, sizes = theme.palette, theme.sizes
        card.picture, card.title = picture_and_title(cue)
        card.detail, card.shrink = cue.detail, shrink
        card.ids.button.ids.words.shrink = max(shrink, 1 / theme.look.text_scale)
        card.cover = theme.cover if cue.kind in _NOTES else ""
        card.done = "" if cue.action is None else done_word(cue.action, self._words)
        is_long = len(card.title) > _LONG_TITLE
        card.strong = not is_long
        card.title_px = sizes.chip if is_long else sizes.title
        card.fill, card.edge = _colors(cue.kind, palette)
        card.detail_ink = palette.soft if card.fill == list(palette.card) else palette.ink
        card.width = width
        return card


def _colors(kind: CueKind, palette: Any) -> tuple[Any, Any]:
    if kind in _FESTIVE:
        return palette.marigold_wash, palette.marigold
    if kind in _LOUD:
        return palette.brick_wash, palette.brick
    if kind is CueKind.GENTLE:
        return palette.sky_wash, palette.sky
    return palette.card, palette.line


def _subline(name: str, called_by: str, pronunciation: str, words: Words) -> str:
    full_name = "" if name == called_by else within(name)
    said = words.gettext("say “{how}”").format(how=within(pronunciation)) if pronunciation else ""
    return "  ·  ".join(filter(None, [full_name, said]))


def _say_markup(say: str, accent: tuple[float, ...], words: Words) -> str:
    """The line in quotation marks; of two sentences, the second is the one that matters."""
    if not say:
        return ""
    first, space, rest = _SENTENCE_END.sub("\n", say, count=1).partition("\n")
    strong = f'<span weight="bold" color="{code(accent)}">{escape(rest)}</span>' if space else ""
    line = f"{escape(first)}{' ' if space else ''}{strong}"
    return words.gettext("“{line}”").format(line=line)
