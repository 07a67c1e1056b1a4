"""What gives way at the foot of a greeting where room is short."""

from typing import NamedTuple


class Terse(NamedTuple):
    """How few words are made: which way of asking, None for none, and what is a picture alone."""

    asking: int | None
    gave: bool
    about: bool


TERSER = (
    Terse(0, gave=False, about=False),
    Terse(1, gave=False, about=False),
    Terse(2, gave=True, about=False),
    Terse(2, gave=True, about=True),
    Terse(None, gave=True, about=True),
)
"""From all the words to the fewest, one step after the other."""
