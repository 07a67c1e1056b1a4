"""Pictures of every editor at every size, and in the dark, beside those that somebody has looked at."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import pytest

from kiosk.people.profile.profile import Aspect, Profile
from kiosk.settings import Display
from tests.ui.counter import Counter
from tests.ui.profiles import profile
from tests.ui.test_pictures import ACCEPTED, looks_alike

JACK = "2900000000018"

Scene = Callable[[Counter, Profile], None]


def names(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, Aspect.NAMES)


def manner(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, Aspect.MANNER)


def date(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.important_dates[0])


def new_date(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.add_date(counter.app.flows.person, jack)


def hebrew_day(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.add_date(counter.app.flows.person, jack)
    counter.taps("Hebrew")
    counter.taps("Pick a day")
    counter.taps("Adar I")


def chinese_day(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.add_date(counter.app.flows.person, jack)
    counter.taps("Chinese")
    counter.taps("Pick a day")
    counter.taps("Month 10")


def leap_day(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.add_date(counter.app.flows.person, jack)
    counter.taps("Pick a day")
    counter.taps("February")
    counter.taps("29")


def year(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.important_dates[0])
    counter.taps("1985")


def note(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.notes[0])


def until(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.notes[0])
    counter.taps("Another day…")


def gesture(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.gestures[0])
    counter.taps("Remove")


def relation(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.relations[0])


def card(counter: Counter, jack: Profile) -> None:
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.cards[0])


SCENES: Mapping[str, Scene] = {
    "edit-names": names,
    "edit-manner": manner,
    "edit-date": date,
    "edit-new-date": new_date,
    "edit-hebrew-day": hebrew_day,
    "edit-chinese-day": chinese_day,
    "edit-leap-day": leap_day,
    "edit-year": year,
    "edit-note": note,
    "edit-until": until,
    "edit-gesture": gesture,
    "edit-relation": relation,
    "edit-card": card,
}


@pytest.mark.parametrize(
    ("width", "height", "theme"),
    [(1280, 800, "light"), (1280, 800, "dark"), (800, 480, "light"), (720, 1280, "light")],
)
def test_every_editor_looks_as_it_was_accepted(
    open_counter: Callable[..., Counter],
    database_file: Path,
    width: int,
    height: int,
    theme: Literal["light", "dark"],
    tmp_path: Path,
) -> None:
    counter = open_counter(Display(width=width, height=height, theme=theme))
    jack = profile(counter, JACK, database_file)
    shade = "-dark" if theme == "dark" else ""
    different = []
    for name, scene in SCENES.items():
        scene(counter, jack)
        file = f"{name}{shade}-{width}x{height}.png"
        counter.photograph(tmp_path / file)
        different += [] if looks_alike(tmp_path / file, ACCEPTED / file) else [file]
    assert not different, f"these look different, see {tmp_path}; “make pictures” accepts them"
