"""Letters as large as the eye needs, and what is tapped as large as a finger."""

import pytest

from kiosk.drawing.fonts import CAP_HEIGHT
from kiosk.machine.density import pixels_per_inch
from kiosk.ui.sizes import Eye, sizes

DISPLAYS = [(1280, 800), (800, 480), (720, 1280)]


@pytest.mark.parametrize(("width", "height"), DISPLAYS)
@pytest.mark.parametrize("distance", [400, 500, 900])
def test_letters_are_as_high_as_the_eye_needs(width: int, height: int, distance: float) -> None:
    eye = Eye(pixels_per_inch(width, height, None), distance)
    found = sizes(width, height, eye)
    minutes = {"name": 30, "say": 22, "title": 16, "chip": 16, "detail": 16, "subline": 16, "sentence": 16}
    for name, least in minutes.items():
        size = getattr(found, name)
        assert (size[-1] if isinstance(size, tuple) else size) >= round(eye.type_size(least)), name


def test_the_type_size_follows_from_the_capital_letters() -> None:
    # 16 arc minutes at half a metre are 2.33 mm; at 149 pixels an inch that is 13.7 pixels.
    assert Eye(149, 500).type_size(16) * CAP_HEIGHT == pytest.approx(13.65, abs=0.05)


@pytest.mark.parametrize(("width", "height"), DISPLAYS)
def test_a_finger_finds_what_is_to_be_tapped(width: int, height: int) -> None:
    ppi = pixels_per_inch(width, height, None)
    assert sizes(width, height, Eye(ppi, 500)).touch / ppi * 25.4 >= 11.9


def test_the_three_steps_of_a_name_become_smaller() -> None:
    steps = sizes(1280, 800, Eye(149, 500)).name
    assert steps == tuple(sorted(steps, reverse=True))
    assert len(set(steps)) == 3


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_type_can_be_larger_than_the_eye_needs_and_fingers_stay_as_they_are(scale: float) -> None:
    eye = Eye(149, 500)
    usual, larger = sizes(1280, 800, eye), sizes(1280, 800, eye, scale)
    assert larger.detail == pytest.approx(usual.detail * scale, abs=1)
    assert larger.name[0] == pytest.approx(usual.name[0] * scale, abs=1)
    assert larger.touch == usual.touch
