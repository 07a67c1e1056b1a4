"""What one tap says has been done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Action(StrEnum):
    """What one tap says has been done."""

    WISHED = "wished"
    ASKED = "asked"
    THANKED = "thanked"
    PUT_RIGHT = "put_right"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Tap:
    """That something was done, `whom` for: about a note, a gesture, or the return of a date on `on`.

    What the shop gave is a gesture of its own: `about` is its new id then, and `what` it was.
    """

    action: Action
    about: UUID
    whom: UUID
    on: date | None = None
    what: str = ""
