"""The small picture of a cue."""

from collections.abc import Mapping

from kiosk.drawing.pictures import picture_and_text
from kiosk.people.greeting.cues import Cue, CueKind

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


def picture_and_title(cue: Cue) -> tuple[str, str]:
    """The picture for a cue, and its title without the emoji that became the picture."""
    return picture_and_text(cue.title, cue.occasion, _KINDS[cue.kind])
