"""`kiosk erase` and `kiosk retention`: forgetting somebody, and who is to be thought of anew."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from kiosk.commands.choosing import customer_chosen
from kiosk.commands.joining import current_database, existing_database, shop_of
from kiosk.commands.keeping import every_folder
from kiosk.desk.forgetting import forget
from kiosk.locale import speech
from kiosk.people.known.customers import Customer
from kiosk.settings import Settings
from kiosk.storage import people
from kiosk.storage.file.copies import DAILY, WEEKLY, copies_in
from kiosk.storage.file.database import Database
from kiosk.storage.long_gone import long_gone, never_asked

_KEPT = timedelta(days=DAILY + 7 * WEEKLY)
"""For so long a nightly copy stays, at most."""


def erase(settings: Settings, chosen: Namespace) -> int:
    """Show who it is, and forget them with --yes. Raises CommandError."""
    with current_database(settings) as database:
        with database.reading() as session:
            customer_id = customer_chosen(session, settings, chosen.who)
            name = people.customers(session, [customer_id])[customer_id].name
        print(f"{name}: everything that is kept about them.")
        if not chosen.yes:
            print("Nothing was changed. With --yes they are forgotten, and there is no way back.")
            return 0
        now = datetime.now(shop_of(settings, database)[1])
        remark = forget(database, customer_id, speech("en"), now)
        for line in filter(None, ["They are forgotten.", remark, _in_copies(settings, database)]):
            print(line)
    return 0


def retention(settings: Settings, _chosen: Namespace) -> int:
    """Print by key and name who has not come for two years, and who was never asked."""
    with existing_database(settings) as database:
        _, zone = shop_of(settings, database)
        with database.reading() as session:
            gone = long_gone(session, datetime.now(zone))
            asked = never_asked(session)
            who = people.customers(session, [*(id for id, _ in gone), *asked])
            for line in _listed("Not here for two years", [id for id, _ in gone], who):
                print(line)
            for line in _listed("Not asked yet whether they may be remembered", asked, who):
                print(line)
    return 0


def _listed(title: str, ids: list[UUID], who: Mapping[UUID, Customer]) -> Iterator[str]:
    yield f"{title}: {len(ids):,}"
    yield from (f"  {who[id].key}  {who[id].name}" for id in ids)


def _in_copies(settings: Settings, database: Database) -> str:
    """Until when copies that were made before may hold them."""
    if database.file is None:
        return ""
    made = [copy.made_on for copy in copies_in(every_folder(settings, database.file), database.file)]
    if not made:
        return ""
    last = max(made) + _KEPT
    return (
        f"{len(made)} copies were made before and may hold them; where the nightly copies go on, the last of"
        f" these is gone by {last.isoformat()}. One that is put in place forgets them at once."
    )
