"""Widgets that are used again."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from itertools import count

from kivy.uix.widget import Widget

from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets.tappable import Tappable


def test_the_same_number_is_always_the_same_widget() -> None:
    pool = Pool(Widget)
    third = pool.at(2)
    assert pool.at(2) is third
    assert pool.first(4)[2] is third


def test_no_more_are_made_than_were_ever_wanted_at_once() -> None:
    numbers = count()
    pool = Pool(lambda: Widget(opacity=next(numbers)))
    for wanted in (2, 5, 0, 3):
        pool.give_back()
        assert [pool.take().opacity for _ in range(wanted)] == list(range(wanted))
    assert next(numbers) == 5


def test_each_tells_who_it_is() -> None:
    tapped: list[Widget] = []
    pool = Pool(Tappable, on_tap=tapped.append)
    first, second = pool.first(2)
    second.dispatch("on_tap")
    pool.first(2)
    first.dispatch("on_tap")
    assert tapped == [second, first]


def test_what_was_there_before_is_taken_off() -> None:
    parent, (one, two, three) = Widget(), Pool(Widget).first(3)
    put_only(parent, [one, two])
    put_only(parent, [three, two])
    assert parent.children == [two, three]
