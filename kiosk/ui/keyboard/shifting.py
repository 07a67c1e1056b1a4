"""The shift key: once for the next letter, twice quickly for all of them."""

from enum import Enum, auto

DOUBLE_TAP = 0.4
"""Seconds between two taps that count as one double tap."""


class Shift(Enum):
    """How letters are typed: small, capital for one of them, or capital."""

    OFF = auto()
    ONCE = auto()
    LOCKED = auto()


def tapped(shift: Shift, since_last: float) -> Shift:
    """After a tap on the key, so many seconds after the one before."""
    if shift is not Shift.LOCKED and since_last <= DOUBLE_TAP:
        return Shift.LOCKED
    return Shift.ONCE if shift is Shift.OFF else Shift.OFF


def typed(shift: Shift) -> Shift:
    """After a letter."""
    return Shift.OFF if shift is Shift.ONCE else shift
