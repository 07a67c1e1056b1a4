"""The tables. Facts are added and seldom changed; a row that can change says when it did.

Every text is NFC, every time UTC, every id a UUID made by the program, so that what several
counters wrote can be put together without conflict. Rows never leave `kiosk.storage`.

Whoever asks for a table, or for all of them, asks here, where they are all known.
"""

from kiosk.storage.models.base import Base, Changeable
from kiosk.storage.models.customers import NAME_WORD, Card, Customer, Relationship
from kiosk.storage.models.dates import ImportantDate, Wish
from kiosk.storage.models.issued import IssuedCard
from kiosk.storage.models.mergers import DifferentPeople, Merger, SameCard
from kiosk.storage.models.notes import Closing, Gesture, Note, Thanks
from kiosk.storage.models.shop import Shop, Staff
from kiosk.storage.models.ticks import BriefingTick
from kiosk.storage.models.visits import Visit, VisitCompanion

__all__ = [
    "NAME_WORD",
    "Base",
    "BriefingTick",
    "Card",
    "Changeable",
    "Closing",
    "Customer",
    "DifferentPeople",
    "Gesture",
    "ImportantDate",
    "IssuedCard",
    "Merger",
    "Note",
    "Relationship",
    "SameCard",
    "Shop",
    "Staff",
    "Thanks",
    "Visit",
    "VisitCompanion",
    "Wish",
]
