"""A copy of the database that is known to be good before it is called a backup."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.files import remove, sync_folder
from kiosk.storage.file.companion_files import JOURNALS
from kiosk.storage.file.lasting import make_last
from kiosk.storage.file.sync_tables import stop_sharing
from kiosk.storage.loading.complete import complete_copy_of
from kiosk.storage.trouble import StorageTrouble

_STEPS = 1_000_000
"""Steps of SQLite's machine between two looks, about a hundredth of a second."""


def back_up(source: Path, target: Path, tell: Callable[[float], None] = lambda _: None) -> None:
    """Copy the SQLite database `source` to `target`, checked and synced; `target` must not exist yet.

    `tell` hears which part of it has been copied, from 0 to 1.

    Raises StorageTrouble with a sentence; `target` then is not there, and `source` is unharmed.
    """
    with whole_or_not_at_all(target) as unfinished:
        if not source.is_file():
            raise StorageTrouble(f"There is no database at {source} yet, so there is nothing to back up.")
        for file in (unfinished, target):
            # One that lay there would be played back into the copy.
            remove(*(Path(f"{file}{ending}") for ending in JOURNALS))
        _copy(source, unfinished, tell)
        _check(unfinished)


@contextmanager
def whole_or_not_at_all(target: Path) -> Iterator[Path]:
    """Where to write a copy that is synced at the end, and called `target` then, which must not exist yet.

    Raises StorageTrouble, also for what is raised meanwhile by SQLite or a disk; `target` then is not there.
    """
    unfinished = target.parent / f"{target.name}.unfinished"
    try:
        if os.path.lexists(target):
            raise StorageTrouble(f"{target} is already there and was left as it is. Choose another name.")
        remove(unfinished)
        yield unfinished
        # The file first, then its name.
        make_last(unfinished)
        unfinished.rename(target)
        sync_folder(target.parent)
    except (sqlite3.Error, OSError) as error:
        raise StorageTrouble(
            f"The backup could not be made ({error}). The data itself is unharmed."
        ) from None
    finally:
        # Also after an interruption: half a backup is a whole copy of somebody's data.
        remove(unfinished)


def _copy(source: Path, target: Path, tell: Callable[[float], None]) -> None:
    def look() -> None:
        if target.exists():
            tell(min(1.0, target.stat().st_size / max(1, source.stat().st_size)))

    # VACUUM INTO leaves out what was deleted, so that a backup does not keep the erased. It reads for long:
    # of a copy, so that the counter does not wait for it.
    with closing(complete_copy_of(source)) as copy:
        # It stands for itself: put in place again, this is a counter that knows nothing of a hub.
        stop_sharing(copy)
        copy.set_progress_handler(look, _STEPS)
        copy.execute("VACUUM INTO ?", (str(target),))


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError("the copy did not pass its check")
