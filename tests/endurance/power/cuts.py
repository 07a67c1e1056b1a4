"""Power cuts in a folder that forgets what was not synced: any account can do it, and many of them.

A program is at work while a library writes down each of its calls; then, call by call, it is worked out
what a power cut at that moment could have left, and the kiosk is opened on that.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.endurance.power.cutting import Recorded, cut_power
from tests.endurance.power.days import shop_of_the_day, work_through
from tests.endurance.power.forgetful import ForgetfulFolder, calls_in, lay_out
from tests.endurance.rig import Rig


class _Day(Recorded):
    def __init__(self, place: Path, day: int, seed: str) -> None:
        disk, record = place / "disk", place / "record"
        disk.mkdir()
        record.touch()
        self._after = place / "after"
        self._database = shop_of_the_day(disk, day)
        self._device = ForgetfulFolder(disk)
        story = place / "story.json"
        self.story = work_through(self._database, record, story, seed, recording(disk, record))
        self._calls = list(calls_in(record.read_bytes()))
        self.ends = [call.ends_at for call in self._calls]

    def follow(self, start: int, end: int) -> None:
        for call in self._calls[start:end]:
            self._device.follow(call)

    @contextmanager
    def after_cut(self, chance: Random) -> Iterator[Path]:
        shutil.rmtree(self._after, ignore_errors=True)
        lay_out(self._device.after_cut(chance), self._database.parent, self._after)
        yield self._after / self._database.name


def recording(folder: Path, record: Path) -> dict[str, str]:
    """The environment in which it is written down what a program does to the files in a folder."""
    recorded = {"RECORDED_FOLDER": str(folder), "RECORDED_IN": str(record)}
    return {**os.environ, "LD_PRELOAD": str(_recorder()), **recorded}


@cache
def _recorder() -> Path:
    library = Path(mkdtemp(prefix="endurance-")) / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def _missing() -> str:
    return "" if shutil.which("cc") else "there is no C compiler (cc) here"


RIG = Rig("cuts", amount=10_000, short=60, run=partial(cut_power, record=_Day), missing=_missing)
