"""One row of a list as a person, or why it is held back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.exchange.lists.days import Day
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.words import to_translate


class Held(StrEnum):
    """Why a row is held back."""

    NO_NAME = to_translate("it has no name")
    NAME_IS_AN_ADDRESS = to_translate("its name is an e-mail address")
    NAME_TOO_LONG = to_translate("its name is too long")
    BAD_NAME = to_translate("its name holds what cannot be seen, or the number of a payment card")
    PAYMENT_CARD = to_translate("its card number is that of a payment card")
    BAD_CARD = to_translate("its card number cannot be used")
    CARD_TWICE = to_translate("another row has its card already")
    FROM_A_PAYMENT = to_translate("it was made from a payment card, and nobody was asked")
    NEVER_CHOSEN = to_translate("nobody chose to keep this contact")
    DELETED = to_translate("it was deleted there")
    TWICE = to_translate("it may be the same person as another row")


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list. ``number`` is that of the row; ``remarks`` say what was left out of it.

    ``relations`` tell what somebody of the list is to this person, and their whole name.
    """

    number: int
    name: str
    called_by: str = ""
    pronunciation: str = ""
    birthday: Day | None = None
    anniversary: Day | None = None
    cards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    consents: bool = False
    since: date | None = None
    id: str = ""
    email: str = ""
    phone: str = ""
    relations: tuple[tuple[RelationshipKind, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldBack:
    """One row that is left out: its number, why, and the number of another row that has to do with it."""

    number: int
    why: Held
    other: int | None = None
