"""A shop file into the database of a shop that has forgotten and merged people since it was written."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from drivers import CardPattern
from kiosk.exchange.left_out import leave_out, who_is_forgotten
from kiosk.exchange.loading import load
from kiosk.exchange.merged import as_one, who_is_merged
from kiosk.exchange.progress import Progress, unseen
from kiosk.exchange.shop_file import ShopFile
from kiosk.storage.file.database import Database


class LeftOut(NamedTuple):
    """How many in a file were forgotten here, and how many are one with somebody else by now.

    And of how many people and cards something else was decided while it was loaded.
    """

    forgotten: int
    merged: int
    overtaken: int


def save(
    database: Database,
    file: ShopFile,
    own: Sequence[CardPattern],
    folders: Iterable[Path],
    progress: Progress = unseen,
    came_back: Sequence[str] = (),
) -> LeftOut:
    """Store everything in `file`, but those who were forgotten or merged here, unless they `came_back`.

    `own` are the shop's card patterns; copies of the database lie in `folders`. Raises ShopFileError and
    StorageTrouble; nothing is changed then.
    """
    told, forgotten = leave_out(file, who_is_forgotten(database, folders, file), came_back)
    merged = who_is_merged(database)
    left_out = {*forgotten, *merged}
    overtaken = load(database, as_one(told, merged), own, progress=progress, left_out=left_out)
    are_merged = sum(customer.key in merged for customer in file.customers)
    return LeftOut(len(forgotten), are_merged, overtaken)
