"""`kiosk merge`: two customers who are one person."""

from argparse import Namespace
from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from kiosk.commands import CommandError
from kiosk.commands.choosing import customer_chosen
from kiosk.commands.joining import current_database, desk_for, shop_of
from kiosk.desk import Desk
from kiosk.locale import Speech, speech
from kiosk.people.known.mergers import Aspect
from kiosk.people.profile.differences import differences
from kiosk.settings import Settings
from kiosk.storage.file.database import Database


def merge(settings: Settings, chosen: Namespace) -> int:
    """Show where the two differ, and make them one with --yes; or take that back. Raises CommandError."""
    words = speech("en")
    with current_database(settings) as database:
        desk = desk_for(settings, database, words)
        keep, *other = _chosen(settings, database, [chosen.keep, *filter(None, [chosen.other])])
        if chosen.undo:
            _undo(desk, keep)
        elif not other:
            raise CommandError("Name both: kiosk merge KEEP OTHER. Nothing was changed.")
        else:
            taken = _taken(chosen.take)
            _, zone = shop_of(settings, database)
            for line in _told(desk, keep, other[0], taken, datetime.now(zone), words):
                print(line)
            if chosen.yes:
                desk.merging.merge(keep, other[0], taken)
                print("They are one. For a day, kiosk merge --undo makes them two again.")
            else:
                print("Nothing was changed. With --yes they are made one.")
    return 0


def _undo(desk: Desk, customer_id: UUID) -> None:
    profile = desk.merging.undo(customer_id)
    print(f"{profile.customer.name} and whoever was merged last are two again.")


def _chosen(settings: Settings, database: Database, who: list[str]) -> list[UUID]:
    with database.reading() as session:
        return [customer_chosen(session, settings, one) for one in who]


def _taken(take: str) -> Collection[Aspect]:
    try:
        return [Aspect(word) for word in filter(None, take.split(","))]
    except ValueError:
        known = ", ".join(Aspect)
        raise CommandError(f"--take {take}: these are {known}. Nothing was changed.") from None


def _told(
    desk: Desk, keep: UUID, other: UUID, taken: Collection[Aspect], now: datetime, words: Speech
) -> Iterator[str]:
    """Who they are, and what would be so of both."""
    ours, theirs = desk.merging.compare(keep, other)
    yield f"{ours.customer.name} ({ours.customer.key}) and {theirs.customer.name} ({theirs.customer.key})"
    for each in differences(ours, theirs, now.date(), words):
        chosen, dropped = each.of_one, each.of_other
        if each.aspect in taken:
            chosen, dropped = dropped, chosen
        yield f"  {each.what}: {chosen}, not {dropped} (--take {each.aspect} is the other one’s)"
