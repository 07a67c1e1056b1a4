"""What a shop writes down about its cards fits those that are scanned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.card_pattern import CardPattern
from drivers.symbology import Symbology, check_digit, normalise, split_aim

KINDS = pytest.mark.parametrize("kind", [None, Symbology.UPCA, Symbology.EAN13])


@KINDS
@pytest.mark.parametrize("scanned", ["412345678903", "]E00412345678903", "]E0412345678903", "0412345678903"])
def test_a_upc_a_fits_as_it_is_printed_on_the_card(scanned: str, kind: Symbology | None) -> None:
    assert CardPattern("4", 12, kind).matches(*normalise(*split_aim(scanned)))
    assert CardPattern("04", 13, kind).matches(*normalise(*split_aim(scanned)))


@KINDS
@given(number=st.text("0123456789", min_size=11, max_size=11), letters=st.integers(1, 6))
def test_every_upc_a_fits_its_own_beginning_and_length(
    kind: Symbology | None, number: str, letters: int
) -> None:
    printed = f"{number}{check_digit(number)}"
    pattern = CardPattern(printed[:letters], 12, kind)
    assert pattern.matches(*normalise(printed, None))
    assert pattern.matches(*normalise(*split_aim(f"]E00{printed}")))


@pytest.mark.parametrize(
    ("number", "symbology"),
    [
        ("4123456789012", Symbology.EAN13),
        ("0412345678903", Symbology.CODE128),
        ("512345678900", None),
        ("4123456789", None),
    ],
)
def test_what_is_no_upc_a_is_not_taken_for_one(number: str, symbology: Symbology | None) -> None:
    assert not CardPattern("4", 12).matches(number, symbology)
