"""Who works at the counter."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, within


class Role(StrEnum):
    """What somebody on the staff may do."""

    STAFF = "staff"
    MANAGER = "manager"


class ManagersOnly(RefusedText):
    """Something that only a manager may do, who has shown who they are; the message says so."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.gettext("Only a manager can do that."))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on the staff, by name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class StaffMember(Colleague):
    """Somebody who works here. Of one who is at the counter, `role` is what they may do now."""

    role: Role
    has_pin: bool = False
    has_badge: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """What came of signing in: who is at the counter now, or a sentence that says why nobody is."""

    member: StaffMember | None = None
    sentence: str = ""


def hello(name: str, words: Words) -> str:
    """What a badge is answered with."""
    return words.gettext("Hello, {name}").format(name=within(name))


def goodbye(name: str, words: Words) -> str:
    """What the badge of somebody is answered with who was at the counter."""
    return words.gettext("Goodbye, {name}").format(name=within(name))
