"""Ledgers: lines beside the database, and beside its copies, that outlast both.

What they keep holds for every copy that is put in the place of the database. Ids stand in them as salted
hashes: these find somebody in a copy that holds them, and tell nothing without one.
"""

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from kiosk.files import read_whole, replace_whole
from kiosk.storage.trouble import StorageTrouble

_LARGEST = 16 << 20
"""Bytes."""


class Ledger:
    """The file with this ending beside the database."""

    def __init__(self, ending: str) -> None:
        self._ending = ending

    def add(self, database: Path, lines: Iterable[str]) -> None:
        """Keep more lines, also over a power cut. Raises StorageTrouble."""
        file = self._file(database)
        try:
            with file.open("a", encoding="ascii") as ledger:
                # A line of its own, also after one that a power cut has torn.
                ledger.write("".join(["\n", *(f"{line}\n" for line in lines)]))
                ledger.flush()
                os.fsync(ledger.fileno())
        except OSError as error:
            raise StorageTrouble(
                f"{file} cannot be written ({error.strerror}). Nothing was changed."
            ) from None

    def carry_along(self, database: Path, folder: Path) -> None:
        """Keep the same beside the copies in a folder: it has to outlast the card. Raises StorageTrouble."""
        there = folder / self._file(database).name
        known, more = _lines(there), _lines(self._file(database))
        if set(more) <= set(known):
            return
        try:
            lines = (f"{line}\n" for line in dict.fromkeys(known + more))
            replace_whole(there, "".join(lines).encode("ascii", errors="replace"))
        except OSError as error:
            raise StorageTrouble(f"{there} cannot be written: {error.strerror}.") from None

    def lines(self, database: Path, *folders: Path) -> Sequence[str]:
        """All that is known beside the database and beside the copies in some folders, each line once."""
        file = self._file(database)
        files = [file, *(folder / file.name for folder in folders)]
        return list(dict.fromkeys(line for one in files for line in _lines(one)))

    def _file(self, database: Path) -> Path:
        return database.with_name(f"{database.name}.{self._ending}")


FORGOTTEN = Ledger("forgotten")
"""Who was forgotten."""

MERGED = Ledger("merged")
"""Who was merged into whom."""

LEDGERS = (FORGOTTEN, MERGED)
"""All of them."""


def salted(salt: bytes, id: UUID) -> str:
    """The id as it stands in a ledger."""
    return sha256(salt + id.bytes).hexdigest()


def _lines(file: Path) -> list[str]:
    try:
        return read_whole(file, _LARGEST).decode("ascii", errors="replace").splitlines()
    except OSError:
        return []
