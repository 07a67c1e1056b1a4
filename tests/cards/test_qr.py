"""QR codes, read back by another library than the one that made them."""

import re

import pytest
import zxingcpp
from PIL import Image

from kiosk.cards.qr import MOST_MODULES, QUIET, Modules, as_text, qr


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


def test_on_a_terminal_the_code_can_be_read_as_well() -> None:
    text = "AGE-SECRET-KEY-1" + "QPZRY9X8GF" * 5 + "2TVDW0S3"
    modules = qr(text)
    assert modules is not None
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in as_text(modules).splitlines()]
    assert len(lines) <= 24
    assert {len(line) for line in lines} == {len(modules) + 2 * QUIET}
    image = Image.new("L", (len(lines[0]), 2 * len(lines)), 255)
    for y, line in enumerate(lines):
        for x, half in enumerate(line):
            for lower, inks in enumerate(("▀█", "▄█")):
                if half in inks:
                    image.putpixel((x, 2 * y + lower), 0)
    [found] = zxingcpp.read_barcodes(image.resize((image.width * 4, image.height * 4)))
    assert found.text == text


def test_on_paper_a_fifth_of_the_code_may_be_spoilt() -> None:
    text = "AGE-SECRET-KEY-1" + "QPZRY9X8GF" * 5 + "2TVDW0S3"
    modules = qr(text, error="q")
    assert modules is not None
    spoilt = picture(modules, 4)
    side = spoilt.width
    spoilt.paste(255, (side // 2, side // 2, side * 13 // 16, side * 11 // 16))
    [found] = zxingcpp.read_barcodes(spoilt)
    assert found.text == text
