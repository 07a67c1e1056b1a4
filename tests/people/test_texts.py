"""One form for every text that is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.people.texts import in_one_form


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" Jack  Okafor ", "Jack Okafor"),
        ("\u00a0Jack\u2003\u3000Okafor\ufeff", "Jack Okafor\ufeff"),
        ("Zoe\u0308", "Zoë"),
        ("à\u00a0bientôt", "à\u00a0bientôt"),
        (" \u00a0 ", ""),
        ("two\nlines", "two\nlines"),
    ],
)
def test_a_text_stands_without_blanks_around_it_and_with_one_between_its_words(
    written: str, kept: str
) -> None:
    assert in_one_form(written) == kept


@given(st.text(st.sampled_from("a \u00a0\u3000\t\x1fe\u0301\u200d가ᄀ"), max_size=12) | st.text())
def test_what_is_in_one_form_already_stays_as_it_is(text: str) -> None:
    once = in_one_form(text)
    assert in_one_form(once) == once
    assert unicodedata.is_normalized("NFC", once)
