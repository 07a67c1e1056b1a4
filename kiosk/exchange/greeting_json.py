"""A greeting as `kiosk greet --json` prints it."""

from typing import Any

from kiosk.people.greeting.cues import Cue
from kiosk.people.greeting.greetings import Greeting


def greeting_as_json(greeting: Greeting) -> dict[str, Any]:
    """The contract of `kiosk greet`: all cues, in order."""
    who = greeting.customer
    return {
        "outcome": greeting.outcome,
        "customer": who
        and {"called_by": who.called_by, "name": who.name, "pronunciation": who.pronunciation},
        "say": greeting.say,
        "chips": list(greeting.chips),
        "cues": [_cue(cue) for cue in greeting.cues],
        "companions": [{"key": c.key, "called_by": c.called_by} for c in greeting.companions],
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {
        "kind": cue.kind,
        "title": cue.title,
        "detail": cue.detail,
        "on": cue.on and cue.on.isoformat(),
        "action": cue.action,
    }
