"""Editing text: each change makes a new text and caret from the old ones.

What is seen as one character is never cut in two, however many Python counts in it.
"""

from typing import NamedTuple

from kiosk.drawing.carets import places


class Edited(NamedTuple):
    """Text, and the caret before the character at that place."""

    text: str
    caret: int


def insert(edited: Edited, typed: str, most: int) -> Edited:
    """Put in what was typed; all of it or, where more than `most` characters would stand there, nothing."""
    before, after = edited.text[: edited.caret], edited.text[edited.caret :]
    text = before + typed + after
    if len(text) > most:
        return edited
    return at(Edited(text, edited.caret), len(before) + len(typed))


def backspace(edited: Edited) -> Edited:
    """Take away the character before the caret."""
    start = max((place for place in places(edited.text) if place < edited.caret), default=0)
    text = edited.text[:start] + edited.text[edited.caret :]
    return at(Edited(text, start), start)


def delete(edited: Edited) -> Edited:
    """Take away the character after the caret."""
    end = min((place for place in places(edited.text) if place > edited.caret), default=len(edited.text))
    text = edited.text[: edited.caret] + edited.text[end:]
    return at(Edited(text, edited.caret), edited.caret)


def at(edited: Edited, place: int) -> Edited:
    """The caret at `place`, or at the next one where it may stand."""
    allowed = (stop for stop in places(edited.text) if stop >= place)
    return Edited(edited.text, next(allowed, len(edited.text)))
