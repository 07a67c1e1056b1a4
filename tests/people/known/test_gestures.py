"""What they brought is thanked for."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

from kiosk.people.changing.taps import Action
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.notes import Note

Greet = Callable[..., Greeting]


def brought(what: str, at: datetime, by: str = "") -> Gesture:
    """A gesture nobody has thanked for."""
    return Gesture(id=uuid4(), what=what, at=at, by=by)


def test_what_was_brought_is_a_cue_with_the_day_and_who_took_it(greeting: Greet, now: datetime) -> None:
    (cue,) = greeting(brought("the nuts", now - timedelta(days=38), "Sam")).cues
    assert (cue.kind, cue.title) == (CueKind.THANK, "Thank Jack for the nuts")
    assert (cue.detail, cue.on, cue.action) == ("17 October · Sam", date(2026, 10, 17), Action.THANKED)


def test_the_oldest_gesture_is_thanked_for_first(greeting: Greet, now: datetime) -> None:
    cues = greeting(brought("figs", now - timedelta(days=1)), brought("nuts", now - timedelta(days=9))).cues
    assert [cue.title for cue in cues] == ["Thank Jack for nuts", "Thank Jack for figs"]


def test_thanks_stand_behind_a_question_and_before_a_note(
    greeting: Greet, note: Callable[..., Note], now: datetime
) -> None:
    kinds = [cue.kind for cue in greeting(note("remember"), brought("figs", now), note("ask_about")).cues]
    assert kinds == [CueKind.ASK, CueKind.THANK, CueKind.NOTE]


def test_the_line_thanks_without_repeating_what_it_was(greeting: Greet, now: datetime) -> None:
    said = greeting(brought("figs", now), visits=(now - timedelta(days=3),) * 3).say
    assert "hank" in said
    assert "figs" not in said
