"""Every payment card is refused, in every dress; the cards of shops and libraries pass."""

import random
import timeit
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from drivers.card_pattern import CardPattern
from drivers.payment_guard import is_payment_card, lets_payment_cards_through
from drivers.symbology import Symbology, check_digit, is_gtin

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
SIGNS = [
    *[" ", "-", "\u2011", ".", "  ", " - ", "/", "_", ",", ", ", ";", ":", "|", "*", "+", "\n", "\r\n", "\t"],
    *["\u200b", "\u00a0", "\ufeff", "\u0301", "\x1d", "\x00", " \u2022 ", ") (", "%20", "\U0001f600"],
]
DRESSES = {
    "behind one more AIM identifier": "]C0{}",
    "behind two more AIM identifiers": "]C0]E0{}",
    "behind a plus": "+{}",
    "before an expiry date, with a slash": "{} 12/27",
    "before an expiry date, as on a stripe": "{}=1227",
    "glued to an expiry date": "{}1227",
    "glued to an expiry date, year first, and a code": "{}2712101",
    "bare": "{}",
    "in an address": "https://example.org/card/{}?from=shop",
    "behind letters": "CARD{}",
    "behind a date": "2026-01-31 {}",
    "before a date": "{} 12/27",
    "in lines": "name: A\nnumber: {}\n",
}


def grouped(number: str, separator: str, size: int = 4) -> str:
    return separator.join(number[start : start + size] for start in range(0, len(number), size))


def with_luhn_digit(prefix: str, length: int) -> str:
    body = prefix.ljust(length - 1, "7")
    return body + luhn.calc_check_digit(body)


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_refused_in_every_dress(number: str, dress: str) -> None:
    for written in (number, *(grouped(number, sign) for sign in SIGNS)):
        assert is_payment_card(dress.format(written)), written


@pytest.mark.parametrize(
    "sizes", [(4, 6, 5), (4, 6, 4), (4, 5, 6), (4, 4, 5), (6, 13), (8, 8), (6, 10), (4, 12)]
)
def test_a_payment_card_is_refused_in_the_groups_that_brands_print(sizes: tuple[int, ...]) -> None:
    numbers = [number for number in CARDS if len(number) == sum(sizes)] or [
        with_luhn_digit("62", sum(sizes)) if sum(sizes) == 19 else "135410014004955"
    ]
    for number in numbers:
        ends = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
        for sign in SIGNS:
            assert is_payment_card(sign.join(number[a:b] for a, b in pairwise(ends)))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_refused_in_groups_that_are_alike(number: str, size: int) -> None:
    for sign in SIGNS:
        assert is_payment_card(f"No. {grouped(number, sign, size)} 12/27")


def test_a_payment_card_is_refused_with_other_signs_at_each_place() -> None:
    assert is_payment_card("4111 1111 - 1111/1111")
    assert is_payment_card("4111.11111111_1111")


@pytest.mark.parametrize("zero", ["\u0660", "\u06f0", "\u0966", "\uff10", "\U0001d7ce"])
@pytest.mark.parametrize("number", CARDS)
def test_a_payment_card_is_refused_in_the_digits_of_every_script(number: str, zero: str) -> None:
    assert is_payment_card("".join(chr(ord(zero) + int(digit)) for digit in number))


@pytest.mark.parametrize("one", ["\u2780", "\u2776", "\u24f5", "\u2460"])
def test_a_payment_card_is_refused_in_circled_digits(one: str) -> None:
    assert is_payment_card("4111111111111111".translate({ord("1"): one, ord("4"): chr(ord(one) + 3)}))


@pytest.mark.parametrize("sign", ["\u2468", "\u00b2", "\u2789"])
@pytest.mark.parametrize("number", CARDS)
def test_a_circled_or_raised_digit_beside_a_card_number_hides_nothing(number: str, sign: str) -> None:
    assert is_payment_card(sign + number)
    assert is_payment_card(number + sign)


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


def test_a_card_of_15_digits_is_no_ean_with_a_supplement() -> None:
    assert is_gtin("3787344936710")
    assert is_payment_card("378734493671000", Symbology.EAN13)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_no_valid_ean_13_is_ever_refused(body: str) -> None:
    number = f"{body}{check_digit(body)}"
    assert not is_payment_card(number)
    assert not is_payment_card(number, Symbology.EAN13)


@given(st.text("0123456789", min_size=11, max_size=11))
def test_no_valid_upc_a_is_ever_refused(body: str) -> None:
    assert not is_payment_card(f"{body}{check_digit(body)}")


def test_no_number_on_goods_or_parcels_is_refused() -> None:
    chance = random.Random(11)

    def digits(count: int) -> str:
        body = f"{chance.randrange(10**count):0{count}}"
        return body + str(check_digit(body))

    for _ in range(10_000):
        gtin, batch = digits(13), chance.randrange(10 ** chance.randrange(1, 19))
        assert not is_payment_card(digits(12), Symbology.EAN13)
        assert not is_payment_card(digits(11))
        assert not is_payment_card(digits(7), Symbology.EAN8)
        assert not is_payment_card(gtin, Symbology.ITF)
        assert not is_payment_card(f"01{gtin}17{chance.randrange(10**6):06}10{batch}", Symbology.GS1_128)
        assert not is_payment_card(f"01{gtin}10{batch}\x1d21{batch}", Symbology.GS1_128)
        assert not is_payment_card(f"00{digits(17)}", Symbology.GS1_128)


def test_only_the_right_check_digit_makes_an_itf_14_of_a_card() -> None:
    assert is_payment_card("30569309025904", Symbology.ITF)
    assert is_payment_card("4111111111111111", Symbology.ITF)


@pytest.mark.parametrize(
    "behind", ["\x1d4111111111111111", "\x1d10 4111 1111 1111 1111", "A4111111111111111"]
)
def test_a_gtin_before_a_payment_card_hides_nothing(behind: str) -> None:
    assert not is_payment_card("010290000000001710")
    assert is_payment_card(f"010290000000001710{behind}", Symbology.GS1_128)


@pytest.mark.parametrize("piece", ["4 ", "5.6", "6" * 19 + " ", "%B", "+4", "; 1"])
def test_a_text_16_times_as_long_takes_nowhere_near_256_times_as_long(piece: str) -> None:
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece)) + "x"
        return min(timeit.repeat(lambda: is_payment_card(text), number=1, repeat=3))

    assert seconds(8192) < 64 * max(seconds(512), 0.001)


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


@pytest.mark.parametrize("sign", [" ", "-", ".", "/"])
def test_a_pattern_vouches_for_no_number_in_groups(sign: str) -> None:
    own = [CardPattern(prefix="5555", length=19)]
    assert is_payment_card(grouped("5555555555554444", sign), own=own)


@pytest.mark.parametrize(
    ("prefix", "length"),
    [
        *[("98", 16), ("9", 16), ("97", 16), ("979", 16), ("21", 16), ("213", 15), ("18", 15), ("2", 16)],
        *[("4", 16), ("41111", 16), ("5", 16), ("6", 12), ("34", 15), ("38", 14), ("222", 16), ("86", 16)],
        *[("\uff14", 16), ("4", 20), ("1", 15), ("35", 16), ("3", 14), ("27", 16), ("22", 19), ("81", 14)],
    ],
)
def test_a_pattern_that_could_vouch_for_a_brand_is_known(prefix: str, length: int) -> None:
    assert lets_payment_cards_through(CardPattern(prefix=prefix, length=length))


@pytest.mark.parametrize(
    ("prefix", "length"),
    [
        *[
            ("29", 13),
            ("2", 13),
            ("04", 13),
            ("4", 12),
            ("21", 14),
            ("97", 13),
            ("98", 15),
            ("7", 16),
            ("0", 16),
        ],
        *[("LOY-", 12), ("634004", 18), ("2000", 16), ("978", 16), ("", 16), ("4", None), ("2721", 16)],
    ],
)
def test_a_pattern_that_no_brand_fits_is_a_shops(prefix: str, length: int | None) -> None:
    assert not lets_payment_cards_through(CardPattern(prefix=prefix, length=length))
