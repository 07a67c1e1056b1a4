"""The copies that are made every night: their names, their order, and which of them stay.

A name holds a running number and a day, like `kiosk-000123-2026-11-22.db`, and ends with `.age` where the
copy is encrypted. The number is the order: a
clock that jumps changes the days in the names, and never which copy is the newer one.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from kiosk.files import remove
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.companion_files import remove_before_updates, remove_unfinished
from kiosk.storage.file.contents import Contents, count, look_into_copy
from kiosk.storage.file.encrypted import (
    ENDING,
    encrypt_copy,
    is_as_written,
    is_encrypted,
    remove_digests_alone,
)
from kiosk.storage.file.ledger import LEDGERS
from kiosk.storage.trouble import StorageTrouble

DAILY = 7
WEEKLY = 4

_NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{6,9})-(?P<day>\d{4}-\d{2}-\d{2})\.db(\.age)?")
_HIGHEST = 999_999_999
"""No shop has as many nights; where somebody has made such a copy, the days go on."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, by its own name."""

    file: Path
    number: int
    made_on: date

    @property
    def is_encrypted(self) -> bool:
        """Whether it takes the secret key to read it."""
        return self.file.suffix == ENDING


def copies_in(folders: Iterable[Path], database: Path) -> list[Copy]:
    """The copies of a database that lie in these folders, the newest first; a folder may be missing."""
    found = (_copy(file, database.stem) for folder in folders for file in _files(folder))
    return sorted((one for one in found if one is not None), key=_order, reverse=True)


def name_of_next(folders: Iterable[Path], database: Path, today: date) -> str:
    """The name of the copy that follows all those in the folders."""
    before = copies_in(folders, database)
    number = min(before[0].number + 1, _HIGHEST) if before else 1
    return f"{database.stem}-{number:06}-{today.isoformat()}.db"


def make_copy(source: Path, folder: Path, name: str, database: Path) -> Path:
    """Copy `source` into a folder, which is made if need be, and let the oldest copies there go.

    They are those of `database`. Raises StorageTrouble; no copy has gone then.
    """
    made = folder / name
    with _one_more(folder, database):
        before = count(source)
        back_up(source, made)
        try:
            _verify(made, before, count(source))
        except StorageTrouble:
            made.unlink(missing_ok=True)
            raise
    return made


def make_encrypted_copy(copy: Path, folder: Path, database: Path, public: str) -> Path:
    """Encrypt a copy that has passed its check into another folder, in the way of `make_copy`.

    `public` is the public half of the key. Raises StorageTrouble; no copy has gone then.
    """
    made = folder / f"{copy.name}{ENDING}"
    with _one_more(folder, database):
        encrypt_copy(copy, made, public)
    return made


def rotate(folder: Path, database: Path) -> None:
    """Remove the copies in a folder whose time is over, and what a power cut has left of others.

    A damaged one does not take the place of a good one, so the last that are good stay. What was copied
    before an update goes once it is older than all of these, and there is one of every day and week.
    """
    copies = copies_in([folder], database)
    good = [one for one in copies if is_good(one.file)]
    lasting = those_that_stay(good)
    staying = {*those_that_stay(copies), *lasting}
    for one in copies:
        if one not in staying:
            remove(one.file)
    if len(lasting) == DAILY + WEEKLY:
        remove_before_updates(database, until=min(one.made_on for one in lasting))
    remove_unfinished(database, folder)
    remove_digests_alone(folder, database.stem)


def those_that_stay(copies: Sequence[Copy]) -> list[Copy]:
    """Of copies, the newest first: the last of each of seven days, and of each of the four weeks before."""
    daily = _first_of_each(copies, lambda one: one.made_on)[:DAILY]
    days = {one.made_on for one in daily}
    older = [one for one in copies if one.made_on not in days]
    return daily + _first_of_each(older, lambda one: one.made_on.isocalendar()[:2])[:WEEKLY]


def is_good(file: Path) -> bool:
    """Tell whether a copy passes its check; an encrypted one is as it was written."""
    if is_encrypted(file):
        return is_as_written(file)
    try:
        look_into_copy(file)
    except StorageTrouble:
        return False
    return True


@contextmanager
def _one_more(folder: Path, database: Path) -> Iterator[None]:
    """What goes before a copy that is made in a folder, and what follows."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageTrouble(f"The folder {folder} cannot be made: {error.strerror}.") from None
    yield
    for ledger in LEDGERS:
        ledger.carry_along(database, folder)
    rotate(folder, database)


def _verify(made: Path, before: Contents, after: Contents) -> None:
    """The copy opens, and holds as much as the database did; somebody may have written meanwhile."""
    _, copied = look_into_copy(made)
    for had, got, has in zip(astuple(before), astuple(copied), astuple(after), strict=True):
        if not min(had, has) <= got <= max(had, has):
            raise StorageTrouble("The copy did not hold what the database does, and was removed.")


def _first_of_each(copies: Iterable[Copy], group: Callable[[Copy], Hashable]) -> list[Copy]:
    first: dict[Hashable, Copy] = {}
    for one in copies:
        first.setdefault(group(one), one)
    return list(first.values())


def _order(copy: Copy) -> tuple[int, date]:
    return copy.number, copy.made_on


def _copy(file: Path, stem: str) -> Copy | None:
    name = _NAME.fullmatch(file.name)
    if name is None or name["stem"] != stem:
        return None
    with suppress(ValueError):
        return Copy(file, int(name["number"]), date.fromisoformat(name["day"]))
    return None


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
