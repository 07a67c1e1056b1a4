"""Text stands right in every script."""

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy
from kiosk.people.words import within
from kiosk.ui.typesetting import Style, measure, typeset
from kiosk.ui.warming import SCRIPTS

PLAIN = Style(40, False, (0, 0, 0))
MISSING = "\U000e0ffe"


@pytest.mark.parametrize("script", SCRIPTS)
def test_there_is_a_font_for_every_script(script: str) -> None:
    # What no font has is drawn as a box with its code in it, wider than high.
    box = measure(MISSING, PLAIN).width
    for character in script:
        assert measure(character, PLAIN).width != box


def test_wrapped_right_to_left_text_begins_at_the_right() -> None:
    assert measure("نور الهدى", PLAIN, 600).x > 300
    assert measure("Nour al-Huda", PLAIN, 600).x == 0


def test_a_right_to_left_name_does_not_turn_our_sentence() -> None:
    assert measure(f"{within('نور')} has died.", PLAIN, 600).x == 0


def test_no_line_is_wider_than_it_may_be() -> None:
    text = "Loves being kidded that he’s too old to date, best of all with Margaret by his side."
    extent = measure(text, PLAIN, 300)
    assert extent.width <= 300
    assert extent.lines > 4


def test_ink_that_stands_out_of_its_line_is_not_cut() -> None:
    setting = typeset("J̧ǰ̣", PLAIN)
    extent = setting.extent
    assert setting.texture.width == extent.left + extent.width + extent.right
    assert setting.texture.height == extent.top + extent.height + extent.bottom


def test_what_people_wrote_is_never_taken_for_markup() -> None:
    assert measure("<b>bold</b> & more", PLAIN).width > measure("bold & more", PLAIN).width
