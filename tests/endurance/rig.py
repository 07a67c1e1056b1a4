"""What every rig is, and what it is given: how much to do, and chance that can be had again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from random import Random
from time import monotonic

_SECONDS_BETWEEN_NEWS = 60


@dataclass(frozen=True, slots=True)
class Rig:
    """One way to try the kiosk hard; `amount` and `short` count `unit`, `a_step` is how many one step does.

    `run` raises whatever it finds. A step of a rig that goes `by_steps` depends on the seed and on its own
    number alone, so it can be repeated without those before it. `missing` says why it cannot run here.
    """

    unit: str
    amount: int
    short: int
    run: "Callable[[Trial], None]"
    a_step: int = 1
    by_steps: bool = True
    missing: Callable[[], str] = lambda: ""


@dataclass
class Trial:
    """One run of a rig, in a folder of its own; `figures` are what it has measured, by name.

    `errors` are those that the kiosk's journal has told.
    """

    rig: Rig
    seed: int
    amount: int
    folder: Path
    first: int = 0
    tell: Callable[[str], None] = print
    step: int = 0
    done: int = 0
    figures: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def steps(self) -> Iterator[int]:
        """The numbers of the steps, one after the other; tells once a minute how far it has come."""
        began = told = monotonic()
        last = self.first + ceil(self.amount / self.rig.a_step)
        for step in range(self.first, last):
            self.step = step
            yield step
            assert not self.errors, self.errors
            self.done = (step + 1 - self.first) * self.rig.a_step
            now = monotonic()
            if now - told > _SECONDS_BETWEEN_NEWS:
                told = now
                a_second = self.done / (now - began)
                left = (self.amount - self.done) / a_second / 60
                self.tell(f"{self.done:,} of {self.amount:,} {self.rig.unit}, about {left:.0f} minutes left")

    def chance(self, *what: object) -> Random:
        """The chance of the step under way, or of something else by name: the same for the same seed."""
        return Random("/".join(map(str, (self.seed, *(what or (self.step,))))))
