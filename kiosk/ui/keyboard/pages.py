"""The pages of the keyboard: which keys stand where."""

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from kiosk.ui.keyboard.layouts import LAYOUTS, Layout


class Does(Enum):
    """What a key does."""

    TYPE = auto()
    SHIFT = auto()
    BACKSPACE = auto()
    TURN = auto()
    DONE = auto()


class Page(StrEnum):
    """The pages, by the words on the keys that turn to them; OTHER are letters of other languages.

    No key turns to DIGITS: it is for what has digits only.
    """

    LETTERS = "abc"
    SIGNS = "123"
    OTHER = "é"
    EMOJI = "🙂"
    DIGITS = "1"


class Key(NamedTuple):
    """One key: what it shows and, where it types, types; its width beside the others; what holding offers."""

    face: str
    does: Does = Does.TYPE
    weight: float = 1
    held: tuple[str, ...] = ()
    page: Page = Page.LETTERS


Rows = tuple[tuple[Key, ...], ...]

SPACE = " "
SHIFT, LOCK, BACK = "⇧", "⇪", "⌫"
_END = Key(".", held=tuple(",?!’-:"), weight=0.9)
_SIGNS = (tuple("1234567890"), tuple("-/:;()&@“”"), tuple(",?!’'+=#*"))
_EMOJI = (
    tuple("🎂🎉🎁💐🌹🎈🥂🍰🍪🥐"),
    ("☕", "🧁", "🍓", "🐶", "🐱", "👶", "👋", "🙂", "😊", "🤍"),
    ("❤️", "🙏", "👍", "⭐", "🌞", "🏖️", "✈️", "🏠"),
)
_ACCENTS = (tuple("àáâäãåæçćč"), tuple("èéêëęìíîïł"), tuple("ñòóôöøœùúû"))
_PAD = (
    *(tuple(map(Key, row)) for row in ("123", "456", "789")),
    (Key(BACK, Does.BACKSPACE), Key("0"), Key("", Does.DONE)),
)
_MOST_HELD = 8
_MANY = 9
"""Beside this many letters in a row there is less room for the other keys."""


def rows(language: str, page: Page, shifted: bool) -> Rows:
    """The four rows of a page; the main key, at the end of the last one, says what it is told to."""
    if page is Page.DIGITS:
        return _PAD
    layout = LAYOUTS[language]
    if page is Page.LETTERS:
        upper = _letters(layout, shifted)
    elif page is Page.OTHER and not layout.is_latin:
        upper = _letters(LAYOUTS["en"], shifted)
    elif page is Page.OTHER:
        upper = _with_keys(_ACCENTS, layout, shifted, has_shift=True)
    else:
        upper = _with_keys(_EMOJI if page is Page.EMOJI else _SIGNS, layout, False, has_shift=False)
    return (*upper, _last_row(layout, page))


def _letters(layout: Layout, shifted: bool) -> Rows:
    return _with_keys(tuple(tuple(row) for row in layout.rows), layout, shifted, layout.has_capitals)


def _with_keys(faces: tuple[tuple[str, ...], ...], layout: Layout, shifted: bool, has_shift: bool) -> Rows:
    """Keys for these faces; shift and backspace stand at the ends of the last row."""
    first, second, third = (tuple(_key(face, layout, shifted) for face in row) for row in faces)
    weight = 1.55 if len(third) < _MANY else 1.2
    shift = (Key(SHIFT, Does.SHIFT, weight),) if has_shift else ()
    return first, second, (*shift, *third, Key(BACK, Does.BACKSPACE, weight))


def _key(letter: str, layout: Layout, shifted: bool) -> Key:
    held = tuple(layout.held.get(letter, ""))[:_MOST_HELD]
    if not shifted:
        return Key(letter, held=held)
    return Key(layout.capital(letter), held=tuple(map(layout.capital, held)))


def _face(page: Page, layout: Layout) -> str:
    if page is Page.LETTERS:
        return layout.first
    return "abc" if page is Page.OTHER and not layout.is_latin else page


def _last_row(layout: Layout, page: Page) -> tuple[Key, ...]:
    """The other pages, the space bar, the full stop and the main key."""
    turns: Mapping[Page, tuple[Page, Page, Page]] = {
        Page.LETTERS: (Page.SIGNS, Page.OTHER, Page.EMOJI),
        Page.SIGNS: (Page.LETTERS, Page.OTHER, Page.EMOJI),
        Page.OTHER: (Page.SIGNS, Page.LETTERS, Page.EMOJI),
        Page.EMOJI: (Page.SIGNS, Page.OTHER, Page.LETTERS),
    }
    turning = (Key(_face(to, layout), Does.TURN, 1.15, page=to) for to in turns[page])
    return (*turning, Key(SPACE, weight=3.2), _END, Key("", Does.DONE, 2.1))
