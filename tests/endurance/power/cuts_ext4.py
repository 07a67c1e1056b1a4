"""Power cuts on a real ext4, whose disk forgets what was not flushed: the same days, looked at alike."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from tests.endurance.power.cutting import Recorded, cut_power
from tests.endurance.power.days import shop_of_the_day, work_through
from tests.endurance.power.disk import ForgetfulDisk, entries_in, mounted, new_disk, why_not, written_down
from tests.endurance.rig import Rig


class _Day(Recorded):
    def __init__(self, place: Path, day: int, seed: str) -> None:
        image, log = place / "image", place / "log"
        self._found, self._mounted = place / "found", place / "mounted"
        new_disk(image)
        with mounted(image, self._mounted) as folder:
            shop_of_the_day(folder, day)
        self._device = ForgetfulDisk(image)
        with written_down(image, log) as shown, mounted(shown, self._mounted) as folder:
            database = folder / "kiosk.db"
            self.story = work_through(database, log, place / "story.json", seed, os.environ)
            self._entries = list(entries_in(log.read_bytes()))
        self.ends = [entry.ends_at for entry in self._entries]

    def follow(self, start: int, end: int) -> None:
        self._device.follow(self._entries[start:end])

    @contextmanager
    def after_cut(self, chance: Random) -> Iterator[Path]:
        self._device.after_cut(chance, self._found)
        with mounted(self._found, self._mounted) as folder:
            yield folder / "kiosk.db"


RIG = Rig("cuts", amount=10_000, short=20, run=partial(cut_power, record=_Day), missing=why_not)
