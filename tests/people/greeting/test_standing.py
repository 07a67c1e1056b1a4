"""A greeting that stands: whatever changes, what is read keeps its place."""

from dataclasses import replace
from uuid import UUID, uuid4

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.greeting.standing import Item, Standing, State
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.relationships import RelationshipKind

JACK = Customer(id=UUID(int=1), key="jack", name="Jack", called_by="Jack")
WISH = Tap(Action.WISHED, UUID(int=2), JACK.id)
ASK = Tap(Action.ASKED, UUID(int=3), JACK.id)
BIRTHDAY = Cue(CueKind.CELEBRATION, "Birthday today", tap=WISH)
NUTS = Cue(CueKind.ALERT, "No nuts")
HAWAII = Cue(CueKind.ASK, "Ask about Hawaii", tap=ASK)
SURPRISE = Cue(CueKind.NOTE, "The surprise")


def greeting(*cues: Cue, say: str = "Happy birthday!", companions: tuple[Companion, ...] = ()) -> Greeting:
    """Jack's."""
    return Greeting(Outcome.WELCOME, JACK, say, ("Second visit",), cues, companions)


def companion(name: str, near: bool = False, present: bool = False) -> Companion:
    """Somebody who may be here, too."""
    kinds = frozenset({RelationshipKind.PARTNER} if near else ())
    who = Customer(id=uuid4(), key=name, name=name, called_by=name)
    return Companion(customer=who, kinds=kinds, present=present)


def names(standing: Standing) -> list[str]:
    """Of the companions, in their order."""
    return [one.called_by for one in standing.greeting.companions]


def test_what_was_done_stays_in_its_place() -> None:
    first = Standing.first(greeting(BIRTHDAY, NUTS, HAWAII))
    after = first.renewed(greeting(NUTS, HAWAII), frozenset({WISH}))
    assert after.items == (Item(BIRTHDAY, State.DONE), Item(NUTS), Item(HAWAII))


def test_what_was_wished_today_and_is_still_told_can_be_taken_back() -> None:
    wished = replace(BIRTHDAY, tap=None, detail="Wished already")
    after = Standing.first(greeting(BIRTHDAY)).renewed(greeting(wished), frozenset({WISH}))
    assert after.items == (Item(BIRTHDAY, State.DONE),)


def test_what_is_taken_back_is_open_again_where_it_was() -> None:
    first = Standing.first(greeting(BIRTHDAY, NUTS))
    done = first.renewed(greeting(NUTS), frozenset({WISH}))
    assert done.renewed(greeting(NUTS, BIRTHDAY), frozenset()).items == first.items


def test_what_must_not_be_read_any_more_leaves_its_place_empty() -> None:
    after = Standing.first(greeting(SURPRISE, NUTS)).renewed(greeting(NUTS), frozenset())
    assert after.items == (Item(SURPRISE, State.GONE), Item(NUTS))


def test_what_is_new_comes_last() -> None:
    after = Standing.first(greeting(NUTS)).renewed(greeting(HAWAII, NUTS), frozenset())
    assert after.items == (Item(NUTS), Item(HAWAII))


def test_what_was_written_down_meanwhile_stands_where_it_belongs_and_what_is_done_stays() -> None:
    done = Standing.first(greeting(BIRTHDAY, NUTS, SURPRISE)).renewed(
        greeting(NUTS, SURPRISE), frozenset({WISH})
    )
    after = done.reordered(greeting(NUTS, HAWAII, SURPRISE))
    assert after.items == (Item(BIRTHDAY, State.DONE), Item(NUTS), Item(HAWAII), Item(SURPRISE))
    assert after.done == {WISH}


def test_two_notes_with_the_same_words_are_two() -> None:
    after = Standing.first(greeting(NUTS, NUTS)).renewed(greeting(NUTS), frozenset())
    assert [item.state for item in after.items] == [State.OPEN, State.GONE]


def test_the_line_and_the_facts_stay_as_they_were_read() -> None:
    after = Standing.first(greeting(BIRTHDAY)).renewed(greeting(say="Hello, Jack!"), frozenset({WISH}))
    assert (after.greeting.say, after.greeting.chips) == ("Happy birthday!", ("Second visit",))


def test_who_is_here_stands_first_then_those_closest_and_nobody_changes_places_after() -> None:
    ann, bea, cy = companion("Ann"), companion("Bea", near=True), companion("Cy", present=True)
    first = Standing.first(greeting(companions=(ann, bea, cy)))
    assert names(first) == ["Cy", "Bea", "Ann"]
    after = first.renewed(greeting(companions=(replace(ann, present=True), bea, cy)), frozenset())
    assert names(after) == ["Cy", "Bea", "Ann"]
    assert after.greeting.companions[2].present


def test_what_was_given_just_now_can_be_taken_back() -> None:
    gave = Tap(Action.GAVE, UUID(int=9), JACK.id, what="A coffee")
    first = Standing.first(greeting())
    assert first.given is None
    assert first.renewed(greeting(), frozenset({gave})).given == gave
