"""Storyboards of the technician's screen: how is the kiosk, and the one thing to do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Literal

import pytest
import zxingcpp
from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.tests.common import UnitTestTouch
from PIL import Image

from kiosk.health.finding import Finding, State
from kiosk.health.setting_up import code_for
from kiosk.settings import Display
from kiosk.ui.flows import scanners
from tests.health.conftest import pi  # noqa: F401 - a machine in a folder
from tests.ui.counter import Counter, on_window
from tests.ui.setting_up import TYPES, plug_in_one_that_types
from tests.ui.staff_shop import BADGE, ShopWithPins, taps_name, types_pin
from tests.ui.test_pictures import ACCEPTED, looks_alike

OpenCounter = Callable[..., Counter]
JACK = "2900000000018"
GREEN, AMBER, RED = State.GREEN, State.AMBER, State.RED
FINDINGS = [
    Finding("kiosk", GREEN, "It has been running since 22 November, 8:02."),
    Finding(
        "scanner",
        GREEN,
        "It is at /dev/serial/by-id/usb-Scanner-if00, last heard on 24 November, 9:12.",
    ),
    Finding("display", GREEN, "HDMI-A-1, 1280×800, 217 × 136 mm, driver vc4-drm."),
    Finding("display", GREEN, "Drawn by V3D 7.1.7."),
    Finding("touch", GREEN, "Goodix Capacitive TouchScreen is there."),
    Finding("clock", GREEN, "24 November, 9:14, kept right over the network."),
    Finding("database", GREEN, "Intact · 4,812 people · 90,211 visits · 1,740 notes · 18.4 MB"),
    Finding("backup", GREEN, "11 copies, the newest of 24 November, 3:10."),
    Finding(
        "backup",
        AMBER,
        "No USB stick is there: all copies lie where the database does.",
        "Plug in one that is named KIOSK, or set usb = false in [backup].",
    ),
    Finding("disk", GREEN, "21 GB free"),
    Finding("temperature", GREEN, "51 °C."),
    Finding(
        "power",
        RED,
        "The voltage is too low.",
        "Use the power supply that is made for this Raspberry Pi, and a short cable.",
    ),
    Finding("fonts", GREEN, "Everything that is written here can be drawn: Arabic, Cyrillic, Han and Latin."),
    Finding("latency", GREEN, "Of the last 1000 scans half took 12 ms or less, 99 of 100 41 ms."),
    Finding("memory", GREEN, "3100 of 4045 MB are free. The kiosk takes 180 MB."),
    Finding(
        "versions",
        GREEN,
        "greeting-kiosk 1.2.0, Python 3.13.5, Kivy 2.3.1, SDL 2.30.7, SQLite 3.46.1, "
        "Debian GNU/Linux 13 (trixie), Raspberry Pi 5 Model B Rev 1.0.",
    ),
]


@pytest.fixture
def counter(open_counter: OpenCounter, pi: Path, tmp_path: Path) -> Counter:  # noqa: F811
    """On such a machine, to which our scanner is plugged in as well."""
    there = pi / str(tmp_path / "scanner").lstrip("/")
    there.parent.mkdir(parents=True)
    there.touch()
    return open_counter(root=pi)


def rests_a_finger_on_the_clock(counter: Counter, seconds: float = 0.05) -> UnitTestTouch:
    """Nobody waits five seconds here."""
    hold = counter.app.resting.ready.ids.hold
    assert hold.seconds == 5
    hold.seconds = seconds
    finger = UnitTestTouch(*on_window(hold))
    finger.touch_down()
    return finger


def opens(counter: Counter) -> None:
    """Hold the clock until there is more than the time."""
    finger = rests_a_finger_on_the_clock(counter)
    counter.sees_no("Ready for the next card")
    finger.touch_up()
    EventLoop.idle()


def has_looked(counter: Counter) -> None:
    counter.sees_no("this takes a moment")


def finds(counter: Counter, findings: list[Finding]) -> None:
    """What is found from now on."""
    counter.kiosk.findings = lambda: findings  # type: ignore[method-assign]


def test_the_clock_pressed_and_held_opens_it_and_everything_has_a_card(counter: Counter) -> None:
    opens(counter)
    counter.sees("How is the kiosk?", "Look again", "Close", "clears in 1")
    has_looked(counter)
    seen = set(counter.glass())
    while (shown := set(counter.glass()) | seen) != seen or "Versions" not in seen:
        seen = shown
        counter.taps("›")
    assert {"Kiosk", "Scanner", "Display", "Touch", "Clock", "Database", "Memory"} <= seen
    assert "Goodix Capacitive TouchScreen is there." in seen
    counter.taps("Close")
    counter.sees("Ready for the next card")


def test_a_tap_on_the_clock_opens_nothing_and_nor_does_a_finger_that_slides_off(counter: Counter) -> None:
    hold, held, passed = counter.app.resting.ready.ids.hold, Event(), Event()
    hold.bind(on_held=lambda _: held.set())
    finger = rests_a_finger_on_the_clock(counter)
    finger.touch_up()
    finger = UnitTestTouch(*on_window(hold))
    finger.touch_down()
    finger.touch_move(1, 1)
    Clock.schedule_once(lambda _: passed.set(), 2 * hold.seconds)
    counter.until(passed.is_set, "long enough")
    finger.touch_up()
    assert not held.is_set()
    counter.sees("Ready for the next card")


def test_what_needs_a_hand_comes_first_and_is_gone_once_somebody_has_seen_to_it(
    counter: Counter,
    pi: Path,  # noqa: F811
) -> None:
    (pi / "sys/class/drm/card1-HDMI-A-1/status").write_text("disconnected\n")
    opens(counter)
    counter.sees("No display is connected.", "Check its cable and its power, then restart.", "✗")
    has_looked(counter)
    (pi / "sys/class/drm/card1-HDMI-A-1/status").write_text("connected\n")
    counter.taps("Look again")
    has_looked(counter)
    counter.sees_no("No display is connected.")


def test_how_many_things_there_are_to_see_to_stands_under_the_title(counter: Counter) -> None:
    finds(counter, FINDINGS)
    opens(counter)
    counter.sees("2 things to see to.")
    signs = [text for text in counter.glass() if text in set("✗!✓")]
    assert signs[:3] == ["✗", "!", "✓"]
    finds(counter, [one for one in FINDINGS if one.state is GREEN])
    counter.taps("Look again")
    counter.sees("All is well.")
    assert not {"!", "✗"} & set(counter.glass())


def test_a_scan_while_it_is_looking_is_greeted_and_what_is_found_waits_for_nobody(counter: Counter) -> None:
    go_on, done = Event(), Event()

    def look_slowly() -> list[Finding]:
        go_on.wait()
        done.set()
        return FINDINGS

    counter.kiosk.findings = look_slowly  # type: ignore[method-assign]
    opens(counter)
    counter.sees("Looking at everything; this takes a moment.")
    counter.scans(JACK)
    counter.sees("Jack")
    go_on.set()
    counter.until(done.is_set, "the look")
    counter.sees_no("How is the kiosk?")
    counter.closes()
    opens_again(counter)
    counter.sees("2 things to see to.")


def test_it_does_not_take_the_place_of_a_customer_who_came_meanwhile(counter: Counter) -> None:
    counter.scans(JACK)
    counter.app.flows.status.let_in(has_manager=False)
    counter.settles()
    EventLoop.idle()
    assert "Jack" in counter.glass()


def opens_again(counter: Counter) -> None:
    counter.sees("Ready for the next card")
    counter.app.resting.ready.ids.hold.seconds = 5
    opens(counter)


def test_a_look_that_fails_is_told_of(counter: Counter) -> None:
    def stumble() -> list[Finding]:
        raise ValueError("Jack")

    counter.kiosk.findings = stumble  # type: ignore[method-assign]
    opens(counter)
    counter.sees("This could not be looked at (ValueError at ", "1 thing to see to.")
    assert not any("Jack" in text for text in counter.glass())


def test_where_a_manager_has_a_pin_it_asks_for_that(counter: Counter, database_file: Path) -> None:
    shop = ShopWithPins(database_file)
    finds(counter, FINDINGS)
    opens(counter)
    taps_name(counter, "Ada") if "Ada" in counter.glass() else counter.sees("A manager, please")
    types_pin(counter, shop.pins["Ada"])
    counter.sees("How is the kiosk?", "2 things to see to.")
    counter.taps("Close")
    opens_again(counter)
    counter.sees("How is the kiosk?", "2 things to see to.")


def test_the_badge_of_somebody_else_does_not_open_it(counter: Counter, database_file: Path) -> None:
    ShopWithPins(database_file)
    opens(counter)
    counter.sees("A manager, please")
    counter.scans(BADGE)
    counter.sees("Only a manager can do that.")
    counter.taps("Close")
    counter.sees("Ready for the next card")


def test_it_opens_without_a_pin_where_the_data_cannot_be_read(
    open_counter: OpenCounter, database_file: Path
) -> None:
    database_file.write_bytes(b"a shopping list " * 1000)
    counter = open_counter()
    counter.sees("The kiosk needs a hand")
    counter.closes()
    opens(counter)
    counter.sees("How is the kiosk?")


def test_a_touch_that_wakes_the_glass_is_not_held(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(dim_after=0.05))
    counter.until(lambda: counter.app.light.is_dimmed, "a dim glass")
    finger = rests_a_finger_on_the_clock(counter)
    assert not counter.app.resting.ready.ids.hold.pressed
    finger.touch_up()
    counter.sees("Ready for the next card")


PLUGGED_IN = [
    Finding(
        "scanner",
        GREEN,
        "A scanner of Honeywell, Metrologic (Voyager 1250g).\n/dev/serial/by-id/usb-Metrologic_Scanner-if00",
    ),
    Finding(
        "scanner",
        GREEN,
        "An adapter of FTDI (FT232R): it cannot tell what hangs on it.\n/dev/serial/by-id/usb-FTDI-if00",
    ),
    Finding("scanner", AMBER, "Refused: MagTek makes readers of magnetic stripes.\n/dev/ttyACM3"),
]


def tries_scanners(counter: Counter) -> None:
    flow = counter.app.flows.scanners
    flow._find, flow._find_code = lambda then: then(PLUGGED_IN), lambda then: then("", "")
    finds(counter, FINDINGS)
    opens(counter)
    counter.taps("More…")
    counter.taps_word("Scanners")
    counter.sees("Scan anything to try it. It greets nobody here.")


def test_a_scanner_is_tried_without_greeting_anybody(counter: Counter) -> None:
    tries_scanners(counter)
    assert counter.scanner is not None
    counter.scanner.scan(f"^{JACK}")
    counter.sees("^#############<CR>", 'prefix = "^"')
    counter.scanner.scan(JACK)
    counter.sees("#############<CR>", "A card of 13 characters.")
    counter.scanner.scan("4111111111111111")
    counter.sees("A payment card: it is refused, and nothing of it is kept.")
    assert counter.kiosk.outcomes == []


def test_once_the_page_is_closed_a_scan_greets_again(counter: Counter) -> None:
    tries_scanners(counter)
    counter.taps("Close")
    counter.sees("Ready for the next card")
    counter.scans(JACK)
    counter.sees("Jack")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_the_page_of_the_scanners_looks_as_it_was_accepted(
    open_counter: OpenCounter, width: int, height: int, tmp_path: Path
) -> None:
    counter = open_counter(Display(width=width, height=height))
    tries_scanners(counter)
    assert counter.scanner is not None
    counter.scanner.scan(f"^{JACK}")
    counter.sees('prefix = "^"')
    file = f"scanners-{width}x{height}.png"
    counter.photograph(tmp_path / file)
    assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}; “make pictures” accepts it"


def shows_the_code(counter: Counter) -> None:
    tries_scanners(counter)
    plug_in_one_that_types(counter)
    counter.taps("Look again")
    counter.taps("Make it serial")
    counter.sees("Point the scanner here", "It should make a scanner of Honeywell, Metrologic a serial one")


def test_a_scanner_that_types_is_shown_its_makers_code_until_it_comes_back(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanners, "_EVERY", 0.01)
    shows_the_code(counter)
    counter.app.flows.scanners._find_code = lambda then: then("", "")
    counter.sees("Scan anything to try it. It greets nobody here.")


def test_where_no_code_is_known_there_is_nothing_to_tap(counter: Counter) -> None:
    tries_scanners(counter)
    assert counter.app.flows.scanners.screen.more[0].off
    assert code_for(counter.app.place.words, [replace(TYPES, maker="Cipherlab")]) == ("", "")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_the_code_can_be_read_by_a_scanner(
    open_counter: OpenCounter, width: int, height: int, tmp_path: Path
) -> None:
    counter = open_counter(Display(width=width, height=height))
    shows_the_code(counter)
    file = f"set-up-{width}x{height}.png"
    counter.photograph(tmp_path / file)
    (read,) = zxingcpp.read_barcodes(Image.open(tmp_path / file))
    assert read.text.endswith("TRMUSB130.")
    assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}; “make pictures” accepts it"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_it_looks_as_it_was_accepted(
    open_counter: OpenCounter, width: int, height: int, theme: Literal["light", "dark"], tmp_path: Path
) -> None:
    counter = open_counter(Display(width=width, height=height, theme=theme))
    finds(counter, FINDINGS)
    opens(counter)
    counter.sees("2 things to see to.")
    shade = "-dark" if theme == "dark" else ""
    file = f"status{shade}-{width}x{height}.png"
    counter.photograph(tmp_path / file)
    assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}; “make pictures” accepts it"
