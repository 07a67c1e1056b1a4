"""`kiosk import`: customers from the list of another program."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.commands import CommandError
from kiosk.commands.data import save_shop_file, show_progress, tell_who_was_left_out
from kiosk.commands.joining import current_database, shop_of
from kiosk.exchange.lists.columns import Field
from kiosk.exchange.lists.days import Order
from kiosk.exchange.lists.listed import Listed
from kiosk.exchange.lists.people import OrderUnknownError
from kiosk.exchange.lists.plan import Plan
from kiosk.exchange.lists.reading import FoundList, NoNamesError, read_list
from kiosk.exchange.lists.table import ListError, Table
from kiosk.exchange.lists.takeover import Takeover, prepare
from kiosk.exchange.saving import LeftOut
from kiosk.exchange.shop_file import Shop, ShopFile, ShopFileError
from kiosk.settings import Settings
from kiosk.storage.file.database import Database

_SHOWN = 20
"""Rows of each kind that are named on the terminal; the report names all."""


def import_list(settings: Settings, chosen: Namespace) -> int:
    """Show what would happen, and do it with --yes: all of it or nothing."""
    found = _read(chosen)
    with current_database(settings) as database:
        name, zone = shop_of(settings, database)
        takeover = _prepared(settings, database, found, Shop(name=name, time_zone=zone.key), chosen.days)
        planned, lines = takeover.planned, list(_told(takeover.planned, takeover.listed))
        print(f"{chosen.file}: {found.program.name}, {len(found.table.rows):,} rows.")
        for line in (*_mapping(found.table, found.columns), *_summary(planned), *_shortened(lines)):
            print(line)
        if chosen.report:
            _write_report(Path(chosen.report), [*_summary(planned), *lines])
        if not chosen.yes:
            print("Nothing was changed. With --yes it is done.")
        elif planned.people:
            tell_who_was_left_out(_saved(settings, database, takeover.file))
            print("Done.")
        else:
            print("There is nothing to change.")
    return 0


def _read(chosen: Namespace) -> FoundList:
    """The list in the file. Raises CommandError."""
    try:
        return read_list(Path(chosen.file), dict(map(_wanted, chosen.map)))
    except NoNamesError as reason:
        raise CommandError(f'{reason} Say which one: --map "COLUMN=name". Nothing was changed.') from None
    except ListError as reason:
        raise CommandError(f"{reason} Nothing was changed.") from None
    except OSError as error:
        raise CommandError(f"{chosen.file} cannot be read: {error.strerror}. Nothing was changed.") from None


def _wanted(one: str) -> tuple[str, Field | None]:
    """A column, and what it holds, as said by --map. Raises CommandError."""
    name, _, field = one.rpartition("=")
    if field and field not in {each.value for each in Field}:
        known = ", ".join(each.value for each in Field)
        raise CommandError(f"--map {one}: “{field}” is none of {known}. Nothing was changed.")
    return name, Field(field) if field else None


def _prepared(
    settings: Settings, database: Database, found: FoundList, shop: Shop, days: str | None
) -> Takeover:
    order, today = Order(days) if days else None, datetime.now(ZoneInfo(shop.time_zone)).date()
    try:
        return prepare(found, database, shop, settings.card_patterns, today, order, show_progress)
    except OrderUnknownError:
        raise CommandError(
            "In which order days are written cannot be told: 03/04 may be April or March. Say it with"
            " --days day_first or --days month_first. Nothing was changed."
        ) from None


def _saved(settings: Settings, database: Database, file: ShopFile) -> LeftOut:
    try:
        return save_shop_file(settings, database, file)
    except ShopFileError as error:
        raise CommandError(f"Nothing was changed. {error}") from None


def _mapping(table: Table, columns: Mapping[int, Field]) -> Iterator[str]:
    for place, field in columns.items():
        yield f"  {table.header[place]} → {field.value}"
    left = [name for place, name in enumerate(table.header) if place not in columns and name]
    if left:
        yield f"  not read: {', '.join(left)}"


def _summary(planned: Plan) -> Iterator[str]:
    held = len(planned.held) + len(planned.refused)
    yield (
        f"{len(planned.new):,} new, {len(planned.changed):,} with something added,"
        f" {len(planned.same):,} as they are, {held:,} held back."
    )
    if planned.without_consent:
        yield f"{len(planned.without_consent):,} have not been asked yet whether they may be remembered."


def _told(planned: Plan, listed: Sequence[Listed]) -> Iterator[str]:
    """A line for each row that something is to be said about; it names nobody."""
    told = [(row.number, row.why) for row in planned.refused]
    for row in planned.held:
        told.append((row.number, f"{row.why}{f': row {row.other}' if row.other else ''}"))
    told += [*planned.remarks, *((one.number, remark) for one in listed for remark in one.remarks)]
    for number, why in sorted(told):
        yield f"Row {number}: {why}."


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"… and {len(lines) - _SHOWN:,} more; --report FILE names them all."


def _write_report(file: Path, lines: Sequence[str]) -> None:
    try:
        file.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}. Nothing was changed.") from None
