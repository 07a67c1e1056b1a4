"""The file of a load: its records as they will be in the database, and in which order they go there."""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from kiosk.files import sync_folder
from kiosk.storage.file.database import Database
from kiosk.storage.file.lasting import give_to_owner_of_folder
from kiosk.storage.models import Base, Changeable, Customer
from kiosk.storage.names import keep_words
from kiosk.storage.records import MODELS, Record, new_and_known
from kiosk.storage.trouble import DISK_FULL, StorageTrouble

_UNFINISHED = ".unfinished"
_PLAN = "CREATE TABLE plan (at INTEGER PRIMARY KEY, name TEXT, first INTEGER, rows INTEGER, columns TEXT)"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one table that follow each other: new ones, or `columns` of rows that are known."""

    at: int
    name: str
    first: int
    rows: int
    columns: tuple[str, ...] = ()


def staging_file(database: Path, load: int) -> Path:
    """Where the records of a load wait."""
    return database.with_name(f"{database.name}.load-{load}")


def staging_files(database: Path) -> list[Path]:
    """Those of all loads, finished or not."""
    return list(database.parent.glob(f"{escape(database.name)}.load-*"))


def remove_staging_files(database: Path) -> None:
    """Remove them, once no load is under way."""
    for file in staging_files(database):
        with suppress(OSError):
            file.unlink()


def plan_of(connection: Connection, schema: str) -> list[Section]:
    """The sections of the staging file that is attached as `schema`, in their order."""
    rows = connection.exec_driver_sql(f"SELECT at, name, first, rows, columns FROM {schema}.plan ORDER BY at")
    return [Section(at, name, first, many, tuple(columns.split())) for at, name, first, many, columns in rows]


def stage(database: Database, load: int, batches: Sequence[tuple[str, Sequence[Record]]]) -> Path:
    """Write the records of a load into its file, synced; nothing of it counts yet.

    The batches are in the order of MODELS. Raises StorageTrouble; there is no file then.
    """
    assert database.file is not None
    file = staging_file(database.file, load)
    unfinished = file.with_name(f"{file.name}{_UNFINISHED}")
    try:
        with closing(Database.at(unfinished)) as staging:
            _write(database, staging, batches)
        _check_room(unfinished)
        give_to_owner_of_folder(unfinished)
        unfinished.rename(file)
        sync_folder(file.parent)
    except OSError as error:
        raise StorageTrouble(f"{file} cannot be written: {error.strerror}. Nothing was changed.") from None
    finally:
        for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):
                left.unlink()
    return file


def _check_room(staging: Path) -> None:
    """Once the records count there has to be room for them, and for their indexes. Raises StorageTrouble."""
    if disk_usage(staging.parent).free < 2 * staging.stat().st_size:
        raise StorageTrouble(DISK_FULL)


def _write(database: Database, staging: Database, batches: Sequence[tuple[str, Sequence[Record]]]) -> None:
    with database.reading_in_pieces() as stored, staging.writing() as session:
        connection = session.connection()
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table))
        connection.exec_driver_sql(_PLAN)
        plan: list[Section] = []
        for name, records in batches:
            new, known = new_and_known(stored, name, records)
            _insert(session, plan, name, new)
            if issubclass(MODELS[name], Changeable):
                # The time tells later whether somebody has changed them meanwhile.
                changed = [record | {"updated_at": at} for record, at in known]
                _insert(session, plan, name, changed, known=True)
        for section in plan:
            row = (section.at, section.name, section.first, section.rows, " ".join(section.columns))
            connection.exec_driver_sql("INSERT INTO plan VALUES (?, ?, ?, ?, ?)", row)


def _insert(
    session: Session, plan: list[Section], name: str, records: Sequence[Record], known: bool = False
) -> None:
    if not records:
        return
    model = MODELS[name]
    session.execute(insert(model), records)
    if model is Customer:
        keep_words(session.connection(), [record["id"] for record in records])
    before = next((section for section in reversed(plan) if section.name == name), None)
    columns = tuple(records[0]) if known else ()
    if before is not None and before is plan[-1] and before.columns == columns:
        plan[-1] = replace(before, rows=before.rows + len(records))
    else:
        at = plan[-1].at + plan[-1].rows if plan else 0
        first = before.first + before.rows if before else 1
        plan.append(Section(at, name, first, len(records), columns))
