"""Colours that can be read."""

from itertools import product

import pytest

from kiosk.drawing.palette import DARK, LIGHT, Palette, Rgba

GROUNDS = ("paper", "card", "marigold_wash", "pine_wash", "brick_wash", "sky_wash")
TEXTS = ("ink", "soft", "pine", "brick", "sky")


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


def test_the_themes_have_the_same_colours_by_name() -> None:
    assert all(len(color) == 4 for theme in (LIGHT, DARK) for color in theme)
