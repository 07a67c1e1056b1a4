"""Taking the rows of a database file that anybody may have made into a new one, with our own tables.

The file is copied first, byte by byte, to where nobody else writes: neither a link nor a journal that lies
beside it leads anywhere else. Nothing of its schema is taken over.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj

from sqlalchemy.exc import DBAPIError

from kiosk.encryption.keys import SecretKey
from kiosk.files import remove
from kiosk.storage.file.contents import check
from kiosk.storage.file.database import Database
from kiosk.storage.file.encrypted import decrypt_copy, is_encrypted
from kiosk.storage.file.own_tables import LONGEST, at_revision, check_tables, driver_of, revision_of
from kiosk.storage.file.plain import open_plain
from kiosk.storage.file.schema import Schema
from kiosk.storage.models import NAME_WORD
from kiosk.storage.trouble import DAMAGED, StorageDamage, as_trouble

_JOURNALS = ("-journal", "-wal")
_NAMES_ANOTHER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""A journal that ends so names another one, which SQLite would delete."""

_NEWER = "This copy is newer than this program. Update the program first."


def take_rows(copy: Path, target: Path, secret: SecretKey | None = None) -> Schema:
    """Make of a copy, at `target`, a database of the same rows; tells how its schema stands to ours.

    The words of names follow from the names, and are left out. An encrypted copy is read with the secret key.
    Raises StorageDamage where the copy is not a good one of ours, StorageTrouble where it stays closed, and
    OSError; what is at `target` is of no use then.
    """
    with _private(copy, target.with_name(f"{target.name}.taken"), secret) as taken:
        with closing(Database.at(taken, read_only=True)) as database, database.reading() as session:
            found = check_tables(session)
            if found in (Schema.NEWER, Schema.EMPTY):
                raise StorageDamage(_NEWER if found is Schema.NEWER else f"{copy} holds nothing.")
            # Indexes are made anew, so they need no look.
            check(session, "quick_check")
            revision = revision_of(session)
        try:
            _fill(target, taken, revision)
        except (sqlite3.IntegrityError, sqlite3.DataError):
            raise StorageDamage(DAMAGED) from None
        except sqlite3.Error as error:
            raise as_trouble(DBAPIError("", None, error)) from None
    return found


@contextmanager
def _private(copy: Path, taken: Path, secret: SecretKey | None) -> Iterator[Path]:
    """A copy of the bytes, and of what a power cut has left beside them, while it is needed."""
    files = [Path(f"{taken}{ending}") for ending in ("", *_JOURNALS, "-shm")]
    try:
        remove(*files)
        if is_encrypted(copy):
            decrypt_copy(copy, taken, secret)
        else:
            _copy_with_journals(copy, taken)
        yield taken
    finally:
        remove(*files)


def _copy_with_journals(copy: Path, taken: Path) -> None:
    _copy_bytes(copy, taken)
    for ending in _JOURNALS:
        with suppress(FileNotFoundError):
            _copy_bytes(Path(f"{copy}{ending}"), Path(f"{taken}{ending}"))


def _copy_bytes(source: Path, target: Path) -> None:
    with open_plain(source) as reading, target.open("x+b") as writing:
        copyfileobj(reading, writing, 1 << 20)
        writing.seek(-min(writing.tell(), len(_NAMES_ANOTHER)), 2)
        if writing.read() == _NAMES_ANOTHER:
            raise StorageDamage(DAMAGED)


def _fill(target: Path, taken: Path, revision: str) -> None:
    with closing(sqlite3.connect(target.absolute().as_uri(), uri=True, isolation_level=None)) as ours:
        with at_revision(revision) as empty:
            driver_of(empty).backup(ours)
        ours.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        # Whoever needs it synced does so once; until then it is nobody's.
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "journal_mode=OFF", "synchronous=OFF"):
            ours.execute(f"PRAGMA {pragma}")
        ours.execute("ATTACH ? AS theirs", (f"{taken.absolute().as_uri()}?mode=ro",))
        ours.execute("BEGIN")
        for table, columns in _columns(ours).items():
            ours.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM theirs.{table}")
        ours.execute("COMMIT")
        if ours.execute("PRAGMA main.foreign_key_check").fetchone() is not None:
            raise StorageDamage(DAMAGED)


def _columns(connection: sqlite3.Connection) -> dict[str, str]:
    """The columns of every table of ours whose rows are taken."""
    names = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    taken = [name for (name,) in names if name not in ("alembic_version", NAME_WORD.name)]
    question = "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info(?, 'main')"
    return {name: connection.execute(question, (name,)).fetchone()[0] for name in taken}
