"""One function decides what the number of a card may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.card_number import CardNumber, card_number
from drivers.card_pattern import CardPattern
from drivers.scanner import Reason
from drivers.symbology import Symbology

EAN = CardPattern("29", 13, Symbology.EAN13)
WRONG = "2900000000040"

CHARACTERS = st.characters() | st.sampled_from("0123456789 \x1d\u0301\u0958\ufb2c")
KINDS = st.sampled_from([None, *Symbology])


@pytest.mark.parametrize(
    ("number", "symbology", "own"),
    [
        (WRONG, Symbology.EAN13, []),
        (WRONG, Symbology.EAN13, [EAN]),
        (WRONG, None, [EAN]),
        ("412345678904", Symbology.UPCA, []),
        ("412345678904", None, [CardPattern("4", 12, Symbology.UPCA)]),
        ("95012347", Symbology.EAN8, []),
        ("95012347", None, [CardPattern("95", 8, Symbology.EAN8)]),
        ("LOY-1", Symbology.EAN13, []),
    ],
)
def test_a_retail_number_with_a_wrong_check_digit_is_refused(
    number: str, symbology: Symbology | None, own: list[CardPattern]
) -> None:
    assert card_number(number, symbology, own) is Reason.WRONG_CHECK_DIGIT


@pytest.mark.parametrize(
    ("symbology", "own"),
    [
        (None, []),
        (None, [CardPattern("29", 13)]),
        (None, [EAN, CardPattern("29", 13)]),
        (None, [CardPattern("30", 13, Symbology.EAN13)]),
        (Symbology.CODE128, []),
        (Symbology.CODE128, [EAN]),
    ],
)
def test_thirteen_digits_of_another_kind_need_no_check_digit(
    symbology: Symbology | None, own: list[CardPattern]
) -> None:
    assert card_number(WRONG, symbology, own) == CardNumber(WRONG, symbology)


@pytest.mark.parametrize(
    "text", ["2.9E+12", "2,9E+12", "2.900000E+12", "2e+12", "LOY\u200b1", "", " ", "\x1d"]
)
@pytest.mark.parametrize("symbology", [None, Symbology.CODE39])
def test_what_no_card_carries_is_unreadable(text: str, symbology: Symbology | None) -> None:
    assert card_number(text, symbology) is Reason.UNREADABLE


def test_a_personal_document_and_a_payment_card_are_no_card_of_the_shop() -> None:
    assert card_number("MECARD:N:Doe;;", None) is Reason.PERSONAL_DOCUMENT
    assert card_number("age-secret-key-1" + "4111111111111111" * 4, None) is Reason.SECRET_KEY
    assert card_number("4111111111111111", None) is Reason.PAYMENT_CARD


def test_the_length_counts_in_the_normal_form() -> None:
    assert card_number("x" * 512, None) == CardNumber("x" * 512, None)
    assert card_number("x" * 513, None) is Reason.UNREADABLE
    assert card_number("\u0958" * 257, None) is Reason.UNREADABLE


@given(st.text(CHARACTERS), KINDS)
def test_what_was_read_is_read_again_as_the_same(text: str, symbology: Symbology | None) -> None:
    once = card_number(text, symbology)
    assert isinstance(once, Reason) or card_number(*once) == once


@given(st.text("0123456789", min_size=8, max_size=18), KINDS, KINDS, st.integers(0, 4), st.booleans())
def test_digits_that_were_read_are_read_again_as_the_same(
    digits: str, symbology: Symbology | None, kind: Symbology | None, letters: int, has_length: bool
) -> None:
    own = [CardPattern(digits[:letters], len(digits) if has_length else None, kind)]
    once = card_number(digits, symbology, own)
    assert isinstance(once, Reason) or card_number(*once, own) == once
