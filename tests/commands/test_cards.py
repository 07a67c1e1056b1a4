"""`kiosk cards`, as it is typed."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from drivers.symbology import is_gtin
from kiosk.storage.file.database import Database
from tests.drawing.drawn import drawn, png

Kiosk = Callable[..., Any]
JACK = "2900000000018"


def add_to_shop(config: Path, lines: str) -> None:
    """Set more about the shop."""
    config.write_text(config.read_text().replace("[shop]", f"[shop]\n{lines}"))


def numbers(kiosk: Kiosk) -> list[str]:
    return list(kiosk("cards").out.splitlines())


def numbers_of(kiosk: Kiosk, who: str) -> list[str]:
    return [line.split()[0] for line in kiosk("cards", "list", who).out.splitlines()]


def test_new_numbers_are_printed_and_given_out_once(kiosk: Kiosk, shop: Database) -> None:
    first = kiosk("cards", "new", "--count", "200").out.splitlines()
    second = kiosk("cards", "new", "--count", "200").out.splitlines()
    assert len({*first, *second}) == 400
    assert all(map(is_gtin, first))
    assert numbers(kiosk) == sorted([*first, *second])


def test_they_are_written_as_cards(kiosk: Kiosk, shop: Database, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    ran = kiosk("cards", "new", "--count", "12", "--pdf", file, "--sheet", "a4")
    assert (ran.status, ran.out) == (0, "")
    assert "12 cards are in " in ran.err
    pages = pypdfium2.PdfDocument(file)
    found = [zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil().convert("L")) for page in pages]
    assert [len(page) for page in found] == [10, 2]
    assert sorted(code.text for page in found for code in page) == numbers(kiosk)


def test_the_cards_of_somebody_are_listed_and_one_is_taken_out_of_use(kiosk: Kiosk, shop: Database) -> None:
    assert kiosk("cards", "list", "jack").out.splitlines() == [
        f"{JACK}  in use",
        "2900000000025  not in use: lost",
    ]
    assert kiosk("cards", "retire", JACK).status == 0
    assert kiosk("cards", "list", "jack").out.splitlines()[0].startswith(f"{JACK}  not in use: ")
    assert kiosk("greet", JACK).status == 1


def test_a_lost_card_is_replaced_by_a_new_number(kiosk: Kiosk, shop: Database) -> None:
    number = kiosk("cards", "replace", JACK).out.strip()
    assert kiosk("greet", number).out.startswith("Jack\n")
    assert kiosk("greet", JACK).status == 1
    assert numbers(kiosk) == []


def test_cards_of_some_people_bear_their_names_and_who_has_none_gets_a_number(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    file = tmp_path / "cards.pdf"
    kiosk("cards", "retire", JACK)
    assert kiosk("cards", "print", "jack", "shy", "--pdf", file).status == 0
    pages = pypdfium2.PdfDocument(file)
    read = [zxingcpp.read_barcode(page.render(scale=200 / 72).to_pil().convert("L")) for page in pages]
    assert [code.text for code in read if code] == [numbers_of(kiosk, "jack")[0], "LOY-shy"]
    assert "Jack Okafor" in pages[0].get_textpage().get_text_range()
    assert kiosk("greet", numbers_of(kiosk, "jack")[0]).out.startswith("Jack\n")


def test_where_one_of_them_is_unknown_nobody_gets_a_number(
    kiosk: Kiosk, refused: Callable[..., str], shop: Database, tmp_path: Path
) -> None:
    kiosk("cards", "retire", JACK)
    before = numbers_of(kiosk, "jack")
    refused("cards", "print", "jack", "nobody", "--pdf", tmp_path / "cards.pdf")
    assert numbers_of(kiosk, "jack") == before


def test_whoever_is_forgotten_takes_their_number_along(kiosk: Kiosk, shop: Database) -> None:
    number = kiosk("cards", "replace", "jack").out.strip()
    kiosk("erase", "jack", "--yes")
    assert shop.file is not None
    assert number.encode() not in shop.file.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["new", "--count", "1000000000"], "Between 1 and 10,000 cards are made at once."),
        (["new", "--count", "0"], "Between 1 and 10,000 cards are made at once."),
        (["retire", "2900000000025"], "No card that is in use has this number. Nothing was changed."),
        (["list", "nobody"], "Nobody has this key, and no card has this number."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    arguments: list[str], sentence: str, refused: Callable[..., str], shop: Database
) -> None:
    assert refused("cards", *arguments) == sentence


def test_a_file_that_cannot_be_written_loses_no_number(
    kiosk: Kiosk, refused: Callable[..., str], shop: Database
) -> None:
    assert "cannot be written" in refused("cards", "new", "--count", "3", "--pdf", "/nowhere/cards.pdf")
    assert len(numbers(kiosk)) == 3


def test_an_unknown_sheet_is_refused_before_a_number_is_issued(
    kiosk: Kiosk, refused: Callable[..., str], shop: Database
) -> None:
    sentence = refused("cards", "new", "--pdf", "cards.pdf", "--sheet", "avery-0")
    assert sentence.startswith("There is no sheet “avery-0”. There are card, a4, ")
    assert numbers(kiosk) == []


def test_what_was_issued_is_in_no_shop_file(kiosk: Kiosk, shop: Database) -> None:
    number = kiosk("cards", "new").out.strip()
    assert number not in kiosk("export").out


def test_cards_bear_the_logo_and_the_colour_of_the_shop(
    kiosk: Kiosk, shop: Database, config: Path, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(60, 40, (244, 183, 64)))
    add_to_shop(config, f'logo = "{logo}"\ncolor = "#0f4f41"')
    file = tmp_path / "card.pdf"
    assert kiosk("cards", "new", "--pdf", file).status == 0
    picture = pypdfium2.PdfDocument(file)[0].render(scale=2).to_pil().convert("RGB")
    colors = {pixel for _, pixel in picture.getcolors(99_999)}
    assert {(244, 183, 64), (0x0F, 0x4F, 0x41)} <= colors


def test_a_logo_that_cannot_be_drawn_is_told_and_no_number_is_lost(
    kiosk: Kiosk, shop: Database, config: Path, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    add_to_shop(config, f'logo = "{logo}"')
    refused = "kiosk: The shop’s logo "
    for content, length in ((None, 0), (b"<svg><script/></svg>", 20), (b"", 200 << 20)):
        if content is not None:
            logo.write_bytes(content)
            os.truncate(logo, length)
        ran = kiosk("cards", "new", "--count", "3", "--pdf", tmp_path / "cards.pdf")
        assert ran.status == 1
        assert ran.err.startswith(refused)
        assert len(ran.err.splitlines()) == 1
    assert numbers(kiosk) == []


def test_a_colour_is_written_as_on_the_web(kiosk: Kiosk, shop: Database, config: Path) -> None:
    add_to_shop(config, 'color = "green"')
    ran = kiosk("cards")
    assert ran.status == 1
    assert "shop.color: write it like #0f4f41" in ran.err


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_card_is_drawn_as_a_picture_of_true_size(
    kiosk: Kiosk, shop: Database, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"jack.{kind}"
    assert kiosk("cards", "draw", "jack", file).status == 0
    picture: Image.Image
    if kind == "png":
        picture = Image.open(file)
        assert picture.info["dpi"] == pytest.approx((600, 600), abs=0.1)
        millimetres = [length / 600 * 25.4 for length in picture.size]
    else:
        picture = drawn(file.read_bytes(), 1200).convert("L")
        told = re.findall(r'<svg [^>]*width="([0-9.]+)(?:pt)?" height="([0-9.]+)(?:pt)?"', file.read_text())
        millimetres = [float(points) / 72 * 25.4 for points in told[0]]
    assert millimetres == pytest.approx([85.6, 53.98], abs=0.05)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [JACK]


def test_a_picture_of_another_kind_is_refused_and_nobody_gets_a_number(
    kiosk: Kiosk, refused: Callable[..., str], shop: Database, tmp_path: Path
) -> None:
    kiosk("cards", "retire", JACK)
    assert "name it .svg or .png" in refused("cards", "draw", "jack", tmp_path / "jack.gif")
    assert all("not in use" in line for line in kiosk("cards", "list", "jack").out.splitlines())
