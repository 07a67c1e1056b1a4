"""In Arabic the whole layout is turned; what is written, typed and touched is not."""

from collections.abc import Callable

import pytest
from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from kiosk.people.words import within
from kiosk.settings import Display, Shop
from tests.ui.counter import Counter

JACK, NEW = "2900000000018", "2900000099999"


@pytest.fixture
def arabic(open_counter: Callable[..., Counter]) -> Counter:
    return open_counter(shop=Shop(language="ar"))


def middle(widget: Widget) -> float:
    """How far from the left edge of the window its middle is."""
    x: float = widget.to_window(*widget.center)[0]
    return x


def say(counter: Counter, message: str) -> str:
    """What stands on the glass for this message."""
    text: str = counter.app.place.words.gettext(message)
    return text


def test_the_name_stands_at_the_right_and_the_cards_at_the_left(arabic: Counter) -> None:
    arabic.scans(JACK)
    title, button = arabic.finds("No nuts for Zoe"), arabic.finds(say(arabic, "Asked"))
    assert middle(button) < middle(title) < middle(arabic.finds("⚠️")) < 640 < middle(arabic.finds("Jack"))
    note, question = say(arabic, "Add a note"), say(arabic, "With {name} today?").format(name=within("Jack"))
    assert middle(arabic.finds(note)) < 640 < middle(arabic.finds(question))


def test_for_the_left_hand_the_cards_change_sides_and_words_do_not_turn(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter(Display(hand="left"))
    counter.scans(JACK)
    title, button = counter.finds("Ask about Hawaii"), counter.finds("Asked")
    assert middle(button) < middle(counter.finds("💬")) < middle(title) < 640 < middle(counter.finds("Jack"))
    assert middle(counter.finds("Add a note")) < 640


def test_a_touch_finds_what_is_seen_there(arabic: Counter) -> None:
    arabic.scans(JACK)
    arabic.taps(say(arabic, "Wished"))
    arabic.sees(say(arabic, "Undo"))
    arabic.taps(say(arabic, "Undo"))
    arabic.sees(say(arabic, "Add a note"))


def test_the_letters_stand_where_they_do_on_every_keyboard(arabic: Counter) -> None:
    arabic.scans(NEW)
    keyboard = arabic.app.flows.keyboard
    first = keyboard.keys[0]
    touch = UnitTestTouch(first.x + first.width / 2, keyboard.top - first.y - first.height / 2)
    touch.touch_down()
    EventLoop.idle()
    assert keyboard.pressed.key.face == "ض"
    touch.touch_up()
    assert arabic.app.flows.new_faces.screen.ids.name.text == "ض"


def test_a_touch_in_a_field_puts_the_caret_between_the_letters_that_are_seen(arabic: Counter) -> None:
    arabic.scans(NEW)
    field = arabic.app.flows.new_faces.screen.ids.name
    field.put("سلام")
    left, right = sorted(field.to_window(x, 0)[0] for x in (field.ids.words.x, field.ids.words.right))
    for x, place in ((right - 1, 0), (left + 1, 4)):
        touch = UnitTestTouch(x, field.to_window(*field.center)[1])
        touch.touch_down()
        touch.touch_up()
        assert field.caret == place
    field.put("Jack")
    assert field.ids.words.right == pytest.approx(field.right - field.pad)
    assert field.to_window(field._line.pos[0], 0)[0] == pytest.approx(right_edge(field.ids.words), abs=4)


def right_edge(widget: Widget) -> float:
    """Where the last Latin letter ends on the window."""
    return float(max(widget.to_window(x, 0)[0] for x in (widget.x, widget.right)))
