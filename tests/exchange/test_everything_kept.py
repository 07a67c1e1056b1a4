"""A shop that uses all of the shop file goes to another machine and comes back as the same bytes."""

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from drivers import Symbology
from kiosk.exchange import shop_file
from kiosk.exchange.shop_file import ShopFile
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.storage.file.database import Database
from tests.storage.any_rows import columns_not_told, make_one_of_each

Elsewhere = Callable[[ShopFile], str]

STAFF = [
    {"key": "mia", "name": "Mia", "role": "staff"},
    {"key": "sam", "name": "Sam", "role": "manager"},
]
KEYS = ("alice", "ben", "jack", "zoë")

BIRTHDAYS: list[dict[str, Any]] = [
    {"month": 11, "day": 19, "year": 1985},
    {"month": 6, "day": 30, "year": 1979, "calendar": "chinese", "leap_month": True},
    {"month": 12, "day": 30, "year": 5784, "calendar": "hebrew", "leap_month": True},
    {"month": 13, "day": 14, "calendar": "hebrew"},
    {"month": 12, "day": 30, "calendar": "islamic"},
]
OTHER_DATES: list[dict[str, Any]] = [
    {"occasion": "name_day", "month": 2, "day": 29, "year": 2000, "leap_day": "03-01"},
    {"occasion": "other", "month": 2, "day": 29, "label": "The {bakery} opened"},
    {"occasion": "other", "month": 12, "day": 30, "calendar": "chinese"},
    {"occasion": "anniversary", "month": 12, "day": 30, "calendar": "islamic", "label": "Nikah"},
    {"occasion": "anniversary", "month": 11, "day": 24, "year": 1986},
]
TIMES = ("2026-10-25T01:30:00+00:00", "2026-10-25T01:30", "2026-11-20T09:00", "1999-12-31T23:59:59")
DAYS = ("1999-12-31", "2024-02-29", "2026-11-24", "2100-01-01")
TEXTS = ("Plays chess", "Crème brûlée, “always”", "نزار قباني", "生日快乐 🎂", "{name} %s <b>", "a\u00a0b")
RETIRED = (None, "lost", "replaced", "2026-11-20T09:00", "2026-11-20 lost", "2026-11-20T09:00 replaced")


def customer(key: str, some: random.Random) -> dict[str, Any]:
    """Somebody with something in every field, or nearly."""
    others = [other for other in KEYS if other != key]

    def maybe(*values: Any) -> Any:
        return some.choice([None, *values])

    def several(most: int) -> Iterator[int]:
        return iter(range(some.randrange(most + 1)))

    def wish() -> dict[str, Any]:
        return {
            "on": some.choice(DAYS),
            "at": maybe(*TIMES),
            "by": maybe("mia", "sam"),
            "whom": maybe(*others),
        }

    def closing() -> dict[str, Any]:
        closed = {"closed_at": some.choice(TIMES), "closed_by": maybe("mia", "sam")}
        return some.choice([closed, {}])

    return {
        "key": key,
        "name": some.choice(TEXTS),
        "called_by": some.choice(["", *TEXTS]),
        "pronunciation": some.choice(["", "oh-KAH-for"]),
        "may_mention_age": some.random() < 0.5,
        "greet_by_name": some.random() < 0.5,
        "since": maybe(*DAYS),
        "consent": maybe({"on": some.choice(DAYS), "by": maybe("mia", "sam")}),
        "tread_gently": maybe("open", *DAYS),
        "deceased": some.random() < 0.5,
        "cards": [
            {
                "number": f"{key}-{n}",
                "symbology": maybe(Symbology.CODE128, Symbology.QR),
                "retired": some.choice(RETIRED),
            }
            for n in several(3)
        ],
        "important_dates": [
            *({**some.choice(BIRTHDAYS), "wished": [wish() for _ in several(2)]} for _ in several(1)),
            *(
                {**some.choice(OTHER_DATES), "with": maybe(*others), "wished": [wish() for _ in several(2)]}
                for _ in several(4)
            ),
        ],
        "notes": [
            {
                "kind": some.choice(list(NoteKind)),
                "text": some.choice(TEXTS),
                "author": maybe("mia", "sam"),
                "written_at": maybe(*TIMES),
                "show_until": maybe(*DAYS),
                "not_in_front_of": maybe(*others),
                **closing(),
            }
            for _ in several(6)
        ],
        "gestures": [
            {
                "direction": some.choice(list(Direction)),
                "what": some.choice(TEXTS),
                "at": maybe(*TIMES),
                "by": maybe("mia", "sam"),
                "thanked_at": maybe(*TIMES),
            }
            for _ in several(6)
        ],
        "relationships": [
            {"to": some.choice(others), "kind": some.choice(list(RelationshipKind))} for _ in several(4)
        ],
        "visits": [
            {
                "at": some.choice(TIMES),
                "counter": some.choice(["1", "the back door"]),
                "with": some.sample(others, some.randrange(3)),
            }
            for _ in several(4)
        ],
    }


WHOLE: list[dict[str, Any]] = [
    {
        "key": "alice",
        "name": "Alice Okafor",
        "called_by": "Alice",
        "pronunciation": "",
        "may_mention_age": False,
        "greet_by_name": True,
        "since": None,
        "consent": {"on": "2021-03-01", "by": None},
        "tread_gently": "open",
        "deceased": False,
        "cards": [],
        "important_dates": [
            {
                "occasion": "birthday",
                "month": 6,
                "day": 30,
                "year": 1979,
                "calendar": "chinese",
                "leap_day": "02-28",
                "leap_month": True,
                "label": "",
                "with": None,
                "wished": [],
            },
        ],
        "notes": [],
        "gestures": [],
        "relationships": [],
        "visits": [{"at": "2026-10-25T01:30:00+00:00", "counter": "the back door", "with": ["jack"]}],
    },
    {
        "key": "jack",
        "name": "Jack Okafor",
        "called_by": "Jack",
        "pronunciation": "oh-KAH-for",
        "may_mention_age": True,
        "greet_by_name": False,
        "since": "2021-03-01",
        "consent": {"on": "2021-03-01", "by": "sam"},
        "tread_gently": "2027-01-01",
        "deceased": True,
        "cards": [
            {"number": "2900000000018", "symbology": "ean13", "retired": None},
            {"number": "LOY-1", "symbology": None, "retired": "2026-11-20T09:00 replaced"},
        ],
        "important_dates": [
            {
                "occasion": "name_day",
                "month": 2,
                "day": 29,
                "year": 2000,
                "calendar": "gregorian",
                "leap_day": "03-01",
                "leap_month": False,
                "label": "Saint Oswald",
                "with": None,
                "wished": [{"on": "2026-03-01", "at": None, "by": None, "whom": None}],
            },
            {
                "occasion": "anniversary",
                "month": 11,
                "day": 24,
                "year": 1986,
                "calendar": "gregorian",
                "leap_day": "02-28",
                "leap_month": False,
                "label": "",
                "with": "alice",
                "wished": [
                    {"on": "2024-11-24", "at": None, "by": "sam", "whom": "alice"},
                    {"on": "2025-11-24", "at": "2025-11-24T09:00", "by": "mia", "whom": None},
                ],
            },
        ],
        "notes": [
            {
                "kind": "ask_about",
                "text": "Hawaii",
                "author": "mia",
                "written_at": "2026-11-04T09:10",
                "show_until": "2026-12-24",
                "closed_at": "2026-11-05T09:10:11",
                "closed_by": "sam",
                "not_in_front_of": "alice",
            },
        ],
        "gestures": [
            {
                "direction": "given",
                "what": "A dessert card",
                "at": "2026-10-17T09:05",
                "by": "mia",
                "thanked_at": "2026-10-18T10:00",
            },
            {
                "direction": "received",
                "what": "Nuts",
                "at": "2026-10-17T09:05",
                "by": None,
                "thanked_at": "2026-10-18T10:00",
            },
        ],
        "relationships": [{"to": "alice", "kind": "colleague"}, {"to": "alice", "kind": "partner"}],
        "visits": [{"at": "2026-10-25T01:30", "counter": "1", "with": ["alice"]}],
    },
]


def test_a_shop_written_out_in_full_comes_out_to_the_letter(
    shop_text: Callable[..., dict[str, Any]], elsewhere: Elsewhere
) -> None:
    written = shop_text(*WHOLE, staff=STAFF)
    text = json.dumps(written, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert elsewhere(shop_file.read(text)) == text


@pytest.fixture(scope="session")
def any_shop(shop_text: Callable[..., dict[str, Any]]) -> Callable[[int], ShopFile]:
    """A shop drawn by its number: the same one every time."""

    def any_shop(number: int) -> ShopFile:
        some = random.Random(number)
        text = json.dumps(shop_text(*(customer(key, some) for key in KEYS), staff=STAFF))
        return shop_file.read(text)

    return any_shop


@pytest.mark.parametrize("number", range(20))
def test_any_shop_is_the_same_bytes_elsewhere(
    number: int, any_shop: Callable[[int], ShopFile], elsewhere: Elsewhere
) -> None:
    here = elsewhere(any_shop(number))
    assert elsewhere(shop_file.read(here)) == here


@pytest.mark.parametrize("number", range(5))
def test_any_shop_is_the_same_bytes_after_loading_its_own_export(
    number: int,
    any_shop: Callable[[int], ShopFile],
    database: Database,
    load_text: Callable[..., None],
    exported: Callable[[Database], str],
) -> None:
    load_text(database, shop_file.write(any_shop(number)))
    once = exported(database)
    load_text(database, once)
    assert exported(database) == once


def test_together_these_shops_use_every_word_of_the_file_and_every_key_in_more_than_one_way(
    any_shop: Callable[[int], ShopFile], elsewhere: Elsewhere
) -> None:
    used: defaultdict[str, set[object]] = defaultdict(set)
    for number in range(10):
        for customer in json.loads(elsewhere(any_shop(number)))["customers"]:
            for key, value in leaves(customer):
                used[key].add(value)
    assert used["kind"] == {*NoteKind, *RelationshipKind}
    assert used["direction"] == set(Direction)
    assert used["occasion"] == set(Occasion)
    assert used["calendar"] == set(Calendar)
    assert used["leap_day"] == set(LeapDay)
    assert used["retired"] == set(RETIRED)
    assert used["tread_gently"] == {None, "open", *DAYS}
    # Where there was a consent, it has keys of its own.
    assert used.pop("consent") == {None}
    assert [key for key, values in used.items() if len(values) < 2] == []


_NOT_IN_THE_FILE = {
    "follows from the names": {"name_word.customer_id", "name_word.word", "name_word.sound"},
    "tells which of two copies is newer": {
        *("customer.updated_at", "card.updated_at", "important_date.updated_at", "note.updated_at"),
        *("shop.updated_at", "staff.updated_at"),
    },
    "opens this shop alone": {"staff.badge", "staff.pin_hash", "staff.wrong_tries", "staff.tried_at"},
    "decided by managers at the counter": {"staff.left_at"},
    "of that day alone": {"briefing_tick.customer_id", "briefing_tick.on"},
    "not told in format 1": {
        *(
            "visit.staff_id",
            "thanks.staff_id",
            "merger.customer_id",
            "merger.key",
            "merger.name",
            "merger.at",
        ),
        *("merger.called_by", "merger.pronunciation", "merger.at", "merger.staff_id", "merger.undo"),
        *("different_people.customer_id", "different_people.other_id"),
        "customer.known_in_all_shops",
        *("same_card.customer_id", "same_card.other_id"),
        *("issued_card.number", "issued_card.symbology", "issued_card.at", "issued_card.staff_id"),
    },
}
"""The columns that a shop file leaves out, by the reason."""


def test_every_column_of_every_table_is_in_the_file_or_left_out_for_a_reason(
    database: Database, exported: Callable[[Database], str]
) -> None:
    with database.writing() as session:
        rows = make_one_of_each(session)
    not_told = columns_not_told(database, rows, lambda: exported(database))
    assert not_told == set().union(*_NOT_IN_THE_FILE.values())


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, object]]:
    """Every single value of the file, with the key it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    else:
        yield key, value
