"""Which codes of a card are shown: both, unless the shop takes one of them only."""

import pytest

from drivers import CardPattern, Symbology
from kiosk.cards.faces import face_of


@pytest.mark.parametrize(
    ("own", "bars", "square"),
    [
        ([], True, True),
        ([CardPattern("29", 13)], True, True),
        ([CardPattern("29", 13, Symbology.EAN13)], True, False),
        ([CardPattern("29", 13, Symbology.QR)], False, True),
        ([CardPattern("29", 13, Symbology.EAN13), CardPattern(symbology=Symbology.QR)], True, True),
        ([CardPattern("LOY-")], True, True),
    ],
)
def test_a_code_that_the_shop_does_not_take_is_not_shown(
    own: list[CardPattern], bars: bool, square: bool
) -> None:
    face = face_of("2919731372875", Symbology.EAN13, own)
    assert (face.has_bars, face.has_square) == (bars, square)


def test_a_kind_without_bars_of_ours_is_shown_as_code_128() -> None:
    face = face_of("LOY-000123", Symbology.DATAMATRIX, [CardPattern("LOY-", symbology=Symbology.CODE128)])
    assert (face.has_bars, face.has_square) == (True, False)
