"""`kiosk import`: customers from the list of another program."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.commands import CommandError
from kiosk.commands.data import LeftOut, save_shop_file, show_progress, tell_who_was_left_out
from kiosk.commands.joining import current_database, shop_of
from kiosk.exchange.exporting import export
from kiosk.exchange.lists.columns import Field, folded, recognise
from kiosk.exchange.lists.days import Order
from kiosk.exchange.lists.json_lists import read_json
from kiosk.exchange.lists.labels import with_labels_as_columns
from kiosk.exchange.lists.listed import HeldBack, Listed
from kiosk.exchange.lists.people import OrderUnknownError, people_in
from kiosk.exchange.lists.plan import Plan, plan
from kiosk.exchange.lists.programs import Program, program_of
from kiosk.exchange.lists.table import ListError, Table, read_table
from kiosk.exchange.lists.vcards import BEGINNING, read_vcards
from kiosk.exchange.merged import who_is_merged
from kiosk.exchange.shop_file import Shop, ShopFile, ShopFileError
from kiosk.settings import Settings
from kiosk.storage.file.database import Database

_SHOWN = 20
"""Rows of each kind that are named on the terminal; the report names all."""


def import_list(settings: Settings, chosen: Namespace) -> int:
    """Show what would happen, and do it with --yes: all of it or nothing."""
    try:
        program, table = _read(Path(chosen.file))
    except ListError as reason:
        raise CommandError(f"{reason} Nothing was changed.") from None
    except OSError as error:
        raise CommandError(f"{chosen.file} cannot be read: {error.strerror}. Nothing was changed.") from None
    columns = _columns(table, chosen.map)
    listed, held = _people(table, columns, settings, chosen.days, program.proves_consent)
    with current_database(settings) as database:
        name, zone = shop_of(settings, database)
        shop = Shop(name=name, time_zone=zone.key)
        stored = export(database, shop, show_progress)
        merged = who_is_merged(database).keys()
        planned = plan(listed, held, stored.customers, merged, program.name, _today(zone))
        lines = list(_told(planned, listed))
        print(f"{chosen.file}: {program.name}, {len(table.rows):,} rows.")
        for line in (*_mapping(table, columns), *_summary(planned), *_shortened(lines)):
            print(line)
        if chosen.report:
            _write_report(Path(chosen.report), [*_summary(planned), *lines])
        if not chosen.yes:
            print("Nothing was changed. With --yes it is done.")
        elif planned.people:
            file = ShopFile(shop=shop, staff=stored.staff, customers=tuple(planned.people))
            tell_who_was_left_out(_saved(settings, database, file))
            print("Done.")
        else:
            print("There is nothing to change.")
    return 0


def _saved(settings: Settings, database: Database, file: ShopFile) -> LeftOut:
    try:
        return save_shop_file(settings, database, file)
    except ShopFileError as error:
        raise CommandError(f"Nothing was changed. {error}") from None


def _read(file: Path) -> tuple[Program, Table]:
    """The list in a file, and the program that wrote it."""
    if not file.is_file():
        raise ListError(f"{file.name} is not a file.")
    with file.open("rb") as opened:
        beginning = opened.read(100).lstrip(b"\xef\xbb\xbf\r\n ").upper()
    if beginning.startswith((b"{", b"[")):
        name, table = read_json(file)
        return Program(name, frozenset()), table
    table = read_vcards(file) if beginning.startswith(BEGINNING) else read_table(file)
    return program_of(table.header), with_labels_as_columns(table)


def _today(zone: ZoneInfo) -> date:
    return datetime.now(zone).date()


def _columns(table: Table, wanted: Sequence[str]) -> dict[int, Field]:
    """What each column holds: recognised, unless it was said by --map. Raises CommandError."""
    columns = recognise(table.header)
    places = {folded(name): place for place, name in enumerate(table.header)}
    for one in wanted:
        name, _, field = one.rpartition("=")
        if folded(name) not in places:
            raise CommandError(f"--map {one}: there is no column “{name}”. Nothing was changed.")
        place = places[folded(name)]
        columns.pop(place, None)
        if field and field not in {each.value for each in Field}:
            known = ", ".join(each.value for each in Field)
            raise CommandError(f"--map {one}: “{field}” is none of {known}. Nothing was changed.")
        if field:
            columns[place] = Field(field)
    if not {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & {*columns.values()}:
        raise CommandError(
            'No column is known to hold names. Say which one: --map "COLUMN=name". Nothing was changed.'
        )
    return columns


def _people(
    table: Table, columns: Mapping[int, Field], settings: Settings, days: str | None, proves_consent: bool
) -> tuple[list[Listed], list[HeldBack]]:
    try:
        order = Order(days) if days else None
        return people_in(table, columns, settings.card_patterns, order, proves_consent)
    except OrderUnknownError:
        raise CommandError(
            "In which order days are written cannot be told: 03/04 may be April or March. Say it with"
            " --days day_first or --days month_first. Nothing was changed."
        ) from None


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
