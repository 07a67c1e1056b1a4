"""The product page as a table: a rule a row, with facts about Jack and what the greeting makes of them.

It is Tuesday 24 November 2026, 9:14, unless a row says otherwise. What a row does not expect, it leaves open.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kiosk.people.calendars import LeapDay
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import OPEN_ENDED, Customer
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.staff.members import Colleague

Fact = ImportantDate | Note | Gesture | Companion


def at(time: str) -> datetime:
    return datetime.fromisoformat(time).replace(tzinfo=ZoneInfo("Europe/London"))


NOW = at("2026-11-24T09:14")
TODAY, LAST_THURSDAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 19), date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a greeting must hold; None where the rule says nothing about it."""

    outcome: Outcome = Outcome.WELCOME
    say: str | None = None
    cues: Sequence[str] | None = None
    details: Sequence[str] | None = None
    taps: Sequence[str | None] | None = None
    chips: Sequence[str] | None = None


@dataclass(frozen=True)
class Row(Expected):
    """One rule. `jack` is how he wishes to be met, `visits` are his earlier ones."""

    sentence: str
    facts: Sequence[Fact] = ()
    jack: Mapping[str, Any] = field(default_factory=dict, kw_only=True)
    visits: tuple[datetime, ...] = field(default=(), kw_only=True)
    newest_visit: datetime | None = field(default=None, kw_only=True)
    last_greeted_by: Colleague | None = field(default=None, kw_only=True)
    by: UUID | None = field(default=None, kw_only=True)
    now: datetime = field(default=NOW, kw_only=True)


def day(month_and_day: str, occasion: str = "birthday", **more: Any) -> ImportantDate:
    month, day_of_month = map(int, month_and_day.split("-"))
    return ImportantDate(id=uuid4(), occasion=Occasion(occasion), month=month, day=day_of_month, **more)


def wedding(month_and_day: str, **more: Any) -> ImportantDate:
    return day(month_and_day, "anniversary", **more)


def wished(*days: date) -> frozenset[date]:
    return frozenset(days)


def note(kind: str, text: str, days_ago: float = 1, **more: Any) -> Note:
    written_at = NOW - timedelta(days=days_ago)
    return Note(id=uuid4(), kind=NoteKind(kind), text=text, written_at=written_at, **more)


def concern(text: str, days_ago: float = 1, **more: Any) -> Note:
    return note("make_right", text, days_ago, **more)


def alert(text: str, days_ago: float = 1, **more: Any) -> Note:
    return note("always_show", text, days_ago, **more)


def ask(text: str, days_ago: float = 1, **more: Any) -> Note:
    return note("ask_about", text, days_ago, **more)


def remember(text: str, days_ago: float = 1, **more: Any) -> Note:
    return note("remember", text, days_ago, **more)


def brought(what: str, days_ago: float = 1, **more: Any) -> Gesture:
    return Gesture(id=uuid4(), what=what, at=NOW - timedelta(days=days_ago), **more)


def companion(
    name: str, is_my: str | None, *dates: ImportantDate, present: bool = False, **customer: Any
) -> Companion:
    id = UUID(bytes=name.encode().ljust(16))
    return Companion(
        customer=Customer(id=id, key=name.lower(), name=name, called_by=name, **customer),
        kinds=frozenset() if is_my is None else frozenset({RelationshipKind(is_my)}),
        important_dates=dates,
        present=present,
    )


ALICE_IS_HERE = companion("Alice", "partner", present=True)
ALICE = ALICE_IS_HERE.customer.id


def days_ago(*days: float) -> tuple[datetime, ...]:
    return tuple(NOW - timedelta(days=n) for n in days)


def every(days: int, count: int, since: int = 0) -> tuple[datetime, ...]:
    """Times of visits some days apart; the newest so many days, or `since` days, ago."""
    return days_ago(*((since or days) + days * n for n in range(count)))


def tuesdays(*times: str) -> tuple[datetime, ...]:
    """The last Tuesdays at these times, the newest first."""
    hours_and_minutes = [map(int, time.split(":")) for time in times]
    return tuple(
        visit.replace(hour=hour, minute=minute)
        for visit, (hour, minute) in zip(every(7, len(times)), hours_and_minutes, strict=True)
    )


REGULAR = days_ago(1, 2, 3, 4, 5)
SAM = Colleague(UUID(int=3), "Sam")
OUR_WEDDING = wedding("11-24")
LEAP_DAY = day("02-29", year=2000)
LEAP_DAY_IN_MARCH = day("02-29", year=2000, leap_day=LeapDay.MARCH_1)

QUIET: Mapping[str, Mapping[str, Any]] = {
    "in a tender time": {"tread_gently_until": TODAY},
    "deceased": {"deceased": True},
    "not to be named": {"greet_by_name": False},
}

WHO_IS_GREETED = [
    Row(
        "Somebody deceased is never greeted, never celebrated",
        [day("11-24"), concern("the cake"), alert("No nuts"), ask("Hawaii")],
        jack={"deceased": True},
        outcome=Outcome.DECEASED,
        say="",
        cues=[],
        chips=[],
    ),
    Row(
        "Who prefers not to be greeted by name hears no line and has no chips",
        jack={"greet_by_name": False},
        visits=every(7, 5),
        outcome=Outcome.UNNAMED,
        say="",
        chips=[],
    ),
    Row(
        "The alerts of somebody unnamed still show, and nothing else does",
        [
            day("11-24"),
            concern("the cake"),
            alert("No nuts"),
            ask("Hawaii"),
            brought("figs"),
            remember("Chess"),
        ],
        jack={"greet_by_name": False},
        outcome=Outcome.UNNAMED,
        cues=["alert: No nuts"],
    ),
    Row(
        "Somebody unnamed in a tender time is still only unnamed",
        [alert("No nuts")],
        jack={"greet_by_name": False, "tread_gently_until": OPEN_ENDED},
        outcome=Outcome.UNNAMED,
        cues=["alert: No nuts"],
    ),
    Row(
        "Somebody deceased who was not to be named is deceased",
        jack={"greet_by_name": False, "deceased": True},
        outcome=Outcome.DECEASED,
    ),
]

IN_COMPANY = [
    Row(
        "A note not in front of Alice is hidden as soon as she is marked present",
        [remember("The surprise party", not_in_front_of=ALICE), ALICE_IS_HERE],
        cues=[],
    ),
    Row(
        "A note not in front of Alice shows while she is away",
        [remember("The surprise party", not_in_front_of=ALICE), companion("Alice", "partner")],
        cues=["note: The surprise party"],
    ),
    Row(
        "A note not in front of Alice shows in front of Ben",
        [remember("The surprise party", not_in_front_of=ALICE), companion("Ben", "friend", present=True)],
        cues=["note: The surprise party"],
    ),
    Row(
        "Every kind of note may be hidden in front of Alice, an alert as well",
        [note(kind, "Psst", not_in_front_of=ALICE) for kind in NoteKind] + [ALICE_IS_HERE],
        cues=[],
    ),
    Row(
        "The alert of somebody unnamed is hidden in front of Alice too",
        [alert("Psst", not_in_front_of=ALICE), ALICE_IS_HERE],
        jack={"greet_by_name": False},
        outcome=Outcome.UNNAMED,
        cues=[],
    ),
    Row(
        "A question that is hidden in front of Alice is not said either",
        [ask("the ring", not_in_front_of=ALICE), ALICE_IS_HERE],
        visits=REGULAR,
        say="Welcome back, Jack!",
    ),
    Row(
        "A note hidden in front of Alice leaves its place among the three to the next one",
        [
            *(remember(f"Fact {n}", n) for n in (2, 3, 4)),
            remember("Psst", 1, not_in_front_of=ALICE),
            ALICE_IS_HERE,
        ],
        cues=["note: Fact 2", "note: Fact 3", "note: Fact 4"],
    ),
]

THE_ORDER = [
    Row(
        "Cues stand in the order of the table",
        [
            remember("Plays chess"),
            day("11-27", "name_day"),
            companion("Zoe", "child", day("11-24")),
            brought("figs"),
            ask("Hawaii"),
            alert("No nuts"),
            day("11-19"),
            concern("the cake"),
        ],
        cues=[
            "concern: the cake",
            "celebration: Birthday last Thursday",
            "alert: No nuts",
            "ask: Ask about Hawaii",
            "thank: Thank Jack for figs",
            "companion: Zoe’s birthday today",
            "upcoming: Name day on Friday",
            "note: Plays chess",
        ],
        taps=["put_right", "wished", None, "asked", "thanked", "wished", None, None],
    ),
    Row(
        "Nothing worth saying makes no cue at all",
        [day("05-01"), companion("Alice", "partner", day("05-02"))],
        cues=[],
    ),
]

CONCERNS_ALERTS_AND_THANKS = [
    Row(
        "Something that went wrong is remembered until it is put right",
        [concern("the cake", days_ago=1000)],
        cues=["concern: the cake"],
        taps=["put_right"],
    ),
    Row("An alert is shown however old it is", [alert("No nuts", days_ago=1000)], cues=["alert: No nuts"]),
    Row(
        "Every alert is shown: none is cut",
        [alert(f"No {what}", 9 - n) for n, what in enumerate(["nuts", "milk", "eggs", "soy", "rye"])],
        cues=["alert: No nuts", "alert: No milk", "alert: No eggs", "alert: No soy", "alert: No rye"],
    ),
    Row(
        "An alert that is dated ends after its day",
        [alert("On crutches", show_until=YESTERDAY), alert("No nuts", show_until=TODAY)],
        cues=["alert: No nuts"],
    ),
    Row(
        "A gesture is thanked for however long ago it was",
        [brought("figs", days_ago=400)],
        cues=["thank: Thank Jack for figs"],
        taps=["thanked"],
    ),
]

QUESTIONS_AND_NOTES = [
    Row(
        "A question 28 days old is still asked",
        [ask("Hawaii", days_ago=28)],
        cues=["ask: Ask about Hawaii"],
        taps=["asked"],
    ),
    Row("A question 29 days old is not", [ask("Hawaii", days_ago=29)], cues=[]),
    Row(
        "A question dated otherwise is asked until its day, however old",
        [ask("the baby", days_ago=200, show_until=TODAY)],
        cues=["ask: Ask about the baby"],
    ),
    Row(
        "A question dated otherwise is not asked after its day, however new",
        [ask("the baby", days_ago=2, show_until=YESTERDAY)],
        cues=[],
    ),
    Row(
        "The oldest question comes first",
        [ask("the boat", 2), ask("Hawaii", 20), ask("the exam", 9)],
        cues=["ask: Ask about Hawaii", "ask: Ask about the exam", "ask: Ask about the boat"],
    ),
    Row(
        "A question says when it was written and who wrote it",
        [ask("Hawaii", days_ago=20, author="Mia")],
        details=["4 November · Mia"],
    ),
    Row("A note 90 days old is still shown", [remember("Chess", days_ago=90)], cues=["note: Chess"]),
    Row("A note 91 days old is not", [remember("Chess", days_ago=91)], cues=[]),
    Row(
        "A note dated otherwise is shown until its day, however old",
        [remember("Chess", days_ago=300, show_until=TODAY)],
        cues=["note: Chess"],
    ),
    Row(
        "Of the notes the three newest are shown, the newest first",
        [remember(f"Fact {n}", n) for n in (40, 10, 30, 20)],
        cues=["note: Fact 10", "note: Fact 20", "note: Fact 30"],
    ),
    Row(
        "A note that is over leaves its place among the three to the next one",
        [*(remember(f"Fact {n}", n) for n in (2, 3, 4)), remember("Over", 1, show_until=YESTERDAY)],
        cues=["note: Fact 2", "note: Fact 3", "note: Fact 4"],
    ),
]

CELEBRATIONS = [
    Row(
        "A day that passed 31 days ago is still worth a word",
        [day("10-24")],
        cues=["celebration: Birthday on 24 October"],
        details=["Not wished yet"],
        taps=["wished"],
    ),
    Row("A day that passed 32 days ago is not", [day("10-23")], cues=[]),
    Row("A day that passed and was wished is done", [day("11-19", wished=wished(LAST_THURSDAY))], cues=[]),
    Row(
        "A day of today that was wished already stays, without a tap",
        [day("11-24", wished=wished(TODAY))],
        cues=["celebration: Birthday today"],
        details=["Wished already"],
        taps=[None],
    ),
    Row(
        "A wish of last year is no wish of this year",
        [day("11-19", wished=wished(date(2025, 11, 19)))],
        details=["Not wished yet"],
    ),
    Row(
        "Today comes first, then the latest that passed",
        [day("10-30"), wedding("11-19"), day("11-24", "name_day")],
        cues=[
            "celebration: Name day today",
            "celebration: Anniversary last Thursday",
            "celebration: Birthday on 30 October",
        ],
    ),
    Row(
        "A wedding of 40 years is told with its day in words",
        [wedding("11-03", year=1986)],
        cues=["celebration: Married 40 years on 3 November"],
    ),
    Row(
        "The age is told where it may be mentioned",
        [day("11-24", year=1961)],
        jack={"may_mention_age": True},
        cues=["celebration: Birthday today, 65"],
        say="Happy 65th, Jack!",
    ),
    Row(
        "The age is told of a day that passed too, and only in the cue",
        [day("11-19", year=1961)],
        jack={"may_mention_age": True},
        cues=["celebration: Birthday last Thursday, 65"],
        say="Happy birthday for last Thursday, Jack!",
    ),
    Row(
        "The age is not told where it may not be mentioned",
        [day("11-24", year=1961)],
        cues=["celebration: Birthday today"],
        say="Happy birthday, Jack!",
    ),
    Row(
        "The age of somebody whose year is not known is not guessed",
        [day("11-24")],
        jack={"may_mention_age": True},
        cues=["celebration: Birthday today"],
        say="Happy birthday, Jack!",
    ),
    Row(
        "The age that is coming is not told in advance",
        [day("11-27", year=1961)],
        jack={"may_mention_age": True},
        cues=["upcoming: Birthday on Friday"],
    ),
    Row(
        "The years of another occasion are nobody's age",
        [day("11-24", "name_day", year=1961)],
        jack={"may_mention_age": True},
        cues=["celebration: Name day today"],
    ),
    Row(
        "A day 7 days ahead is upcoming",
        [day("12-01")],
        cues=["upcoming: Birthday next Tuesday"],
        taps=[None],
    ),
    Row("A day 8 days ahead is not", [day("12-02")], cues=[]),
    Row(
        "What comes first stands first among the upcoming",
        [day("11-27"), day("11-25", "name_day")],
        cues=["upcoming: Name day tomorrow", "upcoming: Birthday on Friday"],
    ),
]

COMPANIONS = [
    Row(
        "The day of a partner is told though she did not come along",
        [companion("Alice", "partner", day("11-24"))],
        cues=["companion: Alice’s birthday today"],
        taps=["wished"],
    ),
    Row(
        "The day of a child is told as well, also when it passed",
        [companion("Zoe", "child", day("11-19"))],
        cues=["companion: Zoe’s birthday last Thursday"],
        details=["Not wished yet"],
    ),
    *(
        Row(
            f"The day of a {kind} who did not come along is not told",
            [companion("Ben", kind, day("11-24"))],
            cues=[],
        )
        for kind in ("parent", "sibling", "friend", "colleague", "carer")
    ),
    Row(
        "The day of a friend who is present is told, and ranks as Jack's own",
        [companion("Ben", "friend", day("11-24"), present=True), alert("No nuts")],
        cues=["companion: Ben’s birthday today", "alert: No nuts"],
    ),
    Row(
        "The day of anyone who came along is told, whoever they are to Jack",
        [companion("Ben", None, day("11-19"), present=True)],
        cues=["companion: Ben’s birthday last Thursday"],
    ),
    Row(
        "The day of a partner who is away stands behind thanks, before what is coming",
        [brought("figs"), companion("Alice", "partner", day("11-24")), day("11-27")],
        cues=[
            "thank: Thank Jack for figs",
            "companion: Alice’s birthday today",
            "upcoming: Birthday on Friday",
        ],
    ),
    Row(
        "Days of Jack and of those present stand together, the latest first",
        [day("11-19"), companion("Alice", "partner", day("11-24"), day("10-30", "name_day"), present=True)],
        cues=[
            "companion: Alice’s birthday today",
            "celebration: Birthday last Thursday",
            "companion: Alice’s name day on 30 October",
        ],
    ),
    Row(
        "A companion's day that passed 31 days ago is told, one that passed 32 days ago is not",
        [companion("Alice", "partner", day("10-24"), day("10-23", "name_day"))],
        cues=["companion: Alice’s birthday on 24 October"],
    ),
    Row(
        "A companion's day that passed and was wished is done",
        [companion("Alice", "partner", day("11-19", wished=wished(LAST_THURSDAY)))],
        cues=[],
    ),
    Row(
        "A companion's day of today that was wished already stays, without a tap",
        [companion("Alice", "partner", day("11-24", wished=wished(TODAY)))],
        details=["Wished already"],
        taps=[None],
    ),
    Row(
        "What is coming for a companion is not told",
        [companion("Alice", "partner", day("11-25"), present=True)],
        cues=[],
    ),
    Row(
        "The age of a companion is hers to tell, even where it may be mentioned to her",
        [companion("Alice", "partner", day("11-24", year=1961), present=True, may_mention_age=True)],
        jack={"may_mention_age": True},
        cues=["companion: Alice’s birthday today"],
        say="Hello, Jack! And happy birthday, Alice!",
    ),
    *(
        Row(
            f"A companion who is {how} is not celebrated, {where}",
            [companion("Alice", "partner", day("11-24"), present=present, **quiet)],
            visits=REGULAR,
            cues=[],
            say="Welcome back, Jack!",
        )
        for how, quiet in QUIET.items()
        for where, present in {"here": True, "at home": False}.items()
    ),
    Row(
        "A companion is celebrated again after the tender time",
        [companion("Alice", "partner", day("11-24"), tread_gently_until=YESTERDAY)],
        cues=["companion: Alice’s birthday today"],
    ),
]

SHARED_DATES = [
    Row(
        "A wedding is one date of two people, told once though Alice is present",
        [OUR_WEDDING, companion("Alice", "partner", OUR_WEDDING, present=True)],
        cues=["celebration: Anniversary today"],
    ),
    Row(
        "A wedding is told once while Alice is at home",
        [OUR_WEDDING, companion("Alice", "partner", OUR_WEDDING)],
        cues=["celebration: Anniversary today"],
    ),
    Row(
        "A wedding is wished to each of the two: what was wished to Alice is not yet wished to Jack",
        [
            OUR_WEDDING,
            companion("Alice", "partner", replace(OUR_WEDDING, wished=wished(TODAY)), present=True),
        ],
        cues=["celebration: Anniversary today"],
        details=["Not wished yet"],
        say="Happy anniversary, Jack!",
    ),
    Row(
        "A wedding is wished to each of the two: what was wished to Jack needs no second tap of his",
        [replace(OUR_WEDDING, wished=wished(TODAY)), companion("Alice", "partner", OUR_WEDDING)],
        cues=["celebration: Anniversary today"],
        details=["Wished already"],
    ),
    Row(
        "A wedding of Alice and somebody else is hers",
        [companion("Alice", "parent", wedding("11-24"), present=True)],
        cues=["companion: Alice’s anniversary today"],
    ),
    Row(
        "A wedding shared with somebody who died is not celebrated, neither before, on the day, nor after",
        [wedding(when, shared_with_deceased=True) for when in ("11-19", "11-24", "11-27")],
        cues=[],
    ),
    Row(
        "A companion's wedding shared with somebody who died is not celebrated",
        [companion("Mary", "parent", wedding("11-24", shared_with_deceased=True), present=True)],
        cues=[],
    ),
    Row(
        "A wedding shared with somebody in a tender time is still Jack's own",
        [OUR_WEDDING, companion("Alice", "partner", OUR_WEDDING, tread_gently_until=OPEN_ENDED)],
        cues=["celebration: Anniversary today"],
    ),
]

TENDER_TIMES = [
    Row(
        "Tread gently: nothing is celebrated, no companion, nothing to come, and no reason is given",
        [day("11-24"), day("11-27"), companion("Alice", "partner", day("11-24"), present=True)],
        jack={"tread_gently_until": OPEN_ENDED},
        cues=["gentle: Tread gently"],
        details=[""],
        taps=[None],
        say="Good to see you, Jack.",
    ),
    Row(
        "Tread gently: what is no celebration stays, behind the calm cue",
        [concern("the cake"), alert("No nuts"), ask("Hawaii"), brought("figs"), remember("Chess")],
        jack={"tread_gently_until": OPEN_ENDED},
        cues=[
            "gentle: Tread gently",
            "concern: the cake",
            "alert: No nuts",
            "ask: Ask about Hawaii",
            "thank: Thank Jack for figs",
            "note: Chess",
        ],
        say="Good to see you, Jack.",
    ),
    Row(
        "Tread gently until a date: up to and with that day",
        [day("11-24")],
        jack={"tread_gently_until": TODAY},
        cues=["gentle: Tread gently"],
    ),
    Row(
        "Tread gently until a date: no more on the day after",
        [day("11-24")],
        jack={"tread_gently_until": YESTERDAY},
        cues=["celebration: Birthday today"],
    ),
]

CHIPS = [
    Row("The first visit says so", chips=["First visit with us"]),
    Row("The second visit says so", visits=days_ago(3), chips=["Second visit"]),
    Row("The third visit is not counted aloud", visits=days_ago(3, 4), chips=[]),
    Row("The 10th visit is", visits=every(1, 9), chips=["10th visit"]),
    Row("The 99th visit is not", visits=every(1, 98), chips=[]),
    Row("The 100th visit is", visits=every(1, 99), chips=["100th visit"]),
    Row("The 101st visit is not", visits=every(1, 100), chips=[]),
    Row(
        "A scan 30 minutes later is the same visit",
        visits=(NOW - timedelta(minutes=30),),
        chips=["First visit with us"],
    ),
    Row(
        "A scan 31 minutes later is another visit",
        visits=(NOW - timedelta(minutes=31),),
        chips=["Second visit"],
    ),
    Row(
        "Since when is told from the next year on",
        jack={"since": date(2025, 12, 31)},
        visits=REGULAR,
        chips=["With us since 2025"],
    ),
    Row("Since this year is nothing to tell", jack={"since": date(2026, 1, 1)}, visits=REGULAR, chips=[]),
    Row(
        "Somebody who was with us for years is not on a first visit",
        jack={"since": date(2021, 3, 1)},
        chips=["With us since 2021"],
        say="Welcome back, Jack!",
    ),
    Row(
        "Who greeted them the last time is told after everything else",
        jack={"since": date(2021, 3, 1)},
        visits=every(1, 9),
        last_greeted_by=SAM,
        chips=["With us since 2021", "10th visit", "Last greeted by Sam"],
    ),
    Row(
        "It is told to whoever else is at the counter",
        visits=REGULAR,
        last_greeted_by=SAM,
        by=UUID(int=4),
        chips=["Last greeted by Sam"],
    ),
    Row(
        "It is not told to Sam",
        visits=REGULAR,
        last_greeted_by=SAM,
        by=SAM.id,
        chips=[],
    ),
]

ABSENCE = [
    Row("With four visits, 13 days are no absence", visits=every(1, 4, since=13), chips=[]),
    Row("With four visits, 14 days are", visits=every(1, 4, since=14), chips=["First visit in 2 weeks"]),
    Row("A gap below twice the median is no absence", visits=every(10, 4, since=19), chips=[]),
    Row("A gap of twice the median is", visits=every(10, 4, since=20), chips=["First visit in 2 weeks"]),
    Row(
        "Twice the median outweighs 30 days",
        visits=every(20, 4, since=39),
        chips=[],
    ),
    Row("With fewer than four visits, 29 days are no absence", visits=every(1, 3, since=29), chips=[]),
    Row(
        "With fewer than four visits, 30 days are",
        visits=every(1, 3, since=30),
        chips=["First visit in 4 weeks"],
    ),
    Row(
        "62 days are told in weeks, rounded down",
        visits=days_ago(62, 63),
        chips=["First visit in 8 weeks"],
    ),
    Row("63 days are told in months", visits=days_ago(63, 64), chips=["First visit in 2 months"]),
    Row(
        "A day before the year it is 11 months", visits=days_ago(364, 365), chips=["First visit in 11 months"]
    ),
    Row("Twelve months are a year", visits=days_ago(365, 366), chips=["First visit in 1 year"]),
    Row(
        "The second visit may come after an absence",
        visits=days_ago(35),
        chips=["Second visit", "First visit in 5 weeks"],
    ),
    Row(
        "A clock behind the newest visit of anybody keeps greeting, without absence or rhythm",
        [day("11-24")],
        visits=every(7, 5, since=35),
        newest_visit=NOW + timedelta(days=1),
        chips=[],
        cues=["celebration: Birthday today"],
    ),
]

RHYTHM = [
    Row(
        "Five visits on one weekday are a rhythm",
        visits=tuesdays("9:00", "9:00", "9:00", "9:00", "9:00"),
        chips=["Usually Tuesdays, about 9"],
    ),
    Row("Four visits are none", visits=tuesdays("9:00", "9:00", "9:00", "9:00"), chips=[]),
    Row(
        "Five visits within 180 days are a rhythm",
        visits=every(14, 5, since=180 - 4 * 14),
        chips=["First visit in 4 months", "Usually Thursdays, about 9"],
    ),
    Row(
        "Five visits within 181 days are none",
        visits=every(14, 5, since=181 - 4 * 14),
        chips=["First visit in 4 months"],
    ),
    Row(
        "A weekday holds half of the visits",
        visits=every(7, 3) + days_ago(1, 2, 3),
        chips=["Usually Tuesdays, about 9"],
    ),
    Row("A weekday that holds fewer is none", visits=every(7, 3) + days_ago(1, 2, 3, 4), chips=[]),
    Row(
        "The hour is named when half of the visits fall within 90 minutes",
        visits=tuesdays("9:00", "9:45", "10:30", "13:00", "15:00", "17:00"),
        chips=["Usually Tuesdays, about 10"],
    ),
    Row(
        "The hour is not named when half of the visits take 91 minutes",
        visits=tuesdays("9:00", "9:45", "10:31", "13:00", "15:00", "17:00"),
        chips=["Usually Tuesdays"],
    ),
    Row(
        "14 minutes past rounds down to the hour",
        visits=tuesdays(*["9:14"] * 5),
        chips=["Usually Tuesdays, about 9"],
    ),
    Row(
        "15 minutes past rounds up to the half hour",
        visits=tuesdays(*["9:15"] * 5),
        chips=["Usually Tuesdays, about 9:30"],
    ),
]

THE_LINE = [
    Row(
        "A celebration is said before a concern",
        [concern("the cake"), day("11-24")],
        say="Happy birthday, Jack!",
    ),
    Row(
        "A concern is said before a question, and never told",
        [ask("Hawaii"), concern("the cake")],
        say="Good to see you, Jack. We owe you something.",
    ),
    Row(
        "A question is said before thanks",
        [brought("figs"), ask("Hawaii")],
        say="Good to see you, Jack! Tell me about Hawaii.",
    ),
    Row(
        "Thanks are said before an absence",
        [brought("figs")],
        visits=days_ago(35),
        say="Good to see you, Jack! Thank you again, that was so kind.",
    ),
    Row("An absence is said before the second visit", visits=days_ago(35), say="Jack! We’ve missed you."),
    Row(
        "The second visit is said before a plain welcome",
        visits=days_ago(3),
        say="You came back, Jack. How nice!",
    ),
    Row("The first visit is welcomed", say="Welcome, Jack! I’m glad you came in."),
    Row("Everybody else hears a plain welcome", visits=REGULAR, say="Welcome back, Jack!"),
    Row(
        "A companion who is present is congratulated before a concern is spoken of",
        [concern("the cake"), companion("Ben", "friend", day("11-24"), present=True)],
        say="Hello, Jack! And happy birthday, Ben!",
    ),
    Row(
        "A companion's day that passed is wished belatedly",
        [companion("Ben", "friend", day("11-19"), present=True)],
        say="Hello, Jack! And a belated happy birthday, Ben!",
    ),
    Row(
        "A companion's other day is congratulated without calling it a birthday",
        [companion("Ben", "friend", day("11-24", "name_day"), present=True)],
        say="Hello, Jack! And congratulations, Ben!",
    ),
    Row(
        "The day of a partner who is away is not said",
        [companion("Alice", "partner", day("11-24"))],
        visits=REGULAR,
        say="Welcome back, Jack!",
    ),
    Row("What is coming is not said", [day("11-25")], visits=REGULAR, say="Welcome back, Jack!"),
    Row(
        "A day that was wished already is not said again: the next cue is",
        [day("11-24", wished=wished(TODAY)), ask("Hawaii")],
        say="Good to see you, Jack! Tell me about Hawaii.",
    ),
    Row(
        "A day of today that was wished leaves the line to the one that passed unwished",
        [day("11-24", "name_day", wished=wished(TODAY)), day("11-19")],
        say="Happy birthday for last Thursday, Jack!",
    ),
    Row(
        "Alerts and notes are not said",
        [alert("No nuts"), remember("Chess")],
        visits=REGULAR,
        say="Welcome back, Jack!",
    ),
]

DATES = [
    Row(
        "Born on 29 February: 28 February in a common year, unless said",
        [LEAP_DAY],
        now=at("2027-02-28T09:14"),
        cues=["celebration: Birthday today"],
    ),
    Row(
        "Born on 29 February: on 1 March, who chose 28 February had a birthday yesterday",
        [LEAP_DAY],
        now=at("2027-03-01T09:14"),
        cues=["celebration: Birthday yesterday"],
    ),
    Row(
        "Born on 29 February: 1 March in a common year for who chose it",
        [LEAP_DAY_IN_MARCH],
        now=at("2027-03-01T09:14"),
        cues=["celebration: Birthday today"],
    ),
    Row(
        "Born on 29 February: on 28 February, who chose 1 March has a birthday tomorrow",
        [LEAP_DAY_IN_MARCH],
        now=at("2027-02-28T09:14"),
        cues=["upcoming: Birthday tomorrow"],
    ),
    Row(
        "Born on 29 February: the day itself in a leap year, whatever was chosen",
        [LEAP_DAY, LEAP_DAY_IN_MARCH],
        now=at("2028-02-29T09:14"),
        cues=["celebration: Birthday today", "celebration: Birthday today"],
    ),
    Row(
        "A wish on 28 February holds on 1 March of a common year",
        [day("02-29", wished=wished(date(2027, 2, 28)))],
        now=at("2027-03-01T09:14"),
        cues=[],
    ),
    Row(
        "Today begins at midnight",
        [day("11-24")],
        now=at("2026-11-24T00:00"),
        cues=["celebration: Birthday today"],
    ),
    Row(
        "Today ends at midnight",
        [day("11-24")],
        now=at("2026-11-25T00:00"),
        cues=["celebration: Birthday yesterday"],
    ),
    Row(
        "A day of December is remembered in January, with the age of its year",
        [day("12-31", year=1961)],
        now=at("2027-01-31T09:14"),
        jack={"may_mention_age": True},
        cues=["celebration: Birthday on 31 December, 65"],
    ),
]

ROWS = [
    *WHO_IS_GREETED,
    *IN_COMPANY,
    *THE_ORDER,
    *CONCERNS_ALERTS_AND_THANKS,
    *QUESTIONS_AND_NOTES,
    *CELEBRATIONS,
    *COMPANIONS,
    *SHARED_DATES,
    *TENDER_TIMES,
    *CHIPS,
    *ABSENCE,
    *RHYTHM,
    *THE_LINE,
    *DATES,
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_the_product_page_is_kept(row: Row, greeting: Callable[..., Greeting]) -> None:
    found = greeting(
        *row.facts,
        at=row.now,
        visits=row.visits,
        newest_visit=row.newest_visit,
        last_greeted_by=row.last_greeted_by,
        by=row.by,
        **row.jack,
    )
    told: dict[str, Any] = {
        "outcome": found.outcome,
        "say": found.say,
        "cues": [f"{cue.kind}: {cue.title}" for cue in found.cues],
        "details": [cue.detail for cue in found.cues],
        "taps": [cue.action for cue in found.cues],
        "chips": list(found.chips),
    }
    expected = {name: getattr(row, name) for name in told if getattr(row, name) is not None}
    assert {name: told[name] for name in expected} == expected


def test_every_row_is_a_rule_of_its_own() -> None:
    assert len({row.sentence for row in ROWS}) == len(ROWS)
