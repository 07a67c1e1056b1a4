"""The small picture beside a cue."""

import pytest

from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.words import within
from kiosk.ui.screens.greeting.cue_pictures import picture_and_title


@pytest.mark.parametrize(
    ("title", "picture", "rest"),
    [
        ("No nuts for Zoe", "📝", "No nuts for Zoe"),
        ("A seedcake, cut thin 🪑", "🪑", "A seedcake, cut thin"),
        ("🥜 No nuts", "🥜", "No nuts"),
        ("Fetches 🚴🏾‍♀️ by bike", "🚴🏾‍♀️", "Fetches 🚴🏾‍♀️ by bike"),
        ("Rides home 🚴🏾‍♀️", "🚴🏾‍♀️", "Rides home"),
        ("🇮🇸", "🇮🇸", "🇮🇸"),
        (f"Ask about {within('רכיבה 🚲')}", "🚲", f"Ask about {within('רכיבה')}"),
    ],
)
def test_the_first_emoji_somebody_wrote_is_the_picture(title: str, picture: str, rest: str) -> None:
    assert picture_and_title(Cue(CueKind.NOTE, title)) == (picture, rest)


def test_a_celebration_has_the_picture_of_its_occasion() -> None:
    cue = Cue(CueKind.CELEBRATION, "Citizenship day 🎓 today", occasion="other")
    assert picture_and_title(cue) == ("🎉", "Citizenship day 🎓 today")


@pytest.mark.parametrize("kind", [kind for kind in CueKind if kind is not CueKind.CELEBRATION])
def test_every_kind_has_a_picture(kind: CueKind) -> None:
    picture, _ = picture_and_title(Cue(kind, "words"))
    assert picture
