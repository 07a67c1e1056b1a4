"""The link of an open wallet: read by the driver as the scanner sends it, and short enough for a code."""

import pytest

from drivers import Symbology
from drivers.links import number_in
from kiosk.cards.qr import qr
from kiosk.cards.wallet_link import wallet_link

KINDS = [Symbology.EAN13, Symbology.EAN8, Symbology.UPCA, Symbology.CODE39, Symbology.CODE128, Symbology.QR]


@pytest.mark.parametrize("symbology", KINDS)
def test_the_driver_reads_the_number_out_of_it(symbology: Symbology) -> None:
    held = number_in(wallet_link("Bäckerei & Söhne", "LOY 7+1", symbology), ())
    assert held == ("LOY 7+1", symbology)


def test_nothing_of_it_is_sent_to_a_server() -> None:
    before, _, after = wallet_link("Corner Bakery", "2919731372875", "ean13").partition("#")
    assert before == "https://catima.app/share"
    assert "2919731372875" in after


def test_it_fits_a_code_that_a_telephone_reads_from_a_small_display() -> None:
    modules = qr(wallet_link("Corner Bakery", "2919731372875", "ean13"))
    assert modules is not None
    assert len(modules) <= 49
