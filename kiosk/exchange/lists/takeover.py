"""Taking a list over: what would happen, by what is kept already, and what is to be stored for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drivers import CardPattern
from kiosk.exchange.exporting import export
from kiosk.exchange.lists.days import Order
from kiosk.exchange.lists.listed import Listed
from kiosk.exchange.lists.people import people_in
from kiosk.exchange.lists.plan import Plan, plan
from kiosk.exchange.lists.reading import FoundList
from kiosk.exchange.merged import who_is_merged
from kiosk.exchange.progress import Progress
from kiosk.exchange.shop_file import Shop, ShopFile
from kiosk.storage.file.database import Database


@dataclass(frozen=True, slots=True)
class Takeover:
    """What would happen; `file` holds all that is to be stored for it, and nobody where nothing is."""

    listed: Sequence[Listed]
    planned: Plan
    file: ShopFile


def prepare(
    found: FoundList,
    database: Database,
    shop: Shop,
    own: Sequence[CardPattern],
    today: date,
    order: Order | None,
    progress: Progress,
) -> Takeover:
    """Compare a list with those who are kept; nothing is written.

    `own` are the shop's card patterns. Raises OrderUnknownError where days may mean two things and no
    `order` is given, and StorageTrouble.
    """
    listed, held = people_in(found.table, found.columns, own, order, found.program.proves_consent)
    stored = export(database, shop, progress)
    merged = who_is_merged(database).keys()
    planned = plan(listed, held, stored.customers, merged, found.program.name, today)
    file = ShopFile(shop=shop, staff=stored.staff, customers=tuple(planned.people))
    return Takeover(listed, planned, file)
