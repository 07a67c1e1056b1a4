"""QR codes, read back by another library than the one that made them."""

import pytest
import zxingcpp
from PIL import Image

from kiosk.cards.qr import MOST_MODULES, QUIET, Modules, qr


def picture(modules: Modules, pixels: int) -> Image.Image:
    """The code as it stands on a screen, each module so many pixels wide."""
    side = len(modules) + 2 * QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, black in enumerate(row):
            if black:
                image.putpixel((x + QUIET, y + QUIET), 0)
    return image.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)


def read(text: str, pixels: int = 3) -> str:
    modules = qr(text)
    assert modules is not None
    [found] = zxingcpp.read_barcodes(picture(modules, pixels))
    return str(found.text)


@pytest.mark.parametrize(
    "text", ["Jack", "Ваше ім’я: Олена\nКрасно дякуємо", "اسمك: نزار", "李小龙 生日 🎂", "12345", "カード"]
)
def test_a_telephone_reads_what_was_written(text: str) -> None:
    assert read(text) == text


def test_the_longest_text_can_be_read_with_three_pixels_a_module() -> None:
    text = "What we remember about you. " * 45 + "1234567890123"
    assert len(text) == 1273
    modules = qr(text)
    assert modules is not None
    assert len(modules) == MOST_MODULES
    assert (MOST_MODULES + 2 * QUIET) * 3 <= 480
    assert read(text) == text


@pytest.mark.parametrize("text", ["a" * 1274, "я" * 637, "a" * 5000])
def test_a_text_that_is_too_long_is_no_code(text: str) -> None:
    assert qr(text) is None
