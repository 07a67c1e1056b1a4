"""Colours that can be read, and letters as large as the eye needs."""

from dataclasses import fields
from itertools import product

import pytest

from kiosk.ui.theme import DARK, LIGHT, Eye, Palette, Rgba, pixels_per_inch, sizes
from kiosk.ui.typesetting import CAP_HEIGHT

GROUNDS = ("paper", "card", "marigold_wash", "pine_wash", "brick_wash", "sky_wash")
TEXTS = ("ink", "soft", "pine", "brick", "sky")
DISPLAYS = [(1280, 800), (800, 480), (720, 1280)]


def luminance(color: Rgba) -> float:
    """Relative luminance as WCAG 2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgba, other: Rgba) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_at_seven_to_one_on_every_ground(palette: Palette) -> None:
    ratios = {
        (text, ground): contrast(getattr(palette, text), getattr(palette, ground))
        for text, ground in product(TEXTS, GROUNDS)
    }
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 7} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_word_on_the_main_button_stands_at_seven_to_one(palette: Palette) -> None:
    assert contrast(palette.paper, palette.pine) >= 7


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


def test_the_themes_have_the_same_colours_by_name() -> None:
    assert all(len(getattr(theme, field.name)) == 4 for theme in (LIGHT, DARK) for field in fields(Palette))
