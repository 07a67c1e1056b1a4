"""What the glass is told before it opens: how it looks, where it stands, and whom it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.locale import Speech
from kiosk.people.clock import Clock
from kiosk.people.greeting.outcomes import Outcome

if TYPE_CHECKING:
    from kiosk.ui.asking import AskDesk, Examine, FindCode, FirstDay, Lists, NextScan, TryScans

Call = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the glass looks: its size in pixels and millimetres, its theme, and the seconds until it clears.

    `text_scale` is how much larger type is than the eye needs; `left_handed` puts buttons on that side.
    With `cover_notes` what was written about somebody is read only under a finger, with `cover_names` the
    names of those who are found.
    `brightness` and `dim_to` are parts of full brightness, `dim_after` seconds without anybody, 0 for never;
    `volume` is that of its sounds, from 0 to 1.
    """

    width: int
    height: int
    width_mm: float | None = None
    distance_mm: float = 500
    theme: str = "light"
    text_scale: float = 1
    left_handed: bool = False
    cover_notes: bool = False
    cover_names: bool = False
    clear_after: float = 20
    brightness: float = 1
    dim_after: float = 120
    dim_to: float = 0.3
    volume: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the glass stands: the shop, its counter, its language and its clock.

    `sign_in` is how whoever is at the counter says so; after `sign_out_after` quiet seconds they are gone.
    It `has_other_shops` where it is one of a chain.
    """

    shop: str
    counter: str
    language: str
    words: Speech
    clock: Clock
    gestures: tuple[str, ...] = ()
    sign_in: Literal["off", "name", "pin"] = "off"
    sign_out_after: float = 300
    has_other_shops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Callbacks:
    """Whom the glass calls, on its own thread; none of them takes time.

    `opened` after its first picture, `closed` when it goes, and `shown` at the flip that shows a scan, with
    what came of it and the milliseconds since its last byte. `shine` sets the backlight to a part of full
    brightness, and answers False where there is none to set. `look_up` asks the desk for what is only read:
    it never waits for what is asked by `ask` to be written. The others are told in `kiosk.ui.asking`.
    """

    opened: Call
    closed: Call
    shown: Callable[[Outcome, float], None]
    shine: Callable[[float], bool]
    ask: "AskDesk"
    look_up: "AskDesk"
    next_scan: "NextScan"
    examine: "Examine"
    find_scanners: "Examine"
    find_code: "FindCode"
    try_scans: "TryScans"
    lists: "Lists"
    first_day: "FirstDay"
