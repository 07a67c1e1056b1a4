"""One line of text stands where its script begins, and its caret is always seen."""

from collections.abc import Iterator

import pytest

from tests.ui.note_glass import note_glass

# isort: split
from kivy.core.window import Window

from kiosk.ui.widgets import TextField

LEFT, RIGHT, UP, DOWN, HOME, END, DELETE = 276, 275, 273, 274, 278, 279, 127


@pytest.fixture
def field() -> Iterator[TextField]:
    """A field of one line that is being written in."""
    with note_glass() as glass:
        one = TextField(pos=(100, 100), size=(300, 60), px=30, pad=10)
        one.focused = True
        glass.note.add_widget(one)
        yield one


def press(*codes: int) -> None:
    """Keys of a real keyboard."""
    for code in codes:
        Window.dispatch("on_key_down", code, 0, None, [])


def caret_x(field: TextField) -> float:
    """Where the caret is seen."""
    return float(field._line.pos[0])


def test_right_to_left_text_begins_at_the_right(field: TextField) -> None:
    field.put("abc")
    assert field.ids.words.x == 110
    field.put("نور")
    assert field.ids.words.right == pytest.approx(390, abs=4)
    press(HOME)
    assert caret_x(field) == pytest.approx(388, abs=4)


@pytest.mark.parametrize("text", ["", "abc", "نور", "wide " * 12, "نور الهدى " * 8, "mixed نور text 🎂 " * 5])
def test_the_caret_is_always_seen(field: TextField, text: str) -> None:
    field.put(text)
    for keys in ((), (HOME,), *[(RIGHT,)] * 5, *[(LEFT,)] * 8, (END,)):
        press(*keys)
        assert 100 < caret_x(field) < 398


def test_the_arrows_move_as_they_point_in_every_script(field: TextField) -> None:
    for text in ("abc", "نور"):
        field.put(text)
        press(HOME)
        inward, back = (RIGHT, LEFT) if text == "abc" else (LEFT, RIGHT)
        press(inward, inward)
        assert field.caret == 2
        press(back)
        assert field.caret == 1
        press(DELETE)
        assert field.text == text[0] + text[2]


def test_up_and_down_go_to_the_line_above_and_below(field: TextField) -> None:
    field.wraps, field.height = True, 200
    field.put("one two three four five six seven eight")
    end = field.caret
    press(UP)
    above = field.caret
    assert above < end
    press(DOWN)
    assert field.caret > above


def test_only_one_field_takes_what_is_typed(field: TextField) -> None:
    other = TextField()
    other.focused = True
    Window.dispatch("on_textinput", "x")
    assert (field.text, other.text, field.focused) == ("", "x", False)


def test_the_placeholder_goes_when_something_is_written(field: TextField) -> None:
    field.placeholder = "Say it like…"
    assert field.ids.placeholder.text == "Say it like…"
    field.type("a")
    assert field.ids.placeholder.text == ""
