"""From settings to the parts they describe."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.cards.brand import brand
from kiosk.cards.passes.card import AppleFiles, GoogleFiles
from kiosk.commands import Clock, CommandError
from kiosk.commands.sentences import in_a_sentence
from kiosk.desk import Desk
from kiosk.desk.passes import Wallets
from kiosk.exchange.times import parse_time
from kiosk.locale import Speech
from kiosk.settings import Hub, Settings, Wallet
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current, open_existing
from kiosk.storage.records import read

# What is told of a day looks some years back and ahead, which the first and last years have no room for.
_YEARS = range(1900, 2201)

_NO_HUB = Hub(names_alone_after=0)


@contextmanager
def current_database(settings: Settings) -> Iterator[Database]:
    """The database at this program's schema, to be written to. Raises CommandError."""
    with in_a_sentence():
        database, _ = open_current(settings.database.url, datetime.now(UTC))
        try:
            if database.read_only:
                raise CommandError("The database is newer than this program. Update the program first.")
            yield database
        finally:
            database.close()


@contextmanager
def existing_database(settings: Settings) -> Iterator[Database]:
    """A database that is there, to be read. Raises CommandError."""
    with in_a_sentence():
        database = open_existing(settings.database.url)
        try:
            yield database
        finally:
            database.close()


def shop_of(settings: Settings, database: Database) -> tuple[str, ZoneInfo]:
    """The name and time zone of the shop: the settings', else those the database was loaded with."""
    name, zone = stored_shop(database)
    return settings.shop.name or name, ZoneInfo(settings.shop.time_zone or zone)


def stored_shop(database: Database) -> tuple[str, str]:
    """The name and time zone the database was loaded with; no name, and UTC, before that."""
    with database.reading() as session:
        known = read(session, "shop")
    return (known[0]["name"], known[0]["time_zone"]) if known else ("", "UTC")


def desk_for(
    settings: Settings,
    database: Database,
    words: Speech,
    clock: Clock = datetime.now,
    standing: str = "",
    hub: Hub = _NO_HUB,
) -> Desk:
    """The desk that the settings describe; `standing` is what is wrong with its data, in a sentence.

    Only at the counter it is told of the `hub`, which may make it show names alone, or be asked for a card.
    """
    name, zone = shop_of(settings, database)
    return Desk(
        database,
        words,
        lambda: clock(zone),
        settings.card_patterns,
        settings.shop.counter,
        pin_is_needed=settings.staff.sign_in == "pin",
        standing=standing,
        brand=lambda: brand(name, settings.shop.color, settings.shop.logo),
        wallets=_wallets(settings.wallet),
        language=settings.shop.language,
        names_alone_after=hub.names_alone_after,
        is_chain=hub.chain,
    )


def _wallets(wallet: Wallet) -> Wallets:
    apple = AppleFiles(wallet.apple_certificate, wallet.apple_key, wallet.apple_intermediate)
    google = GoogleFiles(wallet.google_account, wallet.google_issuer)
    return Wallets(apple if all(apple) else None, google if all(google) else None)


def moment_chosen(at: str | None, zone: ZoneInfo) -> datetime:
    """The time given with `--at`, in the shop's zone; without one it is now. Raises CommandError."""
    if at is None:
        return datetime.now(zone)
    try:
        chosen = parse_time(at, zone).astimezone(zone)
    except ValueError as error:
        raise CommandError(f"--at: {error}.") from None
    if chosen.year not in _YEARS:
        raise CommandError(f"--at: choose a year from {_YEARS[0]} to {_YEARS[-1]}.")
    return chosen
