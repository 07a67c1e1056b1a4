"""Things measured in turn, so that a disturbance of the machine meets all of them alike."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from time import sleep
from typing import TypeVar

Given = TypeVar("Given")
Taken = TypeVar("Taken")

Pause = tuple[float, float]
"""Seconds, at least and at most."""


def in_turn(
    measured: Sequence[Callable[[Given], Taken]],
    given: Iterable[Given],
    warming: int,
    chance: Random,
    pause: Pause = (0, 0),
) -> list[list[Taken]]:
    """What each of them returned for each of these, in an order that changes from round to round.

    The first `warming` rounds are left out.
    """
    took: list[list[Taken]] = [[] for _ in measured]
    for one in given:
        for n in chance.sample(range(len(measured)), len(measured)):
            took[n].append(measured[n](one))
            sleep(chance.uniform(*pause))
    return [values[warming:] for values in took]
