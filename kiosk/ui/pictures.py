"""The small pictures of the glass: one for each kind of cue, outcome and trouble."""

from collections.abc import Mapping

from kiosk.drawing.pictures import picture_and_text
from kiosk.people.cues import Cue, CueKind
from kiosk.people.greetings import Outcome

_KINDS: Mapping[CueKind, str] = {
    CueKind.GENTLE: "🤍",
    CueKind.CONCERN: "🔧",
    CueKind.ALERT: "⚠️",
    CueKind.ASK: "💬",
    CueKind.THANK: "🎁",
    CueKind.CELEBRATION: "🎉",
    CueKind.COMPANION: "🎉",
    CueKind.UPCOMING: "📅",
    CueKind.NOTE: "📝",
}
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


def picture_and_title(cue: Cue) -> tuple[str, str]:
    """The picture for a cue, and its title without the emoji that became the picture."""
    return picture_and_text(cue.title, cue.occasion, _KINDS[cue.kind])
