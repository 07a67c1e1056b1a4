"""Numbers that stand in something longer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.card_number import CardNumber, card_number
from drivers.card_pattern import CardPattern
from drivers.scanner import Reason
from drivers.symbology import Symbology

OURS = [CardPattern(prefix="LOY-", template="https://shop.example/c/{number}?v=1")]
NEW = "https://catima.app/share#store%3DCorner%2BBakery%26note%3D%26cardid%3D2912345678906%26barcodetype%3DEAN_13"
OLD = "https://thelastproject.github.io/Catima/share?store=A&note=&cardid=LOY-000123&barcodetype=CODE_128"
OLDEST = "https://brarcher.github.io/loyalty-card-locker/share?store=A&note=&cardid=12345&barcodetype=ITF"
TWO_NUMBERS = (
    "https://catima.app/share#store%3DA%26cardid%3D77%26barcodeid%3DLOY-000123%26barcodetype%3DQR_CODE"
)


@pytest.mark.parametrize(
    ("text", "number", "symbology"),
    [
        (NEW, "2912345678906", Symbology.EAN13),
        (OLD, "LOY-000123", Symbology.CODE128),
        (OLDEST, "12345", Symbology.ITF),
        (TWO_NUMBERS, "LOY-000123", Symbology.QR),
    ],
)
def test_the_link_of_a_wallet_is_the_card_that_is_in_it(text: str, number: str, symbology: Symbology) -> None:
    assert card_number(text, Symbology.QR) == CardNumber(number, symbology)


@pytest.mark.parametrize(
    "text",
    [
        "https://catima.app/share#store%3DA",
        "https://catima.app/elsewhere#cardid%3D12345",
        "https://catima.app.evil.example/share#cardid%3D12345",
        "https://[catima.app/share#cardid%3D12345",
    ],
)
def test_another_link_is_itself(text: str) -> None:
    assert card_number(text, Symbology.QR) == CardNumber(text, Symbology.QR)


def test_a_payment_card_in_a_wallet_is_one() -> None:
    hidden = "https://catima.app/share#store%3DA%26cardid%3D4111111111111111%26barcodetype%3DQR_CODE"
    assert card_number(hidden, Symbology.QR) is Reason.PAYMENT_CARD


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("https://shop.example/c/LOY-1?v=1", "LOY-1"),
        ("LOY-1", "LOY-1"),
        ("https://shop.example/c/LOY-1", "https://shop.example/c/LOY-1"),
        ("https://shop.example/c/OTHER-1?v=1", "https://shop.example/c/OTHER-1?v=1"),
        ("https://shop.example/c/?v=1", "https://shop.example/c/?v=1"),
    ],
)
def test_a_template_says_where_the_number_stands(text: str, number: str) -> None:
    card = card_number(text, Symbology.QR, OURS)
    assert isinstance(card, CardNumber)
    assert card.number == number


@pytest.mark.parametrize(
    "text",
    [
        "8018501234567890123457",
        "8018501234567890123457\x1d10ABC",
        "https://id.gs1.org/8018/501234567890123457",
        "https://shop.example/member/8018/501234567890123457?x=y",
    ],
)
def test_the_gs1_number_of_a_member_is_one_however_it_is_written(text: str) -> None:
    assert card_number(text, None) == CardNumber("8018501234567890123457", None)


def test_with_another_check_digit_it_is_only_a_text() -> None:
    text = "https://id.gs1.org/8018/501234567890123458"
    assert card_number(text, None) == CardNumber(text, None)


@given(st.text(max_size=80))
def test_read_again_it_comes_out_the_same(text: str) -> None:
    card = card_number(f"https://shop.example/c/LOY-{text}?v=1", Symbology.QR, OURS)
    if isinstance(card, CardNumber):
        assert card_number(card.number, card.symbology, OURS) == card
