"""What can be changed about one person, one change at a time; what is added anew is a Draft."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind


@dataclass(frozen=True, slots=True)
class ChangeNames:
    """Without a `called_by` they are called by their name."""

    name: str
    called_by: str = ""
    pronunciation: str = ""


@dataclass(frozen=True, slots=True)
class ChangeManner:
    """How they wish to be met; `tread_gently_until` may be OPEN_ENDED."""

    greet_by_name: bool
    may_mention_age: bool
    tread_gently_until: date | None
    deceased: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDate:
    """An important date, a new one without `id`; it is of this person and of `shared_with`, if anybody."""

    id: UUID | None = None
    occasion: Occasion
    label: str = ""
    day: int
    month: int
    year: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    leap_day: LeapDay = LeapDay.FEBRUARY_28
    leap_month: bool = False
    shared_with: UUID | None = None


@dataclass(frozen=True, slots=True)
class DropDate:
    """A date that two share goes for both."""

    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """All that stands in a note, but for who wrote it and when."""

    id: UUID
    kind: NoteKind
    text: str
    show_until: date | None = None
    not_in_front_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class DropNote:
    """As if it had never been written."""

    id: UUID


@dataclass(frozen=True, slots=True)
class CloseNote:
    """It was put right, asked about, or has had its time."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ReopenNote:
    """It was not, after all."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ChangeGesture:
    """What was brought or given."""

    id: UUID
    what: str


@dataclass(frozen=True, slots=True)
class DropGesture:
    """As if it had never been."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Relate:
    """`other_id` is the `kind` of this person; told from the other side it is the same relationship."""

    other_id: UUID
    kind: RelationshipKind


@dataclass(frozen=True, slots=True)
class Unrelate:
    """They are not, or not any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RetireCard:
    """The card was lost."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ReviveCard:
    """The card was found again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Consent:
    """They are happy for us to remember them, said today; or they are not."""

    given: bool


@dataclass(frozen=True, slots=True)
class KnownInAllShops:
    """They have agreed that the other shops of the chain greet them, too; or they have not."""

    agreed: bool


Change: TypeAlias = (
    ChangeNames
    | ChangeManner
    | KeepDate
    | DropDate
    | ChangeNote
    | DropNote
    | CloseNote
    | ReopenNote
    | ChangeGesture
    | DropGesture
    | Relate
    | Unrelate
    | RetireCard
    | ReviveCard
    | Consent
    | KnownInAllShops
)
