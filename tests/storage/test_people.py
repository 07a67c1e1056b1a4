"""What is known about one person, and about today, read from real rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kiosk.people.greeting.greetings import greet
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.facts import Facts
from kiosk.people.today import Today
from kiosk.people.words import Words
from kiosk.storage.file.database import Database
from kiosk.storage.people import customer_ids, facts_about, find_card
from kiosk.storage.today import today

Fill = Callable[..., None]


@pytest.fixture
def facts_of(database: Database, now: datetime) -> Callable[[str], Facts]:
    def facts_of(key: str) -> Facts:
        with database.reading() as session:
            return facts_about(session, customer_ids(session, [key])[key], now)

    return facts_of


@pytest.fixture
def count(database: Database, fill: Fill, now: datetime) -> Callable[..., Today]:
    """What today holds, with these customers and no others."""

    def count(*customers: dict[str, Any], at: datetime = now) -> Today:
        fill(database, *customers)
        with database.reading() as session:
            return today(session, at)

    return count


def born(month: int, day: int, key: str = "ann", **more: Any) -> dict[str, Any]:
    dated = {"year", "leap_day", "calendar", "with", "wished"}
    of_the_date = {name: value for name, value in more.items() if name in dated}
    of_the_person = {name: value for name, value in more.items() if name not in dated}
    return {
        "key": key,
        "name": key,
        "important_dates": [{"month": month, "day": day, **of_the_date}],
        **of_the_person,
    }


def asking(key: str = "ann", **more: Any) -> dict[str, Any]:
    note = {"kind": "ask_about", "text": "Hawaii", "written_at": "2026-11-20T09:00", **more}
    return {"key": key, "name": key, "notes": [note]}


@pytest.mark.parametrize(
    ("month", "day", "celebrating", "soon"),
    [(11, 23, 0, 0), (11, 24, 1, 0), (11, 25, 0, 1), (11, 30, 0, 1), (12, 1, 0, 0)],
)
def test_who_celebrates_today_and_in_the_six_days_after_is_counted(
    month: int, day: int, celebrating: int, soon: int, count: Callable[..., Today]
) -> None:
    assert count(born(month, day)) == Today(celebrating=celebrating, celebrating_soon=soon)


@pytest.mark.parametrize(
    ("choice", "on", "celebrating"),
    [
        ("02-28", "2027-02-28", 1),
        ("03-01", "2027-02-28", 0),
        ("02-28", "2027-03-01", 0),
        ("03-01", "2027-03-01", 1),
        ("02-28", "2028-02-28", 0),
        ("03-01", "2028-02-29", 1),
        ("03-01", "2028-03-01", 0),
    ],
)
def test_somebody_born_on_29_february_counts_on_the_day_they_chose(
    choice: str, on: str, celebrating: int, count: Callable[..., Today], at: Callable[[str], datetime]
) -> None:
    found = count(born(2, 29, leap_day=choice), at=at(f"{on}T09:00"))
    assert found.celebrating == celebrating


@pytest.mark.parametrize(
    "more",
    [
        {"deceased": True},
        {"tread_gently": "open"},
        {"tread_gently": "2026-11-24"},
        {"greet_by_name": False},
        {"calendar": "islamic"},
        {"year": 2026},
    ],
    ids=str,
)
def test_who_is_not_celebrated_is_not_counted(more: dict[str, Any], count: Callable[..., Today]) -> None:
    assert count(born(11, 24, **more)).celebrating == 0


@pytest.mark.parametrize(
    "more", [{"tread_gently": "2026-11-23"}, {"year": 2025}, {"may_mention_age": True}], ids=str
)
def test_everybody_else_is(more: dict[str, Any], count: Callable[..., Today]) -> None:
    assert count(born(11, 24, **more)).celebrating == 1


def test_both_celebrate_the_date_they_share(count: Callable[..., Today]) -> None:
    assert count(born(11, 24, "fred", **{"with": "ann"}), {"key": "ann", "name": "Ann"}).celebrating == 2


@pytest.mark.parametrize("who_died", ["fred", "ann"])
def test_nobody_celebrates_the_date_they_shared_with_somebody_who_died(
    who_died: str, count: Callable[..., Today]
) -> None:
    fred, ann = born(11, 24, "fred", **{"with": "ann"}), {"key": "ann", "name": "Ann"}
    assert count(*({**one, "deceased": one["key"] == who_died} for one in (fred, ann))).celebrating == 0


def test_two_dates_of_one_person_count_once(count: Callable[..., Today]) -> None:
    ann = born(11, 24)
    ann["important_dates"].append({"month": 11, "day": 24, "occasion": "name_day"})
    assert count(ann).celebrating == 1


@pytest.mark.parametrize(
    ("calendar", "month", "day", "year", "celebrating", "soon"),
    [
        ("chinese", 10, 16, None, 1, 0),
        ("chinese", 10, 17, 2025, 0, 1),
        ("chinese", 10, 16, 2026, 0, 0),
        ("hebrew", 9, 14, None, 1, 0),
        ("hebrew", 9, 15, 5786, 0, 1),
        ("hebrew", 9, 14, 5787, 0, 0),
        ("islamic", 6, 14, None, 1, 0),
        ("islamic", 6, 15, 1447, 0, 1),
        ("islamic", 6, 14, 1448, 0, 0),
    ],
)
def test_who_celebrates_in_another_calendar_is_counted_too(
    calendar: str,
    month: int,
    day: int,
    year: int | None,
    celebrating: int,
    soon: int,
    count: Callable[..., Today],
) -> None:
    found = count(born(month, day, calendar=calendar, year=year))
    assert (found.celebrating, found.celebrating_soon) == (celebrating, soon)


@pytest.mark.parametrize(
    ("calendar", "month", "on"),
    [("chinese", 12, "2026-02-16"), ("hebrew", 9, "2023-12-13"), ("islamic", 1, "2024-08-04")],
)
def test_day_30_of_a_short_month_is_counted_where_it_is_kept(
    calendar: str, month: int, on: str, count: Callable[..., Today], at: Callable[[str], datetime]
) -> None:
    assert count(born(month, 30, calendar=calendar), at=at(f"{on}T09:00")).celebrating == 1


@pytest.mark.parametrize("month_and_day", [(11, 24), (11, 27)])
@pytest.mark.parametrize("gentle", [None, "open", "2026-11-23"])
@pytest.mark.parametrize("year", [None, 2025, 2026])
def test_today_counts_whom_the_greeting_celebrates(
    month_and_day: tuple[int, int],
    gentle: str | None,
    year: int | None,
    count: Callable[..., Today],
    facts_of: Callable[[str], Facts],
    now: datetime,
    words: Words,
) -> None:
    found = count(born(*month_and_day, year=year, tread_gently=gentle))
    kinds = [cue.kind for cue in greet(facts_of("ann"), now, words).cues]
    assert found.celebrating == kinds.count("celebration")  # type: ignore[arg-type]
    assert found.celebrating_soon == kinds.count("upcoming")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("note", "questions"),
    [
        ({}, 1),
        ({"closed_at": "2026-11-21T09:00"}, 0),
        ({"kind": "remember"}, 0),
        ({"written_at": "2026-10-27T00:00"}, 1),
        ({"written_at": "2026-10-26T23:59"}, 0),
        ({"written_at": "2026-01-01T09:00", "show_until": "2026-11-24"}, 1),
        ({"show_until": "2026-11-23"}, 0),
    ],
    ids=str,
)
def test_open_questions_are_counted_while_the_greeting_shows_them(
    note: dict[str, Any],
    questions: int,
    count: Callable[..., Today],
    facts_of: Callable[[str], Facts],
    now: datetime,
    words: Words,
) -> None:
    assert count(asking(**note)).questions == questions
    assert sum(cue.kind == "ask" for cue in greet(facts_of("ann"), now, words).cues) == questions


def test_the_oldest_open_question_is_dated_in_the_shops_zone(count: Callable[..., Today]) -> None:
    found = count(asking(), asking("ben", written_at="2026-11-10T00:30"))
    assert (found.questions, found.oldest_question) == (2, date(2026, 11, 10))


@pytest.mark.parametrize("more", [{"deceased": True}, {"greet_by_name": False}], ids=str)
def test_nobody_is_asked_who_is_not_greeted(more: dict[str, Any], count: Callable[..., Today]) -> None:
    assert count({**asking(), **more}) == Today()


def test_an_empty_shop_has_a_quiet_day(count: Callable[..., Today]) -> None:
    assert count() == Today()


ANNIVERSARY = {"occasion": "anniversary", "month": 11, "day": 3, "year": 1986}


def test_both_people_of_a_shared_date_have_the_same_one_and_each_their_own_wish(
    database: Database, fill: Fill, facts_of: Callable[[str], Facts]
) -> None:
    wish = {"on": "2025-11-03", "whom": "fred"}
    shared = {**ANNIVERSARY, "with": "fred", "wished": [wish]}
    fill(
        database, {"key": "ann", "name": "Ann", "important_dates": [shared]}, {"key": "fred", "name": "Fred"}
    )
    (anns,), (freds,) = facts_of("ann").important_dates, facts_of("fred").important_dates
    assert replace(freds, wished=frozenset()) == anns
    assert freds.wished == {date(2025, 11, 3)}


@pytest.mark.parametrize("who_died", ["ann", "fred"])
def test_a_date_shared_with_somebody_who_died_says_so(
    who_died: str, database: Database, fill: Fill, facts_of: Callable[[str], Facts]
) -> None:
    fill(
        database,
        {
            "key": "ann",
            "name": "Ann",
            "important_dates": [{**ANNIVERSARY, "with": "fred"}],
            "deceased": who_died == "ann",
        },
        {"key": "fred", "name": "Fred", "deceased": who_died == "fred"},
    )
    for key in ("ann", "fred"):
        (important,) = facts_of(key).important_dates
        assert important.shared_with_deceased


def test_everything_the_greeting_needs_is_read(
    database: Database, fill: Fill, facts_of: Callable[[str], Facts], at: Callable[[str], datetime]
) -> None:
    notes = [
        {"kind": "ask_about", "text": "Hawaii", "author": "mia", "written_at": "2026-11-20T09:00"},
        {"text": "closed", "closed_at": "2026-11-21T09:00"},
    ]
    visits = [{"at": f"2026-11-{day:02}T09:00"} for day in (3, 17, 10)]
    fill(
        database,
        {"key": "ann", "name": "Ann", "notes": notes, "visits": visits, "tread_gently": "open"},
        {"key": "ben", "name": "Ben", "visits": [{"at": "2026-11-23T10:00"}]},
    )
    facts = facts_of("ann")
    assert facts.visits == tuple(at(f"2026-11-{day}T09:00") for day in ("17", "10", "03"))
    assert (facts.visit_count, facts.newest_visit) == (3, at("2026-11-23T10:00"))
    assert [(note.text, note.author) for note in facts.notes] == [("Hawaii", "Mia")]
    assert facts.customer.tread_gently_until == date.max
    assert facts.customer.called_by == "Ann"


@pytest.mark.parametrize(
    ("wrong", "believed"),
    [(1, "2026-11-20T09:00"), (400, "2026-11-20T09:00"), (700, "2098-05-05T00:00")],
)
def test_the_newest_visit_is_one_of_the_run_of_the_shop_s_visits(
    wrong: int,
    believed: str,
    database: Database,
    fill: Fill,
    facts_of: Callable[[str], Facts],
    at: Callable[[str], datetime],
) -> None:
    last = at("2026-11-20T09:00")
    run = [{"at": (last - timedelta(hours=n)).isoformat()} for n in range(700)]
    stamps = [{"at": (at("2098-05-05T00:00") - timedelta(minutes=n)).isoformat()} for n in range(wrong)]
    fill(
        database,
        {"key": "ann", "name": "Ann", "visits": run},
        {"key": "ben", "name": "Ben", "visits": stamps},
    )
    assert facts_of("ann").newest_visit == at(believed)


def test_all_visits_are_counted_though_only_the_newest_are_read(
    database: Database, fill: Fill, facts_of: Callable[[str], Facts], now: datetime
) -> None:
    visits = [{"at": (now - timedelta(days=n)).isoformat()} for n in range(1, 250)]
    fill(database, {"key": "ann", "name": "Ann", "visits": visits})
    facts = facts_of("ann")
    assert (facts.visit_count, facts.visits[0]) == (249, now - timedelta(days=1))
    assert len(facts.visits) < 249


@pytest.mark.parametrize("told_by", ["ann", "ben"])
def test_companions_are_read_from_both_sides_and_the_dead_and_the_unnamed_are_not_told(
    told_by: str, database: Database, fill: Fill, facts_of: Callable[[str], Facts]
) -> None:
    people = {key: {"key": key, "name": key.title()} for key in ("ann", "ben", "dead", "shy")}
    people["dead"]["deceased"] = True  # type: ignore[assignment]
    people["shy"]["greet_by_name"] = False  # type: ignore[assignment]
    others = [key for key in people if key not in ("ann", "ben")]
    other = {"ann": "ben", "ben": "ann"}[told_by]
    people["ann"]["relationships"] = [{"to": key, "kind": "friend"} for key in others]  # type: ignore[assignment]
    people[told_by].setdefault("relationships", [])  # type: ignore[arg-type]
    people[told_by]["relationships"] += [{"to": other, "kind": "partner"}]  # type: ignore[operator]
    fill(database, *people.values())
    companions = facts_of("ann").companions
    assert [companion.key for companion in companions] == ["ben", "dead", "shy"]
    assert [companion.key for companion in companions if companion.can_be_named] == ["ben"]
    assert [companion.key for companion in facts_of("ben").companions] == ["ann"]


def test_the_exact_spelling_of_a_card_wins(database: Database, fill: Fill) -> None:
    short = {"number": "012345678905", "symbology": "code128"}
    fill(
        database,
        {"key": "ann", "name": "Ann", "cards": [short]},
        {"key": "ben", "name": "Ben", "cards": [{"number": "0012345678905"}]},
    )
    for spellings in (["0012345678905", "012345678905"], ["012345678905", "0012345678905"]):
        with database.reading() as session:
            card = find_card(session, spellings)
            assert card is not None
            assert card.number == spellings[0]
            assert find_card(session, ["nobody's"]) is None


def test_a_wedding_of_two_is_told_to_both(
    database: Database, fill: Fill, facts_of: Callable[[str], Facts], now: datetime, words: Words
) -> None:
    shared = {**ANNIVERSARY, "with": "fred"}
    fill(
        database, {"key": "ann", "name": "Ann", "important_dates": [shared]}, {"key": "fred", "name": "Fred"}
    )
    for key in ("ann", "fred"):
        greeting = greet(facts_of(key), now, words)
        assert greeting.outcome is Outcome.WELCOME
        assert [cue.title for cue in greeting.cues] == ["Married 40 years on 3 November"]
