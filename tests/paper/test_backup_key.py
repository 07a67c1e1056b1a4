"""The page for the safe: one page with all 24 words in order, and a code that every scanner reads."""

from datetime import date

import pytest
import zxingcpp

from kiosk.cards.qr import qr
from kiosk.encryption.keys import SecretKey
from kiosk.encryption.words import words_of
from kiosk.locale import speech
from kiosk.locale.speech import LANGUAGES
from kiosk.paper.backup_key import backup_key_sheet
from tests.paper.reading import Printed

SECRET = bytes(range(32))
KEY = SecretKey.from_bytes(SECRET)


def printed(language: str) -> Printed:
    code = qr(KEY.code, error="q")
    assert code is not None
    words = words_of(SECRET)
    sheet = backup_key_sheet(words, code, KEY.public, "Corner Bakery", date(2026, 11, 24), speech(language))
    return Printed(sheet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_stand_there_in_order_and_the_code_says_the_same(language: str) -> None:
    page = printed(language)
    [text] = page.texts()
    places = [page.find(f"{n}. {word}") for n, word in enumerate(words_of(SECRET), start=1)]
    assert [place.y for place in places] == sorted((place.y for place in places), reverse=True)
    assert len({round(place.page) for place in places}) == 1
    assert "Corner Bakery" in text
    [picture] = page.pictures(dots_per_point=4)
    [found] = zxingcpp.read_barcodes(picture)
    assert found.text == KEY.code


def test_the_public_half_stands_there_for_another_counter() -> None:
    [text] = printed("en").texts()
    assert KEY.public in text.replace(" ", "")
