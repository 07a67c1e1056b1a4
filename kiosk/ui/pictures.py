"""The small picture beside a cue: the first emoji somebody wrote, else one for its kind."""

import re
from collections.abc import Mapping

from kiosk.people.cues import Cue, CueKind
from kiosk.people.greetings import Outcome
from kiosk.people.words import POP_ISOLATE

_ONE = "[\u2600-\u27bf\U0001f300-\U0001faff]"
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_ONE})*")
_OCCASIONS = {"birthday": "🎂", "anniversary": "💐", "name_day": "🌼", "other": "🎉"}
_KINDS: Mapping[CueKind, str] = {
    CueKind.GENTLE: "🤍",
    CueKind.CONCERN: "🔧",
    CueKind.ALERT: "⚠️",
    CueKind.ASK: "💬",
    CueKind.THANK: "🎁",
    CueKind.UPCOMING: "📅",
    CueKind.NOTE: "📝",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NOT_OURS: "🪪",
    Outcome.PAYMENT_CARD: "🫱",
    Outcome.UNREADABLE: "🔁",
    Outcome.RETIRED: "🗃️",
    Outcome.DECEASED: "🕊️",
}
SCANNER_LOST = "🔌"
TROUBLE = "🧰"


def picture_and_title(cue: Cue) -> tuple[str, str]:
    """The picture for a cue, and its title without the emoji that became the picture."""
    if cue.occasion:
        return _OCCASIONS.get(cue.occasion, "🎉"), cue.title
    found = _EMOJI.search(cue.title)
    if found is None:
        return _KINDS[cue.kind], cue.title
    before, after = cue.title[: found.start()], cue.title[found.end() :]
    at_an_end = not before.strip() or not after.strip(f" {POP_ISOLATE}")
    return found.group(), before.rstrip() + after.lstrip() if at_an_end and before + after else cue.title
