"""A frame becomes a Scan or a Refusal, and a Refusal keeps nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.card_pattern import CardPattern
from drivers.framing import Frame
from drivers.reading import read_frame
from drivers.scanner import Reason, Refusal, Scan
from drivers.symbology import Symbology


def read(data: bytes, own: tuple[CardPattern, ...] = ()) -> Scan | Refusal:
    return read_frame(Frame(data, len(data), 7.0), own)


@pytest.mark.parametrize(
    ("data", "number", "symbology"),
    [
        (b"LOY-000123", "LOY-000123", None),
        (b"]C0LOY-000123", "LOY-000123", Symbology.CODE128),
        (b"012345678905", "0012345678905", Symbology.EAN13),
        (b"]E05317542105267", "5317542105267", Symbology.EAN13),
        (b"]C110ABC\x1d21XYZ", "10ABC\x1d21XYZ", Symbology.GS1_128),
        (" Zoë ".encode(), "Zoë", None),
        (b"x" * 512, "x" * 512, None),
    ],
)
def test_a_card_is_read(data: bytes, number: str, symbology: Symbology | None) -> None:
    assert read(data) == Scan(number, symbology, 7.0)


def test_a_card_number_never_shows() -> None:
    assert "LOY" not in repr(read(b"LOY-000123"))


@pytest.mark.parametrize(
    "data",
    [
        b"4111111111111111",
        b"]C04111111111111111",
        b"]Z04111111111111111",
        b"%B4111111111111111^M\xffSTER/ANNA^2512?",
        b";4111111111111111=2512?\x02",
        b";4111\xb11111111111111=2512",
        b"\x024111111111111111\x03",
        b"x" * 600 + b" 4111111111111111",
    ],
)
def test_a_payment_card_is_refused_before_all_else(data: bytes) -> None:
    assert read(data) == Refusal(Reason.PAYMENT_CARD, len(data), 7.0)


@pytest.mark.parametrize(
    "data",
    [
        b"LOY\xff123",
        b"\xb2\xb4\xb7",
        b"LOY\x02123",
        b"\xed\xa0\x80",
        b"x" * 513,
        b"   ",
        b"]C0  ",
        "LOY\u202e321".encode(),
        "LOY\u200b321".encode(),
        "LOY\u0378".encode(),
        "LOY\ue000".encode(),
        "LOY\u2028".encode(),
    ],
)
def test_what_is_not_plain_text_is_unreadable(data: bytes) -> None:
    assert read(data) == Refusal(Reason.UNREADABLE, len(data), 7.0)


@pytest.mark.parametrize(
    "data",
    [
        b"\x02LOY-jack\x03",
        b"\x03\x02LOY-jack",
        b"\x02]C0LOY-jack\x03",
        b"]C0\x02LOY-jack\x03",
        b"\xef\xbb\xbfLOY-jack",
        b"\xef\xbb\xbf]Q1LOY-jack",
        b"]Q1\xef\xbb\xbfLOY-jack",
        b"\x02\xef\xbb\xbfLOY-jack \x03",
    ],
)
def test_stx_etx_and_a_byte_order_mark_around_a_number_go(data: bytes) -> None:
    scan = read(data)
    assert isinstance(scan, Scan)
    assert scan.number == "LOY-jack"


@pytest.mark.parametrize("inside", [b"\x02", b"\x03", b"\xef\xbb\xbf"])
def test_inside_a_number_they_are_unreadable(inside: bytes) -> None:
    data = b"LOY-" + inside + b"jack"
    assert read(data) == Refusal(Reason.UNREADABLE, len(data), 7.0)


@pytest.mark.parametrize("data", [b"2900000000040", b"]E02900000000040", b"]E495012347"])
def test_a_wrong_check_digit_is_refused(data: bytes) -> None:
    own = (CardPattern("29", 13, Symbology.EAN13),)
    assert read(data, own) == Refusal(Reason.WRONG_CHECK_DIGIT, len(data), 7.0)


@pytest.mark.parametrize("data", [b"MECARD:N:Doe;;", b"]Q1BEGIN:VCARD", b"]L2@\n\x1e\rANSI 636", b"@\n\xff"])
def test_a_personal_document_is_refused(data: bytes) -> None:
    assert read(data) == Refusal(Reason.PERSONAL_DOCUMENT, len(data), 7.0)


def test_a_frame_that_was_too_long_is_unreadable() -> None:
    assert read_frame(Frame(None, 5000, 7.0), ()) == Refusal(Reason.UNREADABLE, 5000, 7.0)


def test_the_shops_own_pattern_is_heeded() -> None:
    own = (CardPattern(prefix="30234", length=14),)
    assert isinstance(read(b"30234000517861"), Refusal)
    assert read(b"30234000517861", own) == Scan("30234000517861", None, 7.0)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    result = read(data)
    assert isinstance(result, Refusal) or 0 < len(result.number) <= 512
