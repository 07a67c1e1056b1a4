"""Every script can be shown, and all of its ink."""

from ctypes import c_void_p

import pytest
from PIL import Image

import tests.ui.window  # noqa: F401 - before anything of Kivy
from kiosk.drawing.native import cairo
from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.canvas import pixels
from kiosk.ui.typesetting import Words, ink_size, layouts
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
    words, margin = Words("J̧ǰ̣", PLAIN), 5
    width, height = ink_size(layouts.extent(words))

    def draw(context: c_void_p) -> None:
        cairo.cairo_translate(context, margin, margin)
        layouts.draw(words, context)

    size = (width + 2 * margin, height + 2 * margin)
    ink = Image.frombytes("RGBA", size, bytes(pixels(*size, draw))).getchannel("A").getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert left >= margin <= top
    assert right <= width + margin
    assert bottom <= height + margin
