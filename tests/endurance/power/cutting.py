"""Cutting the power again and again at a device that was written down, and looking at what is found."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path
from random import Random
from shutil import copytree
from time import monotonic

from tests.endurance.power.after_cut import look
from tests.endurance.power.story import Moment
from tests.endurance.rig import Trial
from tests.endurance.scratch import scratch

_CUTS_A_DAY = 100
_THOROUGHLY_EVERY = 5
"""So many cuts: then every copy is put in place, too."""


class Recorded(ABC):
    """A day at work on a device: what was told, and how long the record was after each thing it did."""

    story: Sequence[Moment]
    ends: Sequence[int]

    @abstractmethod
    def follow(self, start: int, end: int) -> None:
        """The device has done these things."""

    @abstractmethod
    def after_cut(self, chance: Random) -> AbstractContextManager[Path]:
        """The database, in a folder with all that is found when the power comes back."""


Record = Callable[[Path, int, str], Recorded]
"""Lets a day happen in an empty folder, by its number and its seed."""


def cut_power(trial: Trial, record: Record) -> None:
    """A step is one cut; so many of them lie in one day that was recorded."""
    during, began = Counter[str](), monotonic()
    for day, steps in groupby(trial.steps(), lambda step: step // _CUTS_A_DAY):
        with scratch("day") as folder:
            recorded, followed = record(Path(folder), day, f"{trial.seed}/{day}"), 0
            chance = trial.chance("day", day)
            cuts = sorted(chance.randrange(len(recorded.ends)) for _ in range(_CUTS_A_DAY))
            for step in steps:
                cut = cuts[step % _CUTS_A_DAY]
                recorded.follow(followed, cut + 1)
                followed = cut + 1
                during[_one_cut(recorded, recorded.ends[cut], trial)] += 1
    trial.figures["amid"] = ", ".join(f"{what} {many:,}" for what, many in sorted(during.items()))
    trial.figures["cuts a minute:"] = f"{trial.done / (monotonic() - began) * 60:.0f}"


def _one_cut(recorded: Recorded, at: int, trial: Trial) -> str:
    is_thorough = trial.step % _THOROUGHLY_EVERY == 0
    try:
        with recorded.after_cut(trial.chance()) as database:
            return look(database, recorded.story, at, is_thorough)
    except Exception:
        with recorded.after_cut(trial.chance()) as database:
            copytree(database.parent, trial.folder / "as-found", dirs_exist_ok=True)
        raise
