"""What the glass is told before it opens: how it looks, where it stands, and whom it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.locale import Speech
from kiosk.people.drafts import Draft
from kiosk.people.greetings import Outcome
from kiosk.people.newcomers import Newcomer
from kiosk.people.taps import Tap

Call = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the glass looks: its size in pixels and millimetres, its theme, and the seconds until it clears."""

    width: int
    height: int
    width_mm: float | None = None
    distance_mm: float = 500
    theme: str = "light"
    clear_after: float = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the glass stands: the shop, its counter, its language and its clock."""

    shop: str
    counter: str
    language: str
    words: Speech
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """Whom the glass calls, on its own thread; none of them takes time.

    `opened` after its first picture, `closed` when it goes, `resting` whenever nobody is served, and
    `shown` at the flip that shows a scan, with what came of it and the milliseconds since its last byte.

    `newcomer` when a new face, scanned at a monotonic time, is happy to be remembered.
    `briefing` when somebody wants to see it, `printing` when they want it on paper.

    The others begin with the customer on the glass and those beside them: `tapped` when something was
    done that a cue asks for, `taken_back` when it was not after all, `came_along` with one more companion,
    `written` with a note.
    """

    opened: Call
    closed: Call
    resting: Call
    shown: Callable[[Outcome, float], None]
    tapped: Callable[[UUID, frozenset[UUID], Tap], None]
    taken_back: Callable[[UUID, frozenset[UUID], Tap], None]
    written: Callable[[UUID, frozenset[UUID], Draft], None]
    newcomer: Callable[[float, Newcomer], None]
    briefing: Call
    printing: Call
    came_along: Callable[[UUID, frozenset[UUID], UUID], None]
