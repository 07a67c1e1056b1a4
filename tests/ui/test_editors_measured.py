"""However much there is to edit, nothing of it is cut, covered or too small to tap."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kiosk.people.known.customers import Customer
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.profile import Aspect, KeptNote, Other, Profile, Relation
from kiosk.settings import Display
from tests.ui.counter import Counter
from tests.ui.grid import off_the_grid
from tests.ui.measuring import Glass
from tests.ui.profiles import profile
from tests.ui.test_editor_pictures import SCENES

# isort: split
from kivy.clock import Clock

JACK = "2900000000018"
SIZES = [(1280, 800), (800, 480), (720, 1280)]
LONG = "Bartholomew Featherstonehaugh-Cholmondeley"
NOTE = ("Please keep the door open for the wide pram, and mind the little dog. " * 4)[:280]
REFUSED = "That looks like the number of a payment card, which is never kept."
OTHERS = ("Alice", "Zoe", "Maximilian-Alexander", "نور", "Siobhán", "Wilhelmina")

Editor = Callable[[Counter, Profile], None]


@pytest.fixture(autouse=True)
def in_a_hurry() -> Iterator[None]:
    """Frames follow each other quickly: nothing here depends on how long one takes."""
    usual, Clock._max_fps = Clock._max_fps, 200
    yield
    Clock._max_fps = usual


def much(jack: Profile) -> Profile:
    """As much as there can be to edit."""
    customer: Customer = replace(jack.customer, called_by=LONG, tread_gently_until=date(2027, 9, 30))
    relations = tuple(
        Relation(
            id=uuid4(),
            other=Other(uuid4(), name),
            kind=RelationshipKind.FRIEND,
        )
        for name in OTHERS
    )
    note = replace(jack.notes[0].note, text=NOTE, show_until=date(2027, 9, 30))
    return replace(jack, customer=customer, relations=relations, notes=(KeptNote(note),))


def refused(counter: Counter, jack: Profile) -> None:
    """A note that was not kept."""
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.notes[0])
    counter.app.flows.editing.refuse(REFUSED)
    counter.sees(REFUSED)


def refused_names(counter: Counter, jack: Profile) -> None:
    """Names that were not kept."""
    counter.app.flows.editing.edit(counter.app.flows.person, jack, Aspect.NAMES)
    counter.app.flows.editing.refuse(REFUSED)
    counter.sees(REFUSED)


def refused_gesture(counter: Counter, jack: Profile) -> None:
    """A gesture that was not kept."""
    counter.app.flows.editing.edit(counter.app.flows.person, jack, jack.gestures[0])
    counter.app.flows.editing.refuse(REFUSED)
    counter.sees(REFUSED)


EDITORS: Mapping[str, Editor] = {
    **SCENES,
    "refused": refused,
    "refused-names": refused_names,
    "refused-gesture": refused_gesture,
}


@pytest.mark.parametrize(
    "look", [{}, {"text_scale": 1.6}, {"hand": "left", "theme": "dark"}], ids=["plain", "large", "left"]
)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_editor_can_be_read_and_tapped(
    open_counter: Callable[..., Counter], database_file: Path, width: int, height: int, look: dict[str, Any]
) -> None:
    counter = open_counter(Display(width=width, height=height, **look))
    jack = profile(counter, JACK, database_file)
    wrong = []
    for who, each in (("", jack), ("much ", much(jack))):
        for name, scene in EDITORS.items():
            scene(counter, each)
            glass = Glass(counter.app.root, width, height, counter.app.sizes.touch / 12)
            faint = glass.faint() if look.get("theme") else ()
            grid = off_the_grid(counter.app.root)
            wrong += [f"{who}{name}: {complaint}" for complaint in (*glass.complaints(), *grid, *faint)]
    assert wrong == []
