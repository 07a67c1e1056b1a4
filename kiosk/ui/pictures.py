"""The small pictures of the glass: one for each outcome and trouble."""

from collections.abc import Mapping

from kiosk.people.greeting.outcomes import Outcome

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NOT_OURS: "🪪",
    Outcome.PAYMENT_CARD: "🫱",
    Outcome.UNREADABLE: "🔁",
    Outcome.RETIRED: "🗃️",
    Outcome.DECEASED: "🕊️",
    Outcome.STAFF: "👋",
}
SCANNER_LOST = "🔌"
TROUBLE = "🧰"
FORGOTTEN = "🍃"
