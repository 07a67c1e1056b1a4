"""A note is written by touch alone, or on a real keyboard."""

from typing import Any

import pytest

from tests.ui.note_glass import NoteGlass, note_glass

# isort: split
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch

from kiosk.locale import Speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.ui.keyboard import keyboard
from kiosk.ui.widgets import Choice, Panel, TapButton, Text

SIZES = [(1280, 800), (800, 480), (720, 1280)]
CONCERT = "Zoe’s school concert on Friday"
NOTE = ("Please keep the door open for the wide pram, and mind the little dog. " * 4)[:280]
LONG = "Bartholomew Featherstonehaugh-Cholmondeley"
LONGEST = f"{LONG} of Marjoribanks and Kirkcudbright"


class Wordy(Speech):
    """A language that needs half as many letters again."""

    def gettext(self, message: str) -> str:
        """The message, and more."""
        return message + " mnopqrstuvwxyz"[: 1 + len(message) // 2]


def words_on(glass: NoteGlass) -> list[str]:
    """Everything that can be read beside the keys."""
    return [one.text for one in glass.note.walk() if isinstance(one, Text) and one.text]


def choice(glass: NoteGlass, text: str) -> Choice:
    """The pill with this word."""
    return next(one for one in glass.note.walk() if isinstance(one, Choice) and one.text == text)


def press_key(code: int) -> None:
    """A key of a real keyboard."""
    Window.dispatch("on_key_down", code, 0, None, [])


def hold(glass: NoteGlass, face: str) -> Any:
    """A finger that stays on a key."""
    key = next(one for one in glass.keyboard.keys if one.key.face == face)
    touch, before = glass.finger(key), glass.field.text
    glass.until(lambda: glass.keyboard.children or glass.field.text != before, f"{face} to be held")
    return touch


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_note_is_typed_its_kind_chosen_and_saved(width: int, height: int) -> None:
    with note_glass(width, height) as glass:
        glass.asks_about("Jack")
        glass.types(CONCERT)
        glass.taps(choice(glass, "Always show"))
        assert "Always shown" in words_on(glass)
        glass.taps(choice(glass, "Ask about"))
        assert "Shown for 4 weeks, or until asked" in words_on(glass)
        glass.touches("")
        (saved,) = glass.saved
        assert (saved.kind, saved.text, saved.customer.name) == (DraftKind.ASK_ABOUT, CONCERT, "Jack")


def test_nothing_is_saved_while_nothing_is_written() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.touches("")
        glass.types("  ")
        glass.touches("")
        assert glass.saved == []


def test_a_draft_brings_back_its_kind_and_text_and_says_why_it_was_refused() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        draft = Draft(DraftKind.GAVE, "A coffee", glass.note.draft.customer)
        glass.note.show(draft.customer, draft, refused="That is the number of a card.")
        assert glass.note.draft == draft
        assert {"That is the number of a card.", "Kept with Jack"} <= set(words_on(glass))
        assert choice(glass, "We gave them").chosen
        glass.asks_about("Fred")
        assert glass.field.text == ""
        assert "Fred may read this one day. Write it kindly." in words_on(glass)


def test_cancel_says_so_and_a_tap_beside_everything_does_nothing() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        for pos in ((glass.note.center_x, glass.note.top - 2), (2, glass.note.center_y)):
            touch = UnitTestTouch(*pos)
            touch.touch_down()
            touch.touch_up()
        assert (glass.seen.cancelled, glass.seen.cleared) == (0, 0)
        glass.taps(glass.note.ids.head.close)
        assert (glass.seen.cancelled, glass.seen.cleared) == (1, 0)


def test_a_text_begins_with_a_capital_by_itself() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        for face in ("L", "i", "k", "e", "s"):
            glass.touches(face)
        assert glass.field.text == "Likes"


def test_what_goes_on_a_sentence_of_ours_begins_with_no_capital() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.taps(choice(glass, "Ask about"))
        glass.touches("a")
        assert glass.field.text == "a"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_kind_moves_when_another_one_is_chosen(width: int, height: int) -> None:
    with note_glass(width, height) as glass:
        glass.asks_about("Jack")
        before = places(glass)
        glass.taps(choice(glass, "We gave them"))
        assert places(glass) == pytest.approx(before, abs=1)


def places(glass: NoteGlass) -> list[float]:
    """The left edge of every kind."""
    return [one.x for one in glass.note.walk() if isinstance(one, Choice)]


def test_shift_twice_quickly_types_capitals_until_it_is_tapped_again() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        for face in ("⇧", "⇧", "A", "B", "⇧", "c"):
            glass.touches(face)
        assert glass.field.text == "ABc"


def test_a_held_letter_offers_its_accents_and_the_finger_slides_to_one() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        hold(glass, "E").touch_up()
        assert glass.field.text == "É"
        touch = hold(glass, "e")
        strip = glass.keyboard.children[0]
        touch.touch_move(strip.x + strip.width * 1.5 / 6, touch.y)
        touch.touch_up()
        assert glass.field.text == "Éè"
        assert glass.keyboard.children == []


def test_a_held_backspace_goes_on_until_it_is_let_go() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.field.put("a" * 20)
        touch = hold(glass, "⌫")
        glass.until(lambda: len(glass.field.text) < 17, "more to be taken away")
        touch.touch_up()
        left = len(glass.field.text)
        glass.lets_pass(2 * keyboard.REPEATS_EVERY)
        assert len(glass.field.text) == left


def test_a_held_backspace_ends_when_the_screen_goes() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.field.put("a" * 20)
        touch = hold(glass, "⌫")
        left = len(glass.field.text)
        glass.app.glass.ids.area.clear_widgets()
        glass.lets_pass(2 * keyboard.REPEATS_EVERY)
        touch.touch_up()
        assert len(glass.field.text) == left


def test_a_tap_moves_the_caret_and_letters_come_in_there() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.field.put("iii mmm")
        words = glass.field.ids.words
        touch = UnitTestTouch(words.x + 1, words.top - 10)
        touch.touch_down()
        touch.touch_up()
        glass.types("x")
        assert glass.field.text == "xiii mmm"


def test_a_real_keyboard_types_too_but_not_when_the_screen_has_gone() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        Window.dispatch("on_textinput", "Hello!")
        press_key(276)
        press_key(8)
        press_key(278)
        Window.dispatch("on_textinput", "¡")
        assert glass.field.text == "¡Hell!"
        press_key(13)
        assert [draft.text for draft in glass.saved] == ["¡Hell!"]
        glass.app.glass.ids.area.clear_widgets()
        Window.dispatch("on_textinput", "x")
        press_key(8)
        assert glass.field.text == "¡Hell!"


def test_no_more_is_written_than_a_note_can_hold() -> None:
    with note_glass() as glass:
        glass.asks_about("Jack")
        glass.field.put(NOTE)
        glass.types("x")
        assert glass.field.text == NOTE


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    ("words", "name"), [(Speech, "Jack"), (Speech, LONGEST), (Speech, "نور"), (Wordy, "Jack"), (Wordy, LONG)]
)
@pytest.mark.parametrize("refused", ["", "That looks like the number of a card. Please leave it out."])
def test_nothing_leaves_the_glass_nor_covers_anything_else(
    width: int, height: int, words: type[Speech], name: str, refused: str
) -> None:
    with note_glass(width, height, words=words("en")) as glass:
        glass.asks_about(name)
        customer = glass.note.draft.customer
        glass.note.show(customer, Draft(DraftKind.MAKE_RIGHT, NOTE, customer), refused)
        ids = glass.note.ids
        choices = [one for one in glass.note.walk() if isinstance(one, Choice)]
        parts = [ids.head.headline, ids.head.close, *choices, ids.field, ids.hint, ids.lasting]
        parts += [glass.keyboard]
        off = [one for one in parts if one.x < 0 or one.y < 0 or one.right > width or one.top > height]
        assert off == []
        over = [(a, b) for i, a in enumerate(parts) for b in parts[:i] if a.collide_widget(b)]
        assert over == []
        cut = [
            one.text
            for one in choices
            if one.ids.words.width > one.width or one.ids.words.height > one.height
        ]
        assert cut == []
        caret = glass.field._line
        assert glass.field.y <= caret.pos[1]
        assert caret.pos[1] + caret.size[1] <= glass.field.top
        assert glass.field.x <= caret.pos[0] <= glass.field.right


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_to_tap_is_as_large_as_a_finger(width: int, height: int) -> None:
    with note_glass(width, height) as glass:
        glass.asks_about("Jack")
        least = 9 / 25.4 * glass.app.ppi
        buttons: list[Panel] = [one for one in glass.note.walk() if isinstance(one, TapButton)]
        small = [one.text for one in [*buttons] if min(one.size) < least]
        assert small == []
        assert glass.field.height >= least
