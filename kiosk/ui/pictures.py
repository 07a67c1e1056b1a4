"""The small pictures of the glass: one for each outcome and trouble, kind of note, and relation."""

from collections.abc import Mapping

from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NOT_OURS: "🪪",
    Outcome.PAYMENT_CARD: "🫱",
    Outcome.UNREADABLE: "🔁",
    Outcome.RETIRED: "🗃️",
    Outcome.DECEASED: "🗃️",
    Outcome.STAFF: "👋",
    Outcome.GUEST: "👋",
}
SCANNER_LOST = "🔌"
TROUBLE = "🧰"
FORGOTTEN = "🍃"
NOTES: Mapping[NoteKind, str] = {
    NoteKind.REMEMBER: "📝",
    NoteKind.ASK_ABOUT: "💬",
    NoteKind.ALWAYS_SHOW: "📌",
    NoteKind.MAKE_RIGHT: "🔧",
}
RELATIONS: Mapping[RelationshipKind, str] = {
    RelationshipKind.PARTNER: "💛",
    RelationshipKind.CHILD: "🧒",
    RelationshipKind.PARENT: "🏡",
    RelationshipKind.SIBLING: "🌱",
    RelationshipKind.FRIEND: "🙂",
    RelationshipKind.COLLEAGUE: "💼",
    RelationshipKind.CARER: "🤲",
}
CARED_FOR = RELATIONS[RelationshipKind.CARER]
RECEIVED, GIVEN = "🎁", "☕"
