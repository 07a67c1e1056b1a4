"""Finding somebody by name, with a real database file."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from alembic import command

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.finding import Match
from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import alembic_config, upgrade
from tests.serving import serve

NAMES = [
    "Jack Okafor",
    "Søren Ångström",
    "Jean-Luc Straße",
    "Müller Łukasz",
    "Işıl Yılmaz",
    "Đặng Thị Thảo",
    "Sinéad O’Connor",
    "李小龙",
    "김민준",
    "Олена Йосипенко",
    "Αλέξανδρος",
    "אֶסְתֵּר כהן",
    "مُحَمَّد أحمد",
    "राम शर्मा",
    "Philip Æbelø",
    "Catherine Smith",
]
PEOPLE: list[dict[str, Any]] = [
    *({"key": f"p{n}", "name": name} for n, name in enumerate(NAMES)),
    {"key": "xenia", "name": "Xenia", "called_by": "Nia", "pronunciation": "ksen-yah"},
]


@pytest.fixture
def desk(database: Database, words: Speech, fill: Callable[..., None], now: datetime) -> Desk:
    fill(database, *PEOPLE)
    return Desk(database, words, lambda: now)


@pytest.fixture
def names(desk: Desk) -> Callable[[str], list[str]]:
    """Of those who were found by a name or how it is said, or else of those it sounds like."""

    def names(text: str) -> list[str]:
        found = desk.finding.find(text).found
        exactly = [one.name for one in found if one.match is not Match.SOUNDS]
        return exactly or [one.name for one in found]

    return names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ja", "Jack Okafor"),
        ("OKA", "Jack Okafor"),
        ("𝐉𝐚𝐜𝐤", "Jack Okafor"),
        ("oka jack", "Jack Okafor"),
        ("j o", "Jack Okafor"),
        ("soren ang", "Søren Ångström"),
        ("SØREN", "Søren Ångström"),
        ("luc", "Jean-Luc Straße"),
        ("jeanlu", "Jean-Luc Straße"),
        ("jean-luc", "Jean-Luc Straße"),
        ("strasse", "Jean-Luc Straße"),
        ("lukasz mul", "Müller Łukasz"),
        ("isil yil", "Işıl Yılmaz"),
        ("ISIL", "Işıl Yılmaz"),
        ("İşil", "Işıl Yılmaz"),
        ("dang thi", "Đặng Thị Thảo"),
        ("o'con", "Sinéad O’Connor"),
        ("ocon", "Sinéad O’Connor"),
        ("李", "李小龙"),
        ("小龙", "李小龙"),
        ("김민", "김민준"),
        ("민준", "김민준"),
        ("олена и", "Олена Йосипенко"),
        ("αλεξ", "Αλέξανδρος"),
        ("אסתר", "אֶסְתֵּר כהן"),
        ("محمد احمد", "مُحَمَّد أحمد"),
        ("राम", "राम शर्मा"),
        ("aebelo", "Philip Æbelø"),
        ("nia", "Xenia"),
        ("ksen-y", "Xenia"),
    ],
)
def test_a_name_is_found_as_one_types_it(typed: str, name: str, names: Callable[[str], list[str]]) -> None:
    assert names(typed) == [name]


@pytest.mark.parametrize(
    ("typed", "names_found"),
    [
        ("o'bryan", {"Pat O’Bryan", "Pat OBryan", "Pat O Bryan"}),
        ("obryan", {"Pat O’Bryan", "Pat OBryan", "Pat O Bryan"}),
        ("o bry", {"Pat O’Bryan", "Pat OBryan", "Pat O Bryan"}),
        ("bryan", {"Pat O’Bryan", "Pat O Bryan"}),
        ("лук’ян", {"Лукʼяненко", "Лукьяненко"}),
        ("ka'ahu", {"Kaʻahumanu"}),
        ("jean-l", {"Jean-Luc Straße", "Jeanluc"}),
        ("vanderberg", {"Jan van der Berg", "Eva Vanderberg"}),
        ("van der berg", {"Jan van der Berg", "Eva Vanderberg"}),
    ],
)
def test_names_apart_and_together_are_found_by_each_other(
    typed: str,
    names_found: set[str],
    database: Database,
    fill: Callable[..., None],
    names: Callable[[str], list[str]],
) -> None:
    others = ["Pat O’Bryan", "Pat OBryan", "Pat O Bryan", "Лукʼяненко", "Лукьяненко", "Kaʻahumanu", "Jeanluc"]
    others += ["Jan van der Berg", "Eva Vanderberg"]
    fill(database, *PEOPLE, *({"key": f"o{n}", "name": name} for n, name in enumerate(others)))
    assert set(names(typed)) == names_found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mueller", "Müller Łukasz"),
        ("okkaphor", "Jack Okafor"),
        ("fillip", "Philip Æbelø"),
        ("kathryn smyth", "Catherine Smith"),
        ("shinead", "Sinéad O’Connor"),
    ],
)
def test_where_nobody_is_written_so_those_are_found_who_sound_so(
    typed: str, name: str, names: Callable[[str], list[str]]
) -> None:
    assert names(typed) == [name]


def test_who_is_written_so_is_told_from_those_who_only_sound_so(
    database: Database, fill: Callable[..., None], names: Callable[[str], list[str]]
) -> None:
    fill(database, *PEOPLE, {"key": "f", "name": "Filip"})
    assert names("phil") == ["Philip Æbelø"]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "%", "_", "'", "\x00", "jack zz", "okafor jack x", "kafor", "q", "a" * 9999, "zz " * 9999],
)
def test_what_begins_nobodys_name_finds_nobody(typed: str, names: Callable[[str], list[str]]) -> None:
    assert names(typed) == []


def test_beginnings_of_names_come_first_then_who_was_here_last_and_what_sounds_alike_last(
    database: Database, fill: Callable[..., None], desk: Desk
) -> None:
    fill(
        database,
        {"key": "a", "name": "Zoe Martin"},
        {"key": "b", "name": "Martha Old", "visits": [{"at": "2026-01-17T09:00"}]},
        {"key": "c", "name": "Margaret New", "visits": [{"at": "2026-11-17T09:00"}]},
        {"key": "d", "name": "Andria Fara", "pronunciation": "an-dree-mar-nan"},
    )
    search = desk.finding.find("mar")
    assert [one.name for one in search.found] == ["Margaret New", "Martha Old", "Zoe Martin", "Andria Fara"]
    assert [one.match for one in search.found] == [Match.NAMED, Match.NAMED, Match.NAMED, Match.SAID]
    assert search.found[-1].hint.startswith("sounds alike")
    assert search.meant is None


def test_only_who_has_a_name_that_begins_so_and_nobody_else_is_meant(desk: Desk) -> None:
    found = desk.finding.find("jack").meant
    assert found is not None
    assert found.name == "Jack Okafor"
    said = desk.finding.find("ksen").meant
    assert said is not None
    assert said.name == "Xenia"
    assert desk.finding.find("kathrin").meant is None


def test_of_very_many_only_some_are_looked_at_and_nobody_is_meant(
    database: Database, fill: Callable[..., None], desk: Desk
) -> None:
    fill(database, *({"key": f"ann{n}", "name": f"Ann {n}"} for n in range(100)))
    search = desk.finding.find("ann")
    assert search.is_cut
    assert search.meant is None


def test_the_whole_word_comes_before_its_continuations(
    database: Database, fill: Callable[..., None], desk: Desk
) -> None:
    fill(
        database, *({"key": f"ann{n}", "name": f"Ann{'a' * (20 - n)}", "called_by": "Ann"} for n in range(20))
    )
    found = desk.finding.find("anna").found
    assert [one.name for one in found[:1]] == ["Anna"]
    assert len(found) == 20


def test_people_of_one_name_are_told_apart_by_a_hint(
    database: Database, fill: Callable[..., None], desk: Desk
) -> None:
    fill(
        database,
        {"key": "a", "name": "Tom A", "visits": [{"at": "2026-10-17T00:30"}, {"at": "2026-10-01T09:00"}]},
        {"key": "b", "name": "Tom B", "visits": [{"at": "2024-10-17T09:00"}]},
        {"key": "c", "name": "Tom C"},
        {"key": "d", "name": "Tom D", "deceased": True},
        {"key": "e", "name": "Tom E", "greet_by_name": False},
        {"key": "f", "name": "Tom F", "visits": [{"at": "2098-10-17T09:00"}, {"at": "1970-01-01T00:05"}]},
    )
    found = sorted(desk.finding.find("tom").found, key=lambda each: each.name)
    assert [each.hint for each in found] == [
        "last here on 17 October",
        "last here in 2024",
        "not here yet",
        "has died",
        "prefers not to be greeted",
        "not here yet",
    ]


def test_a_corrected_name_is_found_and_the_former_is_not(
    database: Database, fill: Callable[..., None], names: Callable[[str], list[str]]
) -> None:
    fill(database, {"key": "p0", "name": "Jackie Obi"})
    assert names("obi") == ["Jackie Obi"]
    assert names("okafor") == []


def test_a_newcomer_is_found_at_once(desk: Desk, names: Callable[[str], list[str]]) -> None:
    answer = desk.newcomers.keep("LOY-1", None, Newcomer("Zoë"))
    assert answer.greeting.customer is not None
    assert [found.customer_id for found in desk.finding.find("zoe").found] == [answer.greeting.customer.id]
    assert serve(desk, "LOY-1").greeting.customer == answer.greeting.customer


def test_those_who_were_kept_before_names_could_be_found_are_found(
    desk: Desk, database: Database, now: datetime
) -> None:
    before = {name: desk.finding.find(name) for name in NAMES}
    with database.writing() as session:
        command.downgrade(alembic_config(session.connection()), "0001")
    upgrade(database, now, keep_backup=False)
    assert all(search.found for search in before.values())
    assert {name: desk.finding.find(name) for name in NAMES} == before


BORN: list[dict[str, Any]] = [
    {
        "key": "sara",
        "name": "Sara Lindqvist",
        "important_dates": [{"occasion": "birthday", "month": 2, "day": 29}],
    },
    {
        "key": "other",
        "name": "Sara Berg",
        "important_dates": [{"occasion": "birthday", "month": 3, "day": 1}],
    },
    {"key": "saraid", "name": "Saraid", "important_dates": [{"occasion": "birthday", "month": 2, "day": 29}]},
    {
        "key": "nawruz",
        "name": "Sara Omid",
        "important_dates": [{"occasion": "anniversary", "month": 2, "day": 29}],
    },
    {
        "key": "dead",
        "name": "Sara Falk",
        "deceased": True,
        "important_dates": [{"occasion": "birthday", "month": 2, "day": 29}],
    },
]


@pytest.fixture
def alike(desk: Desk, database: Database, fill: Callable[..., None]) -> Callable[..., list[str]]:
    """The names of those who may be somebody called so, born on that day."""
    fill(database, *BORN)

    def alike(name: str, birthday: tuple[int, int] | None) -> list[str]:
        return [one.name for one in desk.finding.alike(Newcomer(name, birthday=birthday)).found]

    return alike


@pytest.mark.parametrize("name", ["Sara", "sara lindqvist", "Sarah", "Lindqvist"])
def test_somebody_of_the_same_name_or_sound_and_birthday_is_known_already(
    alike: Callable[..., list[str]], name: str
) -> None:
    assert alike(name, (29, 2)) == ["Sara Lindqvist"]


@pytest.mark.parametrize(
    ("name", "birthday"),
    [
        ("Sara", None),
        ("Sara", (28, 2)),
        ("Sara", (2, 29)),
        ("Sara Berg", (29, 2)),
        ("Jack", (29, 2)),
        ("—", (29, 2)),
    ],
)
def test_nobody_else_is(alike: Callable[..., list[str]], name: str, birthday: tuple[int, int] | None) -> None:
    assert alike(name, birthday) == []
