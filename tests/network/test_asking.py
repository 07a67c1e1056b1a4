"""Waiting for what became of a scan."""

import pytest

from drivers import Scan
from kiosk.network.asking import MOST_WAITING, Asking, NoAnswer, TooManyWait
from kiosk.people.greeting.outcomes import TOLD_OUTSIDE, Outcome
from kiosk.scan_queue import ROOM, Heard

SCAN = Scan("29", None, 0.0)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_comes_back_as_it_may_be_told_outside(outcome: Outcome) -> None:
    assert Asking(lambda heard: heard.answer(outcome)).ask(SCAN) is TOLD_OUTSIDE[outcome]


def test_a_scan_that_was_dropped_is_not_answered() -> None:
    with pytest.raises(NoAnswer):
        Asking(lambda heard: heard.answer(None)).ask(SCAN)


def test_a_scan_that_nobody_waits_for_any_more_takes_room_until_it_is_answered() -> None:
    waiting: list[Heard] = []
    asking = Asking(waiting.append, patience=0)
    for _ in range(MOST_WAITING):
        with pytest.raises(NoAnswer):
            asking.ask(SCAN)
    with pytest.raises(TooManyWait):
        asking.ask(SCAN)
    waiting[0].answer(Outcome.UNKNOWN)
    with pytest.raises(NoAnswer):
        asking.ask(SCAN)


def test_the_network_alone_never_fills_the_queue() -> None:
    assert MOST_WAITING < ROOM


def test_nothing_that_is_told_outside_is_about_a_person() -> None:
    assert not {Outcome.DECEASED, Outcome.UNNAMED, Outcome.STAFF} & set(TOLD_OUTSIDE.values())
