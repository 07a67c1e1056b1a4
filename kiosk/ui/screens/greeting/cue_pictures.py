"""The small picture of a cue, and the word for its kind: colour alone tells nobody anything."""

from collections.abc import Mapping

from kiosk.drawing.pictures import OCCASIONS
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.words import Words

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


def picture(cue: Cue) -> str:
    """That of its occasion, if it has one, or else of its kind, whatever emoji somebody wrote in it."""
    return OCCASIONS.get(cue.occasion, _KINDS[cue.kind])


def kind_word(kind: CueKind, words: Words) -> str:
    """What a card of this kind is, where its title does not say so itself."""
    return {
        CueKind.CONCERN: words.gettext("Make it right"),
        CueKind.ALERT: words.gettext("Always"),
    }.get(kind, "")
