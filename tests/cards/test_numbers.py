"""The numbers of new cards: of the shop's kind, given out once, and never a payment card's."""

from collections.abc import Collection
from itertools import count

import pytest

from drivers import CardPattern, Symbology, is_payment_card
from drivers.symbology import is_gtin, normalise
from kiosk.cards.numbers import IN_STORE, MOST, CardKind, NoNumbersError, kind_of, new_numbers

LETTERS = CardKind("LOY-", 12, Symbology.CODE128)


def nobody(_numbers: Collection[str]) -> Collection[str]:
    return ()


def test_without_a_pattern_they_are_in_store_numbers_with_the_right_check_digit() -> None:
    numbers = new_numbers(kind_of([]), 500, nobody)
    assert len(set(numbers)) == 500
    assert all(number.startswith("29") and is_gtin(number) for number in numbers)


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (CardPattern("LOY-", 12), LETTERS),
        (CardPattern("27", 13), CardKind("27", 13, Symbology.EAN13)),
        (CardPattern("27", 13, Symbology.CODE39), CardKind("27", 13, Symbology.CODE39)),
        (CardPattern("LOY-"), CardKind("LOY-", 14, Symbology.CODE128)),
        (CardPattern("27"), CardKind("27", 13, Symbology.EAN13)),
        (CardPattern(symbology=Symbology.EAN13), IN_STORE),
        (CardPattern("04", symbology=Symbology.UPCA), CardKind("004", 13, Symbology.EAN13)),
        (CardPattern("2", symbology=Symbology.EAN8), CardKind("2", 8, Symbology.EAN8)),
        (CardPattern(symbology=Symbology.QR), CardKind("", 10, Symbology.QR)),
    ],
)
def test_the_shops_pattern_says_what_they_are(pattern: CardPattern, kind: CardKind) -> None:
    assert kind_of([pattern]) == kind
    for number in new_numbers(kind, 100, nobody):
        assert pattern.matches(number, kind.symbology)
        assert normalise(number, kind.symbology) == (number, kind.symbology)
        assert normalise(number, None)[0] == number


def test_of_several_kinds_the_first_that_can_be_made_is_taken() -> None:
    no_code, in_a_link = (
        CardPattern("A", symbology=Symbology.CODABAR),
        CardPattern("B", template="b:{number}"),
    )
    assert kind_of([no_code, in_a_link, CardPattern("LOY-", 12)]) == LETTERS


def test_where_none_can_be_made_that_is_said() -> None:
    with pytest.raises(NoNumbersError, match="cannot be made here"):
        new_numbers(kind_of([CardPattern("A", symbology=Symbology.CODABAR)]), 1, nobody)


def test_what_somebody_has_is_not_given_out() -> None:
    drawn = count()
    taken = {"LOY-00000000", "LOY-00000002"}
    numbers = new_numbers(LETTERS, 3, lambda some: taken & set(some), below=lambda _: next(drawn))
    assert sorted(numbers) == ["LOY-00000001", "LOY-00000003", "LOY-00000004"]


def test_none_looks_like_a_payment_card() -> None:
    kind = CardKind("", 16, Symbology.CODE128)
    ours = iter([4111111111111111, 7000000000000001, 7000000000000002])
    numbers = new_numbers(kind, 1, nobody, below=lambda _: next(ours))
    assert not is_payment_card(numbers[0])


@pytest.mark.parametrize("many", [0, -1, MOST + 1, 10**9])
def test_so_many_are_refused(many: int) -> None:
    with pytest.raises(NoNumbersError, match="Between 1 and"):
        new_numbers(IN_STORE, many, nobody)


def test_numbers_that_could_be_guessed_are_refused() -> None:
    with pytest.raises(NoNumbersError, match="too short"):
        new_numbers(CardKind("LOY-", 8, Symbology.CODE128), 200, nobody)


def test_a_kind_of_which_all_are_taken_is_refused() -> None:
    with pytest.raises(NoNumbersError, match="hardly any"):
        new_numbers(LETTERS, 5, lambda some: some)
