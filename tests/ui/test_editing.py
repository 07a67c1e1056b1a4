"""Whatever is typed, the caret never stands inside of what is seen as one character."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.drawing.carets import caret, nearest_place, place_beside, places
from kiosk.drawing.typesetting import Style
from kiosk.ui.editing import Edited, at, backspace, delete, insert

MOST = 40
PLAIN = Style(30, False, (0, 0, 0))
SEEN = [
    "a",
    "é",
    "e\u0301",
    " ",
    "\n",
    "ß",
    "ا",
    "ب\u0651",
    "ש",
    "漢",
    "👍🏽",
    "❤️",
    "👩‍👩‍👧",
    "🇩🇪",
    "🎂",
    "क्षि",
]
TEXTS = st.lists(st.sampled_from(SEEN), max_size=8).map("".join)
WHOLE = st.sampled_from(["a", "é", " ", "ß", "ا", "ש", "漢", "🎂"])


@st.composite
def edited(draw: st.DrawFn) -> Edited:
    """Some text, with the caret at one of its places."""
    text = draw(TEXTS)
    return Edited(text, draw(st.sampled_from(places(text))))


def is_sound(edited: Edited) -> bool:
    """True when the caret may stand where it stands."""
    return edited.caret in places(edited.text)


@given(edited(), WHOLE)
def test_what_is_typed_and_taken_back_leaves_everything_as_it_was(before: Edited, typed: str) -> None:
    assert backspace(insert(before, typed, 99)) == before


@given(edited(), TEXTS)
def test_the_caret_is_always_between_two_characters_as_they_are_seen(before: Edited, typed: str) -> None:
    for after in (insert(before, typed, MOST), backspace(before), delete(before)):
        assert is_sound(after)


@given(edited(), TEXTS)
def test_no_more_is_taken_than_there_is_room_for(before: Edited, typed: str) -> None:
    after = insert(before, typed, MOST)
    assert len(after.text) <= max(MOST, len(before.text))
    assert after.text == before.text or len(after.text) == len(before.text) + len(typed)


@given(TEXTS, st.integers(0, 60))
def test_a_caret_put_anywhere_finds_a_place(text: str, place: int) -> None:
    assert is_sound(at(Edited(text, 0), place))


@given(edited(), st.booleans())
def test_an_arrow_key_moves_to_another_place_of_the_text(before: Edited, to_the_right: bool) -> None:
    assert is_sound(at(before, place_beside(before.text, before.caret, to_the_right)))


@given(edited())
def test_a_tap_on_the_caret_puts_it_where_it_is_seen(before: Edited) -> None:
    x, y, height = caret(before.text, before.caret, PLAIN, 300)
    place = nearest_place(before.text, x, y + height / 2, PLAIN, 300)
    assert place in places(before.text)


def test_an_emoji_with_its_modifiers_is_taken_away_at_once() -> None:
    assert backspace(Edited("a👩‍👩‍👧", 6)) == Edited("a", 1)
    assert backspace(Edited("a👍🏽", 3)) == Edited("a", 1)
    assert delete(Edited("❤️b", 0)) == Edited("b", 0)


def test_at_the_ends_nothing_is_taken_away() -> None:
    assert backspace(Edited("ab", 0)) == Edited("ab", 0)
    assert delete(Edited("ab", 2)) == Edited("ab", 2)


def test_a_tap_left_of_right_to_left_text_puts_the_caret_at_its_end() -> None:
    assert nearest_place("نور", 0, 10, PLAIN, 300) == 3
    assert caret("نور", 0, PLAIN, 300).x == 300


def test_the_caret_is_as_high_as_a_line_in_every_script() -> None:
    assert {caret(text, 0, PLAIN).height for text in ("a", "ن", "🎂", "")} == {38}
