"""`kiosk staff`: who works here, and what lets them in."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from drivers import Reason, Scan
from kiosk.commands import CommandError
from kiosk.commands.greet import typed
from kiosk.commands.joining import current_database, existing_database
from kiosk.desk.staff import Staff, staff_of
from kiosk.locale import speech
from kiosk.people.staff.members import Role, StaffMember
from kiosk.people.texts import RefusedText
from kiosk.settings import Settings
from kiosk.storage import staff as stored
from kiosk.storage.file.database import Database
from kiosk.storage.trouble import StorageTrouble

_NO_BADGE = {
    Reason.PAYMENT_CARD: "payment card",
    Reason.PERSONAL_DOCUMENT: "personal document",
    Reason.SECRET_KEY: "secret key",
}


def staff(settings: Settings, _chosen: Namespace) -> int:
    """Print everybody who works here, with the key by which the other commands know them."""
    with existing_database(settings) as database, database.reading() as session:
        keys = {id: key for key, id in stored.keys(session).items()}
        members = stored.members(session)
    table = [
        (keys[who.id], who.name, who.role, f"PIN: {_yes(who.has_pin)}", f"badge: {_yes(who.has_badge)}")
        for who in members
    ]
    if not table:
        print("Nobody is on the staff yet: a shop file names them, or “kiosk staff manager NAME” adds one.")
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def manager(settings: Settings, chosen: Namespace) -> int:
    """Add a manager by name, and print the six digits of their PIN this once; managers add all others."""
    with current_database(settings) as database, staff_office(settings, database) as office:
        print(office.new_pin(office.hire(chosen.name, Role.MANAGER)))
    return 0


def pin(settings: Settings, chosen: Namespace) -> int:
    """Make somebody a new PIN, and print its six digits this once."""
    with current_database(settings) as database, staff_office(settings, database) as office:
        print(office.new_pin(member_of(database, chosen.key).id))
    return 0


def badge(settings: Settings, chosen: Namespace) -> int:
    """Give somebody a badge to scan."""
    read = typed(chosen.number, ())
    if not isinstance(read, Scan):
        raise CommandError(f"The badge was not kept. That looks like a {_NO_BADGE[read.reason]}.")
    with current_database(settings) as database, staff_office(settings, database) as office:
        office.give_badge(member_of(database, chosen.key).id, read.number)
    print("The badge is kept. It lets them in when it is scanned.")
    return 0


@contextmanager
def staff_office(settings: Settings, database: Database) -> Iterator[Staff]:
    """The office of the shop. Raises CommandError for what it refuses."""
    words = speech(settings.shop.language)
    try:
        yield staff_of(database, words, lambda: datetime.now(UTC))
    except (RefusedText, StorageTrouble) as reason:
        raise CommandError(f"Nothing was changed. {reason}") from None


def member_of(database: Database, key: str) -> StaffMember:
    """Whose key it is. Raises CommandError."""
    with database.reading() as session:
        id = stored.keys(session).get(key)
        found = next((one for one in stored.members(session) if one.id == id), None)
    if found is None:
        raise CommandError("Nobody on the staff has this key. “kiosk staff” lists the keys.")
    return found


def _yes(given: bool) -> str:
    return "yes" if given else "no"
