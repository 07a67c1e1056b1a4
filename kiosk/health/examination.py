"""What every check is handed: the settings, the words, the time, and the machine as a tree of files."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from kiosk.health.finding import Finding, State
from kiosk.health.vitals import Vitals
from kiosk.locale import Speech
from kiosk.settings import Settings

ACCOUNT = "greeting-kiosk"
"""Under which the installed kiosk runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """One look at one machine.

    `database` is the SQLite file, None for a database on a server; `copies` are the folders of its copies,
    the machine's own first; `vitals` are what the running kiosk told last; `root` holds proc, sys, dev, run
    and etc; `built` is when this program was made, and `is_synchronised` what the kernel says of its clock;
    `access` tells whether `account`, which looks, may use a file, as `os.access` does.
    """

    settings: Settings
    words: Speech
    now: datetime
    database: Path | None = None
    copies: Sequence[Path] = ()
    vitals: Vitals | None = None
    root: Path = field(default=Path("/"))
    built: datetime | None = None
    is_synchronised: bool = False
    account: str = ACCOUNT
    access: Callable[[Path, int], bool] = os.access

    def read(self, path: str) -> str:
        """The text of a file of the kernel's, stripped; empty where there is none."""
        return text_of(self.root / path)

    def may(self, path: str, mode: int) -> bool:
        """Whether this account may use a device."""
        return self.access(self.root / path.lstrip("/"), mode)

    @property
    def model(self) -> str:
        """Like “Raspberry Pi 5 Model B Rev 1.0”; empty where the machine does not tell."""
        return self.read("sys/firmware/devicetree/base/model")

    def moment(self, at: datetime) -> str:
        """Like “24 November, 9:14”."""
        here = at.astimezone(self.now.tzinfo)
        return f"{self.words.day(here.date())}, {self.words.clock(here)}"


def text_of(file: Path) -> str:
    """The text of a file, stripped; empty where it cannot be read."""
    try:
        return file.read_text("utf-8", errors="replace").strip("\0\n ")
    except OSError:
        return ""


green = partial(Finding, state=State.GREEN)
amber = partial(Finding, state=State.AMBER)
red = partial(Finding, state=State.RED)
