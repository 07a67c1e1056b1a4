"""How the rules speak without knowing a language: they are handed their words."""

import unicodedata
from datetime import date, time
from typing import Protocol
from zlib import crc32

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Between these stands what somebody wrote, where it would turn the words around it."""


class Words(Protocol):
    """The words of one language; `gettext` and `ngettext` as in the standard library."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, n: int, /) -> str: ...

    def writes(self, text: str, /) -> bool:
        """True where all letters of a text are of a script that this language is written in."""

    def afternoon(self, about: time) -> str:
        """Like "4 pm", or "4:30 pm"."""

    def weekday(self, day: date, /) -> str:
        """Like "Thursday"."""

    def day(self, day: date, /) -> str:
        """Like "3 November"."""

    def day_and_year(self, day: date, /) -> str:
        """Like "3 November 2021"."""

    def month_and_year(self, day: date, /) -> str:
        """Like "March 2021"."""

    def month(self, day: date, /) -> str:
        """Like "November", standing alone."""

    def number(self, n: float, /) -> str:
        """Like "4,812"."""

    def ordinal(self, n: int, /) -> str:
        """Like "65th"."""


def to_translate(message: str) -> str:
    """The message as it is, marked for the translators; who shows it hands it to `gettext`."""
    return message


def choose(phrasings: str, name: str, today: date) -> str:
    """One of several phrasings, each on a line of its own, by person and day.

    The same person hears another one tomorrow, and another one on the same weekday next week.
    """
    lines = phrasings.splitlines()
    return lines[(crc32(name.encode()) + today.toordinal()) % len(lines)]


def within(text: str) -> str:
    """What somebody wrote, to stand within a sentence of ours.

    Right-to-left text is set apart, so that it does not turn the words and signs around it.
    """
    return _set_apart(text) if _turns(text) else text


def filled(sentence: str, **literal: object) -> str:
    """A sentence of ours with file names, commands and the like in it.

    Where the sentence is right-to-left each is set apart: a path would lose its first slash to its other end.
    """
    if _turns(sentence):
        return sentence.format(**{name: _set_apart(str(text)) for name, text in literal.items()})
    return sentence.format(**literal)


def with_capital(text: str) -> str:
    """The same words, as they begin a title."""
    return text[:1].upper() + text[1:]


def side_by_side(*facts: str) -> str:
    """Facts in one line, without the empty ones.

    Where something in them is right-to-left each is set apart, so that none turns the number in the next.
    """
    said = [fact for fact in facts if fact]
    if len(said) > 1 and _turns("".join(said)):
        said = [_set_apart(fact) for fact in said]
    return " · ".join(said)


def _set_apart(text: str) -> str:
    """Facts that stand side by side already stay so: inside another isolate they would run left to right."""
    if text.startswith(FIRST_STRONG_ISOLATE) and text.endswith(POP_ISOLATE):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _turns(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
