"""The commands that carry data: load, export, migrate."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from tqdm import tqdm

from kiosk.commands import CommandError
from kiosk.commands.joining import current_database, existing_database, shop_of, stored_shop
from kiosk.commands.keeping import every_folder
from kiosk.commands.sentences import in_a_sentence
from kiosk.commands.writing import write_whole
from kiosk.exchange import shop_file
from kiosk.exchange.exporting import export as export_shop
from kiosk.exchange.lists.writing import as_csv, as_vcards
from kiosk.exchange.progress import Item
from kiosk.exchange.saving import LeftOut, save
from kiosk.exchange.shop_file import ShopFile, ShopFileError
from kiosk.files import read_whole
from kiosk.settings import Settings
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current

_LARGEST = 1 << 30
"""Bytes in a shop file: that of 100,000 customers has a tenth."""


_WRITERS = {".csv": (as_csv, b"Name,"), ".vcf": (as_vcards, b"BEGIN:VCARD")}
"""What another suffix than .json means, and how every such file begins."""


def load(settings: Settings, chosen: Namespace) -> int:
    """Load a shop file: all of it or nothing."""
    try:
        file = shop_file.read(_read(chosen.file))
        with current_database(settings) as database:
            complete = replace(file, shop=_complete_shop(file, settings, database))
            _check_came_back(chosen.came_back, file)
            left_out = save_shop_file(settings, database, complete, chosen.came_back)
    except ShopFileError as error:
        raise CommandError(f"{chosen.file} was not loaded, and nothing was changed. {error}") from None
    loaded = len(file.customers) - left_out.forgotten - left_out.merged
    print(f"Loaded {loaded} customers and {len(file.staff)} members of staff.")
    tell_who_was_left_out(left_out)
    return 0


def save_shop_file(
    settings: Settings, database: Database, file: ShopFile, came_back: Sequence[str] = ()
) -> LeftOut:
    """Store everything in `file` as `save` does, by these settings. Raises ShopFileError."""
    folders = every_folder(settings, database.file) if database.file else []
    return save(database, file, settings.card_patterns, folders, show_progress, came_back)


def tell_who_was_left_out(left_out: LeftOut) -> None:
    """Print what `save_shop_file` has left out."""
    if left_out.forgotten:
        print(f"{left_out.forgotten} of those in the file were forgotten here, and stay so.")
        print("Whoever came back is loaded with --came-back and their key in the file.")
    if left_out.merged:
        print(f"{left_out.merged} of those in the file are one person with somebody else here, and stay so.")
    if left_out.overtaken:
        print(
            f"{left_out.overtaken} people and cards were left out: something else was decided about them at"
            " the counter meanwhile. Load the file again to have them as they stand in it."
        )


def export(settings: Settings, chosen: Namespace) -> int:
    """Write everything that is kept as a shop file."""
    with existing_database(settings) as database:
        name, zone = shop_of(settings, database)
        shop = shop_file.Shop(name=name, time_zone=zone.key)
        file = export_shop(database, shop, show_progress)
    if chosen.file is None:
        sys.stdout.write(shop_file.write(file))
        return 0
    write, beginning = _WRITERS.get(Path(chosen.file).suffix.lower(), (shop_file.write, shop_file.BEGINNING))
    write_whole(settings, Path(chosen.file), write(file).encode(), beginning)
    return 0


def migrate(settings: Settings, chosen: Namespace) -> int:
    """Bring the database up to date, after a backup."""
    with in_a_sentence():
        database, backup = open_current(settings.database.url, datetime.now(UTC))
    database.close()
    if database.read_only:
        raise CommandError(
            "The database is newer than this program and was left as it is. Update the program."
        )
    if backup is not None:
        print(f"A backup was made first: {backup}")
    print("The database is up to date.")
    return 0


def _check_came_back(came_back: Sequence[str], file: ShopFile) -> None:
    if not set(came_back) <= {customer.key for customer in file.customers}:
        raise CommandError("--came-back: nobody in the file has this key. Nothing was changed.")


def _complete_shop(file: ShopFile, settings: Settings, database: Database) -> shop_file.Shop:
    """The file's shop; where it names none, the one that is stored, else the kiosk's own."""
    name, zone = stored_shop(database)
    if not name:
        name, own_zone = shop_of(settings, database)
        zone = own_zone.key
    return shop_file.Shop(name=file.shop.name or name, time_zone=file.shop.time_zone or zone)


def show_progress(items: Sequence[Item], what: str, /) -> Iterable[Item]:
    """Show a bar on standard error, from the first second on."""
    return tqdm(items, what, delay=1, leave=False)


def _read(name: str) -> str:
    try:
        return read_whole(Path(name), _LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CommandError(f"{name} was not loaded, and nothing was changed. It is not UTF-8 text.") from None
