"""Every script can be shown, and all of its ink."""

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy
from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.typesetting import typeset
from kiosk.ui.warming import SCRIPTS

PLAIN = Style(40, False, (0, 0, 0))
MISSING = "\U000e0ffe"


@pytest.mark.parametrize("script", SCRIPTS)
def test_there_is_a_font_for_every_script(script: str) -> None:
    # What no font has is drawn as a box with its code in it, wider than high.
    box = measure(MISSING, PLAIN).width
    for character in script:
        assert measure(character, PLAIN).width != box


def test_ink_that_stands_out_of_its_line_is_not_cut() -> None:
    setting = typeset("J̧ǰ̣", PLAIN)
    extent = setting.extent
    assert setting.texture.width == extent.left + extent.width + extent.right
    assert setting.texture.height == extent.top + extent.height + extent.bottom
