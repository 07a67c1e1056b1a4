"""Every payment card is refused, in every dress; the cards of shops and libraries pass."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from drivers.card_pattern import CardPattern
from drivers.payment_guard import is_payment_card
from drivers.symbology import Symbology, check_digit

CARDS = [
    "4111111111111111",
    "4222222222222",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "6011111111111117",
    "30569309025904",
    "3530111333300000",
    "6200000000000005",
    "6759649826438453",
    "2200123456789019",
]
STRIPES = [
    "%B4111111111111111^MUSTER/ANNA^25121010000000000?",
    "%B4111 1111 1111 1111^MUSTER/ANNA^2512?",
    ";4111111111111111=25121010000012300000?",
    ";4111111111111111D25121010000012300000?",
    "%B4111111111111111^MUSTER/ANNA^2512?;4111111111111111=2512?",
    ";6123450000017=4912?",
    "%E?",
    ";E?",
    "+4111111111111111=2512?",
]
DRESSES = {
    "bare": "{}",
    "in an address": "https://example.org/card/{}?from=shop",
    "behind letters": "CARD{}",
    "behind a date": "2026-01-31 {}",
    "before a date": "{} 12/27",
    "in lines": "name: A\nnumber: {}\n",
}


def grouped(number: str, separator: str) -> str:
    return separator.join(number[start : start + 4] for start in range(0, len(number), 4))


def with_luhn_digit(prefix: str, length: int) -> str:
    body = prefix.ljust(length - 1, "7")
    return body + luhn.calc_check_digit(body)


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_refused_in_every_dress(number: str, dress: str) -> None:
    for written in (number, grouped(number, " "), grouped(number, "-"), grouped(number, "\u2011")):
        assert is_payment_card(dress.format(written))


@pytest.mark.parametrize("zero", ["\u0660", "\u06f0", "\u0966", "\uff10", "\U0001d7ce"])
@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_refused_in_the_digits_of_every_script(number: str, zero: str) -> None:
    assert is_payment_card("".join(chr(ord(zero) + int(digit)) for digit in number))


@pytest.mark.parametrize("symbology", [None, Symbology.QR, Symbology.CODE128, Symbology.EAN13])
@pytest.mark.parametrize("number", CARDS)
def test_no_symbology_excuses_a_payment_card(number: str, symbology: Symbology | None) -> None:
    assert is_payment_card(number, symbology)


@pytest.mark.parametrize(
    ("prefix", "length"),
    [
        *[("4", 18), ("4", 19), ("2720", 16), ("34", 15), ("36", 14), ("644", 16), ("3589", 19)],
        *[("1800", 15), ("50", 12), ("56", 13), ("63", 18), ("67", 19), ("62", 14), ("81", 16)],
        *[("82", 16), ("9792", 16), ("2204", 19), ("2205", 16), ("8600", 16), ("9860", 16), ("1", 15)],
    ],
)
def test_every_brand_is_known(prefix: str, length: int) -> None:
    assert is_payment_card(with_luhn_digit(prefix, length))


@pytest.mark.parametrize("stripe", STRIPES)
def test_a_magnetic_stripe_is_refused_whatever_it_holds(stripe: str) -> None:
    own = [CardPattern(prefix=stripe[0], length=len(stripe)), CardPattern(prefix="6", length=13)]
    assert is_payment_card(stripe, own=own)


@pytest.mark.parametrize(
    "text",
    [
        "5317542105267",
        "5317542105274",
        "2912345678906",
        "21234000000018",
        "012345678905",
        "042100005264",
        "95012346",
        "LOY-000123",
        "d0340000000093",
        "4111111111111112",
        "79927398713",
        "https://example.org/card?id=7f3a;v=2",
        "https://example.org/a%20b?name=%C3%A9",
        "BEGIN:VCARD\nTEL:+41 79 123 45 67\nEND:VCARD",
        "Is this a question?",
        "",
    ],
)
def test_what_is_no_payment_card_passes(text: str) -> None:
    assert not is_payment_card(text)


def test_an_ean_with_its_supplement_passes_when_the_scanner_calls_it_one() -> None:
    number = with_ean_and_luhn_digit("590123412")
    assert is_payment_card(number)
    assert not is_payment_card(number, Symbology.EAN13)


def with_ean_and_luhn_digit(prefix: str) -> str:
    """An EAN-13 of a Maestro prefix and a supplement of five digits that pass for an 18 digit card."""
    ean = prefix + "345"
    ean += str(check_digit(ean))
    return ean + "1234" + luhn.calc_check_digit(ean + "1234")


@given(st.text("0123456789", min_size=12, max_size=12))
def test_no_valid_ean_13_is_ever_refused(body: str) -> None:
    number = f"{body}{check_digit(body)}"
    assert not is_payment_card(number)
    assert not is_payment_card(number, Symbology.EAN13)


@given(st.text("0123456789", min_size=11, max_size=11))
def test_no_valid_upc_a_is_ever_refused(body: str) -> None:
    assert not is_payment_card(f"{body}{check_digit(body)}")


def test_few_numbers_that_are_no_cards_are_refused() -> None:
    numbers = random.Random(20)
    refused = sum(is_payment_card(str(numbers.randrange(10**15, 10**16))) for _ in range(5000))
    assert refused < 5000 * 0.06


@given(st.sampled_from(CARDS), st.text(max_size=40), st.text(max_size=40))
def test_a_card_is_refused_between_any_text_that_has_no_digits(number: str, before: str, after: str) -> None:
    text = f"{without_digits(before)}|{number}|{without_digits(after)}"
    assert is_payment_card(text)


def without_digits(text: str) -> str:
    return "".join(char for char in text if not char.isnumeric())


RETAILER = with_luhn_digit("634004", 18)
LIBRARY_ITEM = "30234000517861"


@pytest.mark.parametrize("number", [RETAILER, LIBRARY_ITEM])
def test_the_shops_own_pattern_lets_a_number_pass_that_looks_like_a_card(number: str) -> None:
    assert is_payment_card(number)
    assert not is_payment_card(number, own=[CardPattern(prefix=number[:5], length=len(number))])


@pytest.mark.parametrize(
    "pattern",
    [
        CardPattern(),
        CardPattern(prefix="634004"),
        CardPattern(length=18),
        CardPattern(prefix="634005", length=18),
        CardPattern(prefix="634004", length=17),
        CardPattern(prefix="634004", length=18, symbology=Symbology.CODE39),
    ],
)
def test_a_pattern_that_is_not_exact_lets_nothing_pass(pattern: CardPattern) -> None:
    assert is_payment_card(RETAILER, Symbology.CODE128, own=[pattern])


def test_a_pattern_fits_by_each_of_its_parts() -> None:
    pattern = CardPattern(prefix="29", length=13, symbology=Symbology.UPCA)
    assert pattern.matches("2912345678906", None)
    assert pattern.matches("2912345678906", Symbology.EAN13)
    assert not pattern.matches("2912345678906", Symbology.CODE128)
    assert not pattern.matches("29123456789061", None)
    assert not pattern.matches("3012345678906", None)
    assert CardPattern().matches("anything", Symbology.QR)


def test_a_pattern_vouches_for_no_number_with_blanks_in_it() -> None:
    own = [CardPattern(prefix="5555", length=19)]
    assert is_payment_card("5555 5555 5555 4444", own=own)
