"""The small picture beside a cue, and the word for its kind."""

import pytest

from kiosk.locale.speech import speech
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.ui.screens.greeting.cue_pictures import kind_word, picture


@pytest.mark.parametrize("title", ["No nuts for Zoe", "A seedcake, cut thin 🪑", "🥜 No nuts", "🇮🇸"])
def test_whatever_emoji_somebody_wrote_a_note_has_the_picture_of_its_kind(title: str) -> None:
    assert picture(Cue(CueKind.ALERT, title)) == picture(Cue(CueKind.ALERT, "words"))


def test_a_celebration_has_the_picture_of_its_occasion() -> None:
    assert picture(Cue(CueKind.CELEBRATION, "Birthday 🎓 today", occasion="birthday")) == "🎂"


@pytest.mark.parametrize("kind", list(CueKind))
def test_every_kind_has_a_picture(kind: CueKind) -> None:
    assert picture(Cue(kind, "words"))


def test_no_two_kinds_that_ask_for_something_look_alike() -> None:
    kinds = [CueKind.CONCERN, CueKind.ALERT, CueKind.ASK, CueKind.THANK, CueKind.NOTE]
    assert len({picture(Cue(kind, "words")) for kind in kinds}) == len(kinds)


def test_what_no_title_says_is_told_by_a_word() -> None:
    words = speech("en")
    assert (kind_word(CueKind.CONCERN, words), kind_word(CueKind.ALERT, words)) == ("Make it right", "Always")
