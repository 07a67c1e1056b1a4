"""What three cards tell of all of a shop's."""

import pytest

from drivers import CardPattern, Scan, Symbology, lets_payment_cards_through
from drivers.in_common import in_common


def scans(*numbers: str, symbology: Symbology | None = None) -> list[Scan]:
    return [Scan(number, symbology, 0.0) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "pattern"),
    [
        (["2900000000018", "2910000000025", "2950000000032"], CardPattern("29", 13)),
        (["LOY-000131", "LOY-774200", "LOY-90"], CardPattern("LOY-", None)),
        (["4711", "8152", "1234"], CardPattern("", 4)),
        (["2900000000018", "2900000000025", "2900000000032"], CardPattern("29", 13)),
        (["A1", "B22", "C333"], None),
        (["4000001234567", "4000002234567", "4000003234567"], CardPattern("", 13)),
    ],
)
def test_it_is_what_they_begin_with_and_how_long_they_are(
    numbers: list[str], pattern: CardPattern | None
) -> None:
    assert in_common(scans(*numbers)) == pattern


def test_a_prefix_that_payment_cards_have_too_is_left_out() -> None:
    found = in_common(scans("4512345678901234", "4598765432109876", "4511112222333344"))
    assert found == CardPattern("", 16)
    assert not lets_payment_cards_through(found)


def test_their_kind_counts_where_it_is_one() -> None:
    of_one = in_common(scans("2900000000018", "2910000000025", symbology=Symbology.EAN13))
    assert of_one is not None
    assert of_one.symbology is Symbology.EAN13
    mixed = [*scans("2900000000018", symbology=Symbology.EAN13), *scans("2910000000025")]
    of_both = in_common(mixed)
    assert of_both is not None
    assert of_both.symbology is None


def test_each_of_the_cards_fits() -> None:
    cards = scans("LOY-1", "LOY-22", "LOY-333")
    found = in_common(cards)
    assert found is not None
    assert all(found.matches(card.number, card.symbology) for card in cards)
