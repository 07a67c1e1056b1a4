"""Cards on paper: of true size, and each read back by another library than the one that drew it."""

from io import BytesIO
from random import Random

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from drivers import Symbology
from kiosk.cards.bars import bars
from kiosk.cards.numbers import IN_STORE, CardKind, new_numbers
from kiosk.cards.printed import printed_card
from kiosk.drawing.logos import logo_from
from kiosk.drawing.shapes import Color
from kiosk.paper.card_face import LEAST_MODULE, MODULE, NoRoomError
from kiosk.paper.card_pages import card_pdf
from kiosk.paper.card_sheets import CARD_HEIGHT, CARD_WIDTH, SHEETS
from kiosk.paper.printed_card import Brand

MM = 25.4 / 72
KINDS = [
    IN_STORE,
    CardKind("LOY-", 12, Symbology.CODE128),
    CardKind("LOY", 10, Symbology.CODE39),
    CardKind("LOY-", 14, Symbology.QR),
]


SHOP = Brand("Bäckerei am Eck")
LOGO = 244, 183, 64
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <path d="M0 0h9v9h-9z" fill="#f4b740"/></svg>"""


def printed(
    kind: CardKind, count: int, sheet: str = "card", shop: Brand = SHOP
) -> tuple[list[str], pypdfium2.PdfDocument]:
    """So many new cards: their numbers, and the file."""
    chance = Random(17)
    numbers = new_numbers(kind, count, lambda _: (), below=chance.randrange)
    cards = [printed_card(one, kind.symbology, shop) for one in numbers]
    return numbers, pypdfium2.PdfDocument(BytesIO(b"".join(card_pdf(cards, SHEETS[sheet]))))


def read(picture: Image.Image) -> str:
    """The number that is read first, as a scanner sends one."""
    found = zxingcpp.read_barcode(picture)
    return found.text if found else ""


def test_a_card_has_the_size_of_a_card() -> None:
    _, file = printed(IN_STORE, 2)
    assert len(file) == 2
    width, height = (length * MM for length in file[0].get_size())
    assert (width, height) == pytest.approx((CARD_WIDTH, CARD_HEIGHT), abs=0.01)


def test_bars_are_as_wide_as_gs1_says() -> None:
    numbers, file = printed(IN_STORE, 1)
    dpi = 1200
    picture = file[0].render(scale=dpi / 72).to_pil().convert("1")
    row = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    dark = [x for x, light in enumerate(row) if not light]
    modules = bars(numbers[0], "ean13").strip("0")
    across = (dark[-1] - dark[0] + 1) / dpi * 25.4
    assert across == pytest.approx(MODULE * len(modules), abs=0.05)
    assert dark[0] / dpi * 25.4 > 11 * MODULE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.symbology)
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_every_card_is_read_back(kind: CardKind, dpi: int) -> None:
    numbers, file = printed(kind, 10)
    found = [read(page.render(scale=dpi / 72).to_pil().convert("L")) for page in file]
    assert found == numbers


@pytest.mark.parametrize("angle", [-7, 4, 90, 180])
def test_it_is_read_turned_blurred_and_printed_light(angle: int) -> None:
    numbers, file = printed(IN_STORE, 5)
    for number, page in zip(numbers, file, strict=True):
        picture = page.render(scale=300 / 72).to_pil().convert("L")
        turned = picture.rotate(angle, expand=True, fillcolor=255).filter(ImageFilter.GaussianBlur(1))
        assert read(turned.point(lambda light: 150 + light * 105 // 255)) == number


@pytest.mark.parametrize("color", [None, (0.06, 0.31, 0.25), (0.96, 0.72, 0.25)])
@pytest.mark.parametrize("sheet", ["card", "a4-key-tags", "avery-l7160"])
def test_a_card_with_a_logo_on_the_colour_of_the_shop_is_read_back(color: Color | None, sheet: str) -> None:
    brand = Brand("Bäckerei am Eck", logo_from(SVG), color)
    (number,), file = printed(IN_STORE, 1, sheet, brand)
    assert read(file[0].render(scale=300 / 72).to_pil().convert("L")) == number
    seen = {pixel for _, pixel in file[0].render(scale=2).to_pil().convert("RGB").getcolors(99_999)}
    assert LOGO in seen
    assert color is None or tuple(round(part * 255) for part in color) in seen


@pytest.mark.parametrize(("sheet", "off"), [("card", 0), ("a4", -0.4), ("avery-l7160", 0.85)])
def test_colour_goes_over_an_edge_that_is_cut_and_stays_off_that_of_a_label(sheet: str, off: float) -> None:
    _, file = printed(IN_STORE, 1, sheet, Brand("Bäckerei am Eck", color=(0.06, 0.31, 0.25)))
    dots = 600 / 25.4
    picture = file[0].render(scale=600 / 72).to_pil().convert("L").point(lambda light: 255 * (light < 120))
    row = picture.crop(
        (0, round((SHEETS[sheet].top + 3) * dots), picture.width // 2, int((SHEETS[sheet].top + 3.2) * dots))
    )
    box = row.getbbox()
    assert box is not None
    assert box[0] / dots - SHEETS[sheet].left == pytest.approx(off, abs=0.1)


def test_a_sheet_to_be_cut_holds_ten_and_none_is_lost() -> None:
    numbers, file = printed(IN_STORE, 23, "a4")
    assert [round(length * MM) for length in file[0].get_size()] == [210, 297]
    found = [zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil().convert("L")) for page in file]
    assert [len(page) for page in found] == [10, 10, 3]
    assert sorted(code.text for page in found for code in page) == sorted(numbers)


def test_the_same_cards_are_the_same_file() -> None:
    card = printed_card("2919731372875", Symbology.EAN13, Brand("Corner Bakery"), "Jack Okafor")
    first, second = (b"".join(card_pdf([card], SHEETS["card"])) for _ in range(2))
    assert first == second


def test_a_long_name_stays_on_the_card() -> None:
    card = printed_card(
        "2919731372875", Symbology.EAN13, Brand("The Corner Bakery and Coffee House of Old Town " * 3)
    )
    page = pypdfium2.PdfDocument(BytesIO(b"".join(card_pdf([card], SHEETS["card"]))))[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    assert min(box[0] for box in boxes) > 0
    assert max(box[2] for box in boxes) < page.get_size()[0]


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("kind", [IN_STORE, CardKind("", 10, Symbology.QR)], ids=lambda kind: kind.symbology)
def test_every_sheet_is_read_back_and_nothing_stands_outside_of_its_labels(kind: CardKind, name: str) -> None:
    sheet = SHEETS[name]
    numbers, file = printed(kind, sheet.across * sheet.down, name)
    assert len(file) == 1
    picture = file[0].render(scale=300 / 72).to_pil().convert("L")
    assert {code.text for code in zxingcpp.read_barcodes(picture)} >= set(numbers)
    if not sheet.marks:
        for row in range(sheet.down):
            for column in range(sheet.across):
                x, y = sheet.left + column * sheet.pitch[0], sheet.top + row * sheet.pitch[1]
                box = [round(length * 300 / 25.4) for length in (x, y, x + sheet.width, y + sheet.height)]
                picture.paste(255, (box[0], box[1], box[2], box[3]))
        assert picture.getextrema() == (255, 255)


def test_nothing_but_the_ring_stands_where_a_key_tag_gets_its_hole() -> None:
    sheet = SHEETS["a4-key-tags"]
    _, file = printed(IN_STORE, 1, "a4-key-tags")
    dots = 300 / 25.4
    picture = file[0].render(scale=300 / 72).to_pil().convert("L")
    left, top = sheet.left * dots, sheet.top * dots
    strip = picture.crop(
        (int(left) + 2, int(top) + 2, int(left + 9 * dots), int(top + sheet.height * dots) - 2)
    )
    dark = strip.point(lambda light: 255 * (light < 250)).getbbox()
    assert dark is not None
    assert (dark[2] - dark[0]) / dots == pytest.approx(5, abs=0.3)
    assert (dark[3] - dark[1]) / dots == pytest.approx(5, abs=0.3)


def test_bars_that_have_no_room_are_refused() -> None:
    with pytest.raises(NoRoomError):
        printed(CardKind("LOYALTY-CARD-", 23, Symbology.CODE128), 1, "avery-l7651")


def test_on_no_sheet_are_the_bars_of_the_usual_cards_narrower_than_gs1_allows() -> None:
    modules = len(bars("2919731372875", "ean13")) + 2 * 11
    assert min(sheet.width for sheet in SHEETS.values()) / modules >= LEAST_MODULE
