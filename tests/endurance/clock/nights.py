"""Nights from 1970 to 2099, those in ten zones on which the clocks change first of all.

Somebody comes again and again, the copy is made, and the clock jumps; what has to come of that is worked out
apart, with the local time of the C library.
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from time import monotonic
from typing import NamedTuple

from tests.endurance.clock.local import DAY, FIRST, LAST, ZONES, changes, in_zone
from tests.endurance.clock.night import BIRTHDAYS, Night
from tests.endurance.clock.turned import TurnedShop, why_not
from tests.endurance.rig import Rig, Trial
from tests.endurance.shop import make_shop, somebody

_LASTS = 12 * 3600
_EVERY = 13 * 60
_AROUND_A_CHANGE = (-1900, -1700, -330, -45, -20, 10, 40, 330, 1700, 1900, 3700)
"""Seconds."""
_SCANS = 8
_NOT_BEFORE = FIRST + 60 * DAY


class _Plan(NamedTuple):
    """When and where; `change` is when the clocks change that night, if they do."""

    zone: str
    begins: int
    change: int | None

    def moments(self, chance: Random) -> Iterator[float]:
        """When somebody comes."""
        if self.change is None:
            yield from (self.begins + chance.uniform(0, _LASTS) for _ in range(_SCANS))
        else:
            yield from range(self.begins, self.begins + _LASTS, _EVERY)
            yield from (self.change + seconds for seconds in _AROUND_A_CHANGE)


def run(trial: Trial) -> None:
    """A step is one night, with a shop of its own; the process at work is always the same."""
    base = trial.folder / "base.db"
    born = {"important_dates": [{"occasion": "birthday", "month": 1, "day": 1}]}
    make_shop(base, [somebody(n) | born for n in range(len(BIRTHDAYS))])
    counted = dict.fromkeys(("nights of change", "scans", "copies", "jumps"), 0)
    began = monotonic()
    with TurnedShop(trial.folder) as shop:
        for step in trial.steps():
            plan, chance = _plan(step, trial.chance(step, "plan")), trial.chance()
            with in_zone(plan.zone):
                night = Night(shop, base, plan.zone, plan.begins, chance)
                _live_through(night, plan, chance)
            counted["nights of change"] += plan.change is not None
            counted["scans"] += night.scans
            counted["copies"] += 1
            counted["jumps"] += night.jumps
    trial.figures |= {name: f"{many:,}" for name, many in counted.items()}
    trial.figures["nights a minute:"] = f"{trial.done / (monotonic() - began) * 60:.0f}"


def _live_through(night: Night, plan: _Plan, chance: Random) -> None:
    copied_at = plan.begins + chance.uniform(0, _LASTS)
    for at in sorted((*plan.moments(chance), copied_at)):
        if at == copied_at:
            night.copy_is_made(at)
        else:
            night.somebody_comes(at)
    night.clock_jumps(plan.begins + _LASTS + 3600)
    night.ends()


def _plan(step: int, chance: Random) -> _Plan:
    """All nights of change come first, then any."""
    changing = _nights_of_change()
    if step < len(changing):
        return changing[step]
    return _Plan(chance.choice(ZONES), chance.randrange(_NOT_BEFORE, LAST - DAY), None)


@cache
def _nights_of_change() -> list[_Plan]:
    found = []
    for zone in ZONES:
        with in_zone(zone):
            found += [_Plan(zone, at - _LASTS // 2, at) for at in changes() if at > _NOT_BEFORE]
    # In no order, so that a short run sees several zones and years.
    Random(1).shuffle(found)
    return found


RIG = Rig("nights", amount=10_000, short=4, run=run, missing=why_not)
