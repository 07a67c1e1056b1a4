"""The kinds of note, as pills to choose one from."""

from collections.abc import Mapping
from typing import Any

from kivy.app import App
from kivy.properties import OptionProperty
from kivy.uix.widget import Widget

from kiosk.people.changing.drafts import DraftKind
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.pictures import GIVEN, NOTES, RECEIVED
from kiosk.ui.widgets import Choice

PICTURES: Mapping[DraftKind, str] = {
    **{DraftKind(kind): picture for kind, picture in NOTES.items()},
    DraftKind.BROUGHT: RECEIVED,
    DraftKind.GAVE: GIVEN,
}


class NoteKinds(Widget):
    """One pill for each kind; `kind` is the chosen one."""

    kind = OptionProperty(DraftKind.REMEMBER, options=list(DraftKind))

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._choices: dict[DraftKind, Choice] = {}
        self.fbind("kind", self._mark)

    def name(self, words: Words) -> None:
        """Write the kinds on their pills."""
        for kind in DraftKind:
            choice = self._choices[kind] = Choice(text=kind_word(kind, words))
            choice.bind(on_tap=lambda _, kind=kind: self.setter("kind")(self, kind))
            self.add_widget(choice)
        self._mark()

    def stand(self, x: float, top: float, width: float, pictures: bool) -> float:
        """Take as many rows as are needed or, without `pictures`, one; returns how far down they reach."""
        unit, choices = App.get_running_app().sizes.unit, list(self._choices.values())
        for kind, choice in self._choices.items():
            choice.picture, choice.pad = PICTURES[kind] if pictures else "", 4 * unit
            choice.ids.words.wraps = False
        columns = _columns(choices, width, 2 * unit) if pictures else len(choices)
        _fill(choices, columns, width, 2 * unit)
        return placing.flow(choices, x, top, width, 2 * unit)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole on its pill."""
        return not any(choice.ids.words.breaks_words for choice in self._choices.values())

    def _mark(self, *_: Any) -> None:
        for kind, choice in self._choices.items():
            choice.chosen = kind == self.kind


def how_long(kind: DraftKind, name: str, words: Words) -> str:
    """For how long it is shown."""
    return {
        DraftKind.REMEMBER: words.gettext("Shown for 90 days"),
        DraftKind.ASK_ABOUT: words.gettext("Shown for 4 weeks, or until asked"),
        DraftKind.ALWAYS_SHOW: words.gettext("Always shown"),
        DraftKind.MAKE_RIGHT: words.gettext("Shown until it is put right"),
        DraftKind.BROUGHT: words.gettext("Shown until thanked"),
        DraftKind.GAVE: words.gettext("Kept with {name}").format(name=name),
    }[kind]


def kind_word(kind: DraftKind, words: Words) -> str:
    """The kind on its pill."""
    return {
        DraftKind.REMEMBER: words.gettext("Remember"),
        DraftKind.ASK_ABOUT: words.gettext("Ask about"),
        DraftKind.ALWAYS_SHOW: words.gettext("Always show"),
        DraftKind.MAKE_RIGHT: words.gettext("Make it right"),
        DraftKind.BROUGHT: words.gettext("They brought us"),
        DraftKind.GAVE: words.gettext("We gave them"),
    }[kind]


def _columns(choices: list[Choice], width: float, gap: float) -> int:
    """All in one row if they fit, otherwise as many as make even rows."""
    widths = [choice.widest + 2 * choice.pad for choice in choices]
    if sum(wide + gap for wide in widths) - gap <= width:
        return len(choices)
    widest = max(widths)
    return 3 if 3 * (widest + gap) - gap <= width else 2


def _fill(choices: list[Choice], columns: int, width: float, gap: float) -> None:
    """Fill the width: one row by what the words need, several in columns; words too wide are wrapped."""
    room = width - gap * (columns - 1)
    share = (room - sum(choice.widest for choice in choices)) / len(choices)
    for choice in choices:
        words = choice.ids.words
        if columns == len(choices) and share >= 2 * gap:
            choice.pad = min(int(share / 2), 5 * gap / 2) + (choice.widest - words.width) / 2
            continue
        wide = int(room / columns)
        words.wraps = choice.widest > wide - 2 * gap
        if words.wraps:
            words.width = wide - 2 * gap
        choice.pad = (wide - words.width) / 2
