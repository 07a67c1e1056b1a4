"""Signing in and the staff, in several languages and sizes: nothing is cut, covered, too small or faint."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from kivy.clock import Clock

from kiosk.people.staff.members import Role
from kiosk.settings import Display, Shop, Staff
from kiosk.storage import staff
from kiosk.storage.file.opening import open_current
from tests.ui.counter import Counter
from tests.ui.grid import off_the_grid
from tests.ui.measuring import Glass
from tests.ui.sample import NOW, Language
from tests.ui.staff_shop import ShopWithPins, taps_name, types_pin

LONG = "Bartholomew Featherstonehaugh-Cholmondeley"


@pytest.fixture(autouse=True)
def in_a_hurry() -> Iterator[None]:
    """Frames follow each other quickly: nothing here depends on how long one takes."""
    usual, Clock._max_fps = Clock._max_fps, 200
    yield
    Clock._max_fps = usual


@pytest.fixture
def shop(database_file: Path) -> ShopWithPins:
    """With somebody whose name needs room."""
    database, _ = open_current(f"sqlite:///{database_file}", NOW)
    with database.writing() as session:
        staff.hire(session, LONG, Role.STAFF)
    database.close()
    return ShopWithPins(database_file)


def scenes(counter: Counter, shop: ShopWithPins) -> Iterator[str]:
    """One after another on the glass."""
    app, words = counter.app, counter.app.place.words
    counter.sees("🎂")
    yield "ready"
    app.flows.staff.ask()
    taps_name(counter, "Mia")
    types_pin(counter, "123")
    yield "sign in"
    app.flows.staff.screen.refuse(
        words.ngettext(
            "Too many wrong tries. Please wait {n} second.",
            "Too many wrong tries. Please wait {n} seconds.",
            30,
        ).format(n=30)
    )
    yield "a pause"
    app.flows.staff.need_manager(app.navigator.clear, app.navigator.clear)
    taps_name(counter, "Ada")
    yield "a manager"
    types_pin(counter, shop.pins["Ada"])
    counter.until(lambda: app.flows.staff.may_manage, "a manager")
    yield "ready, with a name"
    app.flows.staff.ask()
    counter.until(lambda: "Mia" in counter.glass(), "Mia")
    yield "sign out"
    app.flows.staffing.open()
    counter.until(lambda: "Mia" in counter.glass(), "Mia")
    yield "staff"
    taps_name(counter, "Sam")
    app.flows.staffing.page.show_pin("042117")
    yield "a new PIN"
    app.flows.staffing.page._leaves.dispatch("on_tap")
    yield "leaves us"
    refused = words.gettext("Nobody else could manage then. Give another manager a PIN first.")
    app.flows.staffing.refuse(refused)
    yield "a refusal"
    app.flows.staffing.page.dispatch("on_rename", app.flows.staffing.page.member)
    yield "another name"


@pytest.mark.parametrize(
    ("language", "scale", "theme", "hand"),
    [
        ("en", 1.0, "light", "right"),
        ("en", 1.0, "dark", "left"),
        ("de", 1.6, "light", "left"),
        ("ar", 1.0, "light", "right"),
        ("uk", 1.6, "dark", "right"),
    ],
)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_the_staff_can_be_read_and_tapped(
    open_counter: Callable[..., Counter],
    shop: ShopWithPins,
    width: int,
    height: int,
    language: Language,
    scale: float,
    theme: Literal["light", "dark"],
    hand: Literal["left", "right"],
) -> None:
    display = Display(width=width, height=height, text_scale=scale, theme=theme, hand=hand)
    counter = open_counter(display, shop=Shop(language=language), staff=Staff(sign_in="pin"))
    wrong = []
    for scene in scenes(counter, shop):
        glass = Glass(counter.app.root, width, height, counter.app.sizes.touch / 12)
        grid = off_the_grid(counter.app.root)
        wrong += [f"{scene}: {complaint}" for complaint in (*glass.complaints(), *grid, *glass.faint())]
    assert wrong == []
