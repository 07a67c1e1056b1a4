"""The briefing as a list: each person once, with everything about them."""

from datetime import UTC, datetime
from uuid import UUID

from kiosk.people.briefing import Briefing, Item, Topic
from kiosk.people.known.customers import Customer
from kiosk.people.worklist import Column, worklist

FRED, MARGARET, JACK = (
    Customer(id=UUID(int=n), key=name, name=name, called_by=name)
    for n, name in enumerate(("Fred", "Margaret", "Jack"))
)
BIRTHDAY, BOAT, LIKELY = Item((FRED,), "Birthday today"), Item((FRED,), "the boat"), Item((JACK,), "Tuesdays")
WEDDING = Item((FRED, MARGARET), "Married 40 years on 3 November")


def briefing(**told: Item) -> Briefing:
    """One item of each of these topics."""
    empty = Briefing.empty()
    items = {topic: ((told[topic],) if topic in told else ()) for topic in Topic}
    return Briefing(datetime(2026, 11, 24, tzinfo=UTC), {**empty.items, **items})


def test_somebody_stands_once_where_the_first_thing_about_them_belongs() -> None:
    told = worklist(briefing(celebrating=BIRTHDAY, ask=BOAT, likely=LIKELY))
    [fred], [jack] = told[Column.CELEBRATING], told[Column.LIKELY]
    assert [item.what for _, item in fred.items] == ["Birthday today", "the boat"]
    assert jack.customer == JACK
    assert not told[Column.ASKING]


def test_what_two_share_stands_with_the_one_who_has_something_else_too() -> None:
    margarets = Item((MARGARET,), "the cake")
    told = worklist(briefing(to_wish=WEDDING, ask=margarets))
    [margaret] = told[Column.CELEBRATING]
    assert margaret.customer == MARGARET
    assert [item.what for _, item in margaret.items] == [WEDDING.what, "the cake"]


def test_what_two_share_and_nothing_else_stands_once() -> None:
    [entry] = worklist(briefing(to_wish=WEDDING))[Column.CELEBRATING]
    assert entry.items == ((Topic.TO_WISH, WEDDING),)


def test_only_what_staff_wrote_down_is_a_note() -> None:
    told = worklist(briefing(celebrating=BIRTHDAY, likely=LIKELY))
    assert not any(entry.has_notes for entries in told.values() for entry in entries)
    assert worklist(briefing(ask=BOAT))[Column.ASKING][0].has_notes
