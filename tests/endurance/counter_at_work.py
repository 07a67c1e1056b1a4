"""The real kiosk, with a window nobody sees, and a scanner on a pseudo-terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from drivers.replay import PretendScanner
from kiosk.settings import Settings
from tests.ui.counter import Counter


@contextmanager
def counter_at_work(settings: Settings, folder: Path, now: datetime) -> Iterator[Counter]:
    """Open it, with its scanner found at “scanner” in the folder, and switch it off at the end."""
    with PretendScanner(folder / "scanner") as scanner:
        counter = Counter(settings, now, scanner, folder / "no-backlight")
        try:
            yield counter
        finally:
            counter.leave()
