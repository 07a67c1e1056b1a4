"""AIM identifiers, check digits, and UPC-A as EAN-13."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from drivers.symbology import (
    RETAIL,
    Symbology,
    check_digit,
    is_gtin,
    is_retail_number,
    normalise,
    spellings,
    split_aim,
)

DIGITS = st.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("950110153100", 0),
        ("9501234", 6),
        ("01234567890", 5),
        ("290000000000", 1),
        ("040000000000", 8),
        ("85594100400", 2),
        ("291234567890", 6),
    ],
)
def test_the_check_digit_is_that_of_gs1(digits: str, expected: int) -> None:
    assert check_digit(digits) == expected
    assert is_gtin(f"{digits}{expected}")
    assert not is_gtin(f"{digits}{(expected + 1) % 10}")


@given(DIGITS)
def test_the_check_digit_is_that_of_another_program(digits: str) -> None:
    assert str(check_digit(digits)) == ean.calc_check_digit(digits)


@pytest.mark.parametrize("text", ["", "5", "531754210526", "2912345678907", "291234567890x", "٢٩١٢٣٤٥٦٧٨٩٠٦"])
def test_what_is_not_a_gtin_is_told_apart(text: str) -> None:
    assert not is_gtin(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("]A0CARD007", ("CARD007", Symbology.CODE39)),
        ("]C0LOY-000123", ("LOY-000123", Symbology.CODE128)),
        ("]C1010950110153000", ("010950110153000", Symbology.GS1_128)),
        ("]C2123", ("123", Symbology.CODE128)),
        ("]E00012345678905", ("0012345678905", Symbology.EAN13)),
        ("]E495012346", ("95012346", Symbology.EAN8)),
        ("]F0A1234B", ("A1234B", Symbology.CODABAR)),
        ("]G0x", ("x", Symbology.CODE93)),
        ("]I112345678901231", ("12345678901231", Symbology.ITF)),
        ("]L2x", ("x", Symbology.PDF417)),
        ("]M0x", ("x", Symbology.MSI)),
        ("]Q1https://example.org", ("https://example.org", Symbology.QR)),
        ("]Q3x", ("x", Symbology.QR)),
        ("]d2x", ("x", Symbology.DATAMATRIX)),
        ("]e0x", ("x", Symbology.DATABAR)),
        ("]zCx", ("x", Symbology.AZTEC)),
        ("]X0x", ("x", None)),
        ("]Z0x", ("x", None)),
    ],
)
def test_an_aim_identifier_is_taken_off(text: str, expected: tuple[str, Symbology | None]) -> None:
    assert split_aim(text) == expected


@pytest.mark.parametrize(
    "text", ["", "]", "]C", "]C1", "]?1x", "]Y1x", "]C-x", "]C٣x", "C1x", "[C1x", "A1234"]
)
def test_text_without_a_known_identifier_stays_whole(text: str) -> None:
    assert split_aim(text) == (text, None)


@pytest.mark.parametrize("symbology", [None, Symbology.UPCA, Symbology.EAN13])
def test_a_upc_a_is_an_ean_13(symbology: Symbology | None) -> None:
    assert normalise("012345678905", symbology) == ("0012345678905", Symbology.EAN13)
    assert normalise("0012345678905", symbology) == ("0012345678905", Symbology.EAN13)


def test_both_ways_of_sending_a_upc_a_give_the_same() -> None:
    assert normalise(*split_aim("]E00012345678905")) == normalise(*split_aim("012345678905"))


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        ("012345678905", Symbology.CODE39),
        ("012345678905", Symbology.CODE128),
        ("012345678905", Symbology.CODABAR),
        ("012345678905", Symbology.ITF),
        ("012345678906", None),
        ("2912345678907", None),
        ("95012346", None),
        ("95012346", Symbology.EAN8),
    ],
)
def test_other_numbers_keep_their_length(text: str, symbology: Symbology | None) -> None:
    assert normalise(text, symbology) == (text, symbology)


def test_blanks_around_a_number_go_and_the_text_is_nfc() -> None:
    assert normalise(" Zoe\u0308 1 ", None) == ("Zo\u00eb 1", None)


@given(st.text(), st.sampled_from([None, *Symbology]))
def test_normalising_twice_changes_nothing(text: str, symbology: Symbology | None) -> None:
    once = normalise(text, symbology)
    assert normalise(*once) == once


@pytest.mark.parametrize(
    ("text", "symbology", "expected"),
    [
        ("12345678905", Symbology.UPCA, "0012345678905"),
        ("12345678905", Symbology.EAN13, "0012345678905"),
        ("1234567895", Symbology.UPCA, "0001234567895"),
        ("1234565", Symbology.EAN8, "01234565"),
        ("12345678906", Symbology.UPCA, "12345678906"),
        ("12345678905", Symbology.CODE128, "12345678905"),
        ("12345678905", None, "12345678905"),
    ],
)
def test_a_retail_number_gets_back_the_zeros_it_lost(
    text: str, symbology: Symbology | None, expected: str
) -> None:
    assert normalise(text, symbology)[0] == expected


@given(st.integers(0, 10**12 - 1), st.sampled_from([Symbology.UPCA, Symbology.EAN13]))
def test_a_number_that_a_spreadsheet_shortened_is_the_one_that_is_scanned(
    item: int, symbology: Symbology
) -> None:
    number = f"{item:012}{check_digit(f'{item:012}')}"
    written = number.lstrip("0")
    assert len(written) < 9 or normalise(written, symbology) == normalise(number, symbology)


@pytest.mark.parametrize(
    ("number", "symbology"),
    [
        ("2900000000018", Symbology.EAN13),
        ("0412345678903", Symbology.EAN13),
        ("95012346", Symbology.EAN8),
        ("290000000001802", Symbology.EAN13),
        ("290000000001851299", Symbology.EAN13),
        ("04252614", Symbology.EAN13),
        ("01234565", Symbology.EAN13),
        ("01234531", Symbology.EAN13),
        ("01234505", Symbology.EAN13),
        ("01234543", Symbology.EAN13),
    ],
)
def test_one_wrong_digit_in_a_retail_number_is_seen(number: str, symbology: Symbology) -> None:
    assert is_retail_number(number, symbology)
    last = {8: 7, 13: 12}.get(len(number), 12)
    wrong = (int(number[last]) + 1) % 10
    assert not is_retail_number(f"{number[:last]}{wrong}{number[last + 1 :]}", symbology)


@pytest.mark.parametrize("number", ["", "12345678901", "LOY-1", "29000000000180", "٢٩١٢٣٤٥٦٧٨٩٠٦"])
def test_what_has_no_form_of_a_retail_number_is_none(number: str) -> None:
    assert not any(is_retail_number(number, kind) for kind in RETAIL)


def test_a_upc_a_is_spelled_as_it_is_printed_too() -> None:
    assert spellings("0412345678903", Symbology.EAN13) == ("0412345678903", "412345678903")
    assert spellings("0412345678903") == ("0412345678903", "412345678903")
    assert spellings("0412345678903", Symbology.CODE128) == ("0412345678903",)
    assert spellings("0412345678904") == ("0412345678904",)
    assert spellings("2900000000018", Symbology.EAN13) == ("2900000000018",)
