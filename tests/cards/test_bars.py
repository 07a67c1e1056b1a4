"""Bars, read by another library than drew them."""

import pytest
import zxingcpp
from PIL import Image

from kiosk.cards.bars import bars


def read(modules: str) -> str | None:
    """The number that stands in these modules."""
    picture = Image.new("L", (len(modules) + 40, 60), 255)
    for place, module in enumerate(modules):
        if module == "1":
            picture.paste(0, (20 + place, 5, 21 + place, 55))
    found = zxingcpp.read_barcode(picture.resize((picture.width * 3, picture.height)))
    return found.text if found else None


@pytest.mark.parametrize(
    "number",
    [
        "990227054988940811",
        "9999",
        "99",
        "999",
        "99991",
        "LOY-99",
        "L9999",
        "00990099",
        "Ab-99",
        "0",
        "LOY-000123",
    ],
)
def test_code_128_holds_every_digit(number: str) -> None:
    assert read(bars(number, "code128")) == number


@pytest.mark.parametrize(
    ("number", "symbology"),
    [("2919731372875", "ean13"), ("04210009", "ean8"), ("LOY-000123", "code39"), ("LOY-000123", "qr")],
)
def test_every_other_kind_holds_its_number(number: str, symbology: str) -> None:
    assert read(bars(number, symbology)) == number
