"""Storyboards of the light: the glass dims when nobody is there, and wakes for whoever comes."""

from pathlib import Path
from typing import Any, Literal

import pytest
from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch
from PIL import Image

from kiosk.settings import Display
from tests.machine.test_backlight import make_backlight
from tests.ui.conftest import OpenCounter
from tests.ui.counter import Counter, on_window

JACK, NOBODYS = "2900000000018", "2900000099999"
READY, QUIET = "Ready for the next card", "The scanner has gone quiet"
TILE, BRIEFING = "to ask about", "Before we open"
FIND, ASKED = "Find by name", "Who is it?"
SOON = 0.1
QUICK = Display(dim_after=SOON)


def is_dimmed(counter: Counter) -> bool:
    """Tell whether nobody seems to be there."""
    return bool(counter.app.light.is_dimmed)


def darkness(counter: Counter) -> float:
    """How dark the veil over the glass is."""
    return float(counter.app.navigator.glass.ids.veil.darkness)


def dims(counter: Counter) -> None:
    """Wait until the glass has dimmed."""
    counter.until(lambda: is_dimmed(counter), "the glass to dim")


def stays_bright(counter: Counter) -> None:
    """See that the time in which it would dim goes by, several times, and it does not."""
    gone_by: list[Any] = []
    Clock.schedule_once(gone_by.append, 4 * SOON)
    counter.until(lambda: bool(gone_by) or is_dimmed(counter), "time to go by")
    assert not is_dimmed(counter)
    assert darkness(counter) == 0


def test_the_glass_dims_when_nobody_has_been_there_for_a_while(open_counter: OpenCounter) -> None:
    counter = open_counter(QUICK)
    assert darkness(counter) == 0
    dims(counter)
    assert 0.4 < darkness(counter) < 0.45
    counter.sees(READY)


def photograph_bright(counter: Counter, file: Path) -> None:
    """Take the picture before the glass dims, however slow this machine is."""
    counter.photograph(file)
    while darkness(counter):
        counter.stirs()
        counter.photograph(file)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_time_can_be_read_when_it_is_dim(
    open_counter: OpenCounter, tmp_path: Path, theme: Literal["light", "dark"]
) -> None:
    counter = open_counter(Display(dim_after=1, theme=theme))
    bright, dimmed = tmp_path / "bright.png", tmp_path / "dimmed.png"
    photograph_bright(counter, bright)
    dims(counter)
    counter.photograph(dimmed)
    assert contrast(dimmed) > 4.5
    assert luminance(brightest(dimmed)) == pytest.approx(0.3 * luminance(brightest(bright)), rel=0.15)


def test_a_scan_wakes_it_for_a_greeting_that_stays_bright(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(dim_after=SOON, clear_after=1))
    dims(counter)
    counter.scans(JACK)
    assert darkness(counter) == 0
    counter.sees("Jack")
    stays_bright(counter)
    counter.sees(READY)
    dims(counter)


def test_it_stays_bright_while_somebody_is_asked_for_their_name(open_counter: OpenCounter) -> None:
    counter = open_counter(QUICK)
    counter.scans(NOBODYS)
    stays_bright(counter)
    counter.stirs()
    stays_bright(counter)


def test_it_stays_bright_while_somebody_reads_the_briefing(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(dim_after=1))
    counter.sees(TILE)
    # A tap would only wake the glass where it has dimmed before it comes.
    counter.app.resting.ready.dispatch("on_briefing")
    counter.sees(BRIEFING)
    counter.app.navigator.stay(1.5)
    counter.until(lambda: is_dimmed(counter) or READY in counter.glass(), "the briefing to go")
    assert not is_dimmed(counter)


def test_the_touch_that_wakes_it_presses_nothing(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(dim_after=1))
    dims(counter)
    counter.taps(FIND)
    assert not is_dimmed(counter)
    assert READY in counter.glass()
    counter.taps(FIND)
    assert ASKED in counter.glass()


def test_the_touch_that_wakes_it_presses_nothing_wherever_it_goes(open_counter: OpenCounter) -> None:
    counter = open_counter(QUICK)
    dims(counter)
    touch = UnitTestTouch(5, Window.height / 2)
    touch.touch_down()
    counter.scans(JACK)
    wished = next(word for word in counter.words() if word.text == "Wished")
    touch.touch_move(*on_window(wished))
    EventLoop.idle()
    touch.touch_up()
    stays_bright(counter)
    counter.sees("Jack", "Wished")


def test_a_touch_on_the_ready_screen_keeps_it_bright(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(dim_after=1))
    due: list[Any] = []
    Clock.schedule_once(due.append, 0.6)
    counter.until(lambda: bool(due), "half the time to go by")
    counter.stirs()
    Clock.schedule_once(due.append, 0.6)
    counter.until(lambda: len(due) == 2 or is_dimmed(counter), "the rest of the time to go by")
    assert not is_dimmed(counter)


def test_a_key_wakes_it(open_counter: OpenCounter) -> None:
    counter = open_counter(QUICK)
    dims(counter)
    Window.dispatch("on_key_down", 32, 44, " ", [])
    assert not is_dimmed(counter)


def test_news_of_the_scanner_wake_it_and_it_dims_again(open_counter: OpenCounter) -> None:
    counter = open_counter(QUICK)
    dims(counter)
    assert counter.scanner is not None
    counter.scanner.close()
    counter.until(lambda: not is_dimmed(counter), "the glass to wake")
    counter.sees(QUIET)
    dims(counter)
    counter.stirs()
    counter.sees(QUIET)


def test_never_is_a_setting(open_counter: OpenCounter) -> None:
    stays_bright(open_counter(Display(dim_after=0)))


def test_where_there_is_a_backlight_it_is_the_one_that_dims(
    open_counter: OpenCounter, tmp_path: Path
) -> None:
    brightness = make_backlight(tmp_path / "backlight", "10-0045", steps="200")
    counter = open_counter(Display(dim_after=SOON, brightness=0.8), backlights=tmp_path / "backlight")
    assert brightness.read_text() == "160"
    dims(counter)
    assert (brightness.read_text(), darkness(counter)) == ("60", 0)
    finger = UnitTestTouch(*Window.center)
    finger.touch_down()
    assert brightness.read_text() == "160"
    finger.touch_up()
    dims(counter)
    counter.app.dispatch("on_stop")
    assert brightness.read_text() == "160"


def test_a_dimmed_glass_is_never_brighter_than_a_bright_one(
    open_counter: OpenCounter, tmp_path: Path
) -> None:
    brightness = make_backlight(tmp_path / "backlight", "10-0045", steps="200")
    counter = open_counter(Display(dim_after=SOON, brightness=0.1), backlights=tmp_path / "backlight")
    dims(counter)
    assert brightness.read_text() == "20"


def test_where_the_backlight_fails_the_glass_dims_itself(open_counter: OpenCounter, tmp_path: Path) -> None:
    brightness = make_backlight(tmp_path / "backlight", "10-0045")
    counter = open_counter(QUICK, backlights=tmp_path / "backlight")
    brightness.unlink()
    brightness.mkdir()
    dims(counter)
    assert darkness(counter) > 0
    counter.scans(JACK)
    assert darkness(counter) == 0


def brightest(file: Path) -> float:
    """The value of the lightest pixels, from 0 to 1."""
    return float(gray(file).getextrema()[1]) / 255


def contrast(file: Path) -> float:
    """Between the lightest and the darkest pixels, as WCAG counts it."""
    low, high = gray(file).getextrema()
    return (luminance(high / 255) + 0.05) / (luminance(low / 255) + 0.05)


def gray(file: Path) -> Any:
    """The middle of the glass, where the clock is, without colours."""
    with Image.open(file) as picture:
        width, height = picture.size
        return picture.convert("L").crop((width // 4, height // 8, width * 3 // 4, height // 2))


def luminance(value: float) -> float:
    """The light of a pixel's value."""
    return float(value**2.2)
