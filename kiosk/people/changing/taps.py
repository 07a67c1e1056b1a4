"""Taps on a greeting."""

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
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class Tap:
    """One action, done for the customer `whom`.

    `about` is the id of the note, the gesture or the important date that it is about; of a date, `on` is the
    occurrence. For what the shop gave, `about` is the id of the new gesture, and `what` its text. Where they
    allowed us to remember them it is about the customer, too.
    """

    action: Action
    about: UUID
    whom: UUID
    on: date | None = None
    what: str = ""
