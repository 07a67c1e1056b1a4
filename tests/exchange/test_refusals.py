"""A file with a mistake is answered with its place and one sentence, and nothing of it is loaded."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.exchange.shop_file import ShopFileError, read
from kiosk.storage import staff
from kiosk.storage.file.database import Database

Refusal = Callable[[str | dict[str, Any]], str]
PAYMENT_CARD = "4111111111111111"
ONE_SENTENCE = re.compile(r"[^\n]{10,300}\.")


def date_on(month: int, day: int, **more: Any) -> dict[str, Any]:
    return {"important_dates": [{"month": month, "day": day, **more}]}


def note(text: str = "Hawaii", **more: Any) -> dict[str, Any]:
    return {"notes": [{"text": text, **more}]}


def card(number: str, **more: Any) -> dict[str, Any]:
    return {"cards": [{"number": number, **more}]}


# What is wrong with the fourth customer, and where the sentence says so.
MISTAKES: list[tuple[dict[str, Any], str]] = [
    ({"cardz": []}, "customers[3].cardz"),
    (note(txt="x"), "customers[3].notes[0].txt"),
    ({"consent": {"on": "2021-03-01", "of": "mia"}}, "customers[3].consent.of"),
    ({"name": None}, "customers[3].name"),
    ({"name": ""}, "customers[3].name"),
    ({"name": 7}, "customers[3].name"),
    ({"name": "n" * 201}, "customers[3].name"),
    ({"deceased": "no"}, "customers[3].deceased"),
    ({"cards": "2900000000018"}, "customers[3].cards"),
    ({"cards": ["2900000000018"]}, "customers[3].cards[0]"),
    ({"cards": [{}]}, "customers[3].cards[0]"),
    (date_on(2, 31), "customers[3].important_dates[0]"),
    (date_on(2, 29, year=2001), "customers[3].important_dates[0]"),
    (date_on(4, 31), "customers[3].important_dates[0]"),
    (date_on(13, 1), "customers[3].important_dates[0]"),
    (date_on(13, 1, calendar="chinese"), "customers[3].important_dates[0]"),
    (date_on(1, 31, calendar="hebrew"), "customers[3].important_dates[0]"),
    (date_on(12, 31, calendar="islamic"), "customers[3].important_dates[0]"),
    (date_on(11, 24, leap_month=True), "customers[3].important_dates[0]"),
    (date_on(0, 1), "customers[3].important_dates[0].month"),
    (date_on(1, 32), "customers[3].important_dates[0].day"),
    (date_on(1, 1, year=0), "customers[3].important_dates[0].year"),
    (date_on(1, 1, calendar="mayan"), "customers[3].important_dates[0].calendar"),
    (date_on(1, 1, occasion="jubilee"), "customers[3].important_dates[0].occasion"),
    (date_on(2, 29, leap_day="02-27"), "customers[3].important_dates[0].leap_day"),
    (date_on(1, 1, label=PAYMENT_CARD), "customers[3].important_dates[0].label"),
    (date_on(1, 1, wished=["2026-02-30"]), "customers[3].important_dates[0].wished[0].on"),
    (
        date_on(1, 1, wished=[{"on": "2026-01-01", "by": "bob"}]),
        "customers[3].important_dates[0].wished[0].by",
    ),
    (date_on(1, 1, **{"with": "nobody"}), "customers[3].important_dates[0].with"),
    (date_on(1, 1, **{"with": "d"}), "customers[3].important_dates[0].with"),
    (note("x" * 281), "customers[3].notes[0].text"),
    (note(""), "customers[3].notes[0].text"),
    (note(f"card {PAYMENT_CARD}"), "customers[3].notes[0].text"),
    (note("4111 1111-1111 1111"), "customers[3].notes[0].text"),
    (note("turned \u202e around"), "customers[3].notes[0].text"),
    (note("a bell \x07"), "customers[3].notes[0].text"),
    (note("half a sign \ud83d"), "customers[3].notes[0].text"),
    (note("two\nlines"), "customers[3].notes[0].text"),
    (note("  "), "customers[3].notes[0].text"),
    ({"gestures": [{"direction": "given", "what": "\u00a0\u200d"}]}, "customers[3].gestures[0].what"),
    ({"name": "  "}, "customers[3].name"),
    (note(kind="gossip"), "customers[3].notes[0].kind"),
    (note(author="bob"), "customers[3].notes[0].author"),
    (note(written_at="yesterday"), "customers[3].notes[0].written_at"),
    (note(written_at="0001-01-01T00:00"), "customers[3].notes[0].written_at"),
    (note(written_at="9999-12-31T23:59"), "customers[3].notes[0].written_at"),
    (note(show_until="2026-13-01"), "customers[3].notes[0].show_until"),
    (note(not_in_front_of="nobody"), "customers[3].notes[0].not_in_front_of"),
    (note(closed_by="mia"), "customers[3].notes[0].closed_by"),
    (note(closed_by="bob", closed_at="2026-11-20T09:00"), "customers[3].notes[0].closed_by"),
    (card(PAYMENT_CARD), "customers[3].cards[0].number"),
    (card(f";{PAYMENT_CARD}=2512?"), "customers[3].cards[0].number"),
    (card(""), "customers[3].cards[0].number"),
    (card("29\u200f"), "customers[3].cards[0].number"),
    (card("2.9E+12"), "customers[3].cards[0].number"),
    (card("2.9E+12", symbology="ean13"), "customers[3].cards[0].number"),
    (card("2900000000019", symbology="ean13"), "customers[3].cards[0].number"),
    (card("12345678901", symbology="upca"), "customers[3].cards[0].number"),
    (card("95012347", symbology="ean8"), "customers[3].cards[0].number"),
    (card("BEGIN:VCARD"), "customers[3].cards[0].number"),
    (card("LOY-1", symbology="morse"), "customers[3].cards[0].symbology"),
    (card("LOY-1", retired="stolen"), "customers[3].cards[0].retired"),
    (card("LOY-1", retired="2026-11-20 stolen"), "customers[3].cards[0].retired"),
    (card("LOY-1", retired=""), "customers[3].cards[0].retired"),
    (card("2900000000001"), "customers[3].cards[0].number"),
    (card("2900000000445"), "customers[3]"),
    ({"key": "a"}, "customers[3].key"),
    ({"key": ""}, "customers[3].key"),
    ({"name": PAYMENT_CARD}, "customers[3].name"),
    ({"name": "\u2066Ann"}, "customers[3].name"),
    ({"called_by": PAYMENT_CARD}, "customers[3].called_by"),
    ({"pronunciation": PAYMENT_CARD}, "customers[3].pronunciation"),
    ({"key": PAYMENT_CARD}, "customers[3].key"),
    ({"since": "2021"}, "customers[3].since"),
    ({"since": PAYMENT_CARD}, "customers[3].since"),
    ({"consent": {"on": "2021-03-01", "by": "bob"}}, "customers[3].consent.by"),
    ({"tread_gently": "for a while"}, "customers[3].tread_gently"),
    ({"relationships": [{"to": "d", "kind": "partner"}]}, "customers[3].relationships[0].to"),
    ({"relationships": [{"to": "nobody", "kind": "partner"}]}, "customers[3].relationships[0].to"),
    ({"relationships": [{"to": "a", "kind": "rival"}]}, "customers[3].relationships[0].kind"),
    ({"visits": [{"at": "2026-11-20T25:00"}]}, "customers[3].visits[0].at"),
    ({"visits": [{"at": "2026-11-20T09:00", "with": ["nobody"]}]}, "customers[3].visits[0].with[0]"),
    ({"gestures": [{"direction": "lent", "what": "a book"}]}, "customers[3].gestures[0].direction"),
    ({"gestures": [{"direction": "given", "what": PAYMENT_CARD}]}, "customers[3].gestures[0].what"),
]


@pytest.mark.parametrize(
    ("mistake", "place"), MISTAKES, ids=[f"{n}-{place}" for n, (_, place) in enumerate(MISTAKES)]
)
def test_a_mistake_is_answered_with_its_place_and_nothing_is_loaded(
    mistake: dict[str, Any], place: str, refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    right = [
        {"key": "a", "name": "Ann", "cards": [{"number": "2900000000001"}]},
        {"key": "b", "name": "Ben"},
        {"key": "c", "name": "Cleo"},
    ]
    sentence = refusal(shop_text(*right, {"key": "d", "name": "Dan", **mistake}))
    assert re.match(rf"{re.escape(place)}\b.*: ", f"{sentence}") or sentence.startswith(f"{place}: ")
    assert ONE_SENTENCE.fullmatch(sentence)
    assert PAYMENT_CARD not in sentence
    assert sentence.isprintable()


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        (date_on(2, 31), "there is no day 31 in month 2"),
        (date_on(2, 29, year=1999), "there is no day 29 in month 2 of 1999"),
        (
            date_on(2, 1, leap_month=True),
            "only the Chinese and the Hebrew calendar have leap months",
        ),
        (
            date_on(13, 1, calendar="chinese"),
            "there is no day 1 in month 13 of the Chinese calendar",
        ),
        (
            date_on(1, 31, calendar="chinese"),
            "there is no day 31 in month 1 of the Chinese calendar",
        ),
        (
            date_on(4, 5, calendar="chinese", year=1985, leap_month=True),
            "the Chinese year 1985 had no leap month 4",
        ),
        (
            date_on(12, 30, calendar="chinese", year=2025),
            "there is no day 30 in month 12 of the Chinese year 2025",
        ),
        (
            date_on(6, 30, calendar="chinese", year=2025, leap_month=True),
            "there is no day 30 in leap month 6 of the Chinese year 2025",
        ),
        (
            date_on(1, 1, calendar="chinese", year=4683),
            "the year 4683 is too far away; give the Gregorian year in which the Chinese one began",
        ),
        (
            date_on(2, 30, calendar="hebrew"),
            "there is no day 30 in month 2 of the Hebrew calendar",
        ),
        (
            date_on(8, 30, calendar="hebrew", year=5786),
            "there is no day 30 in month 8 of 5786",
        ),
        (
            date_on(13, 14, calendar="hebrew", year=5786),
            "5786 was a common year of the Hebrew calendar, with one Adar of 29 days, month 12",
        ),
        (
            date_on(12, 14, calendar="hebrew", year=5786, leap_month=True),
            "5786 was a common year of the Hebrew calendar, with one Adar of 29 days, month 12",
        ),
        (
            date_on(12, 30, calendar="hebrew", year=5786),
            "5786 was a common year of the Hebrew calendar, with one Adar of 29 days, month 12",
        ),
        (
            date_on(11, 14, calendar="hebrew", leap_month=True),
            "only Adar I, month 12, is a leap month of the Hebrew calendar",
        ),
        (
            date_on(9, 14, calendar="hebrew", year=1985),
            "the year 1985 is too far away in the Hebrew calendar, where 2026 is 5786",
        ),
        (
            date_on(13, 1, calendar="islamic"),
            "there is no day 1 in month 13 of the Islamic calendar",
        ),
        (
            date_on(1, 30, calendar="islamic", year=1446),
            "there is no day 30 in month 1 of 1446",
        ),
        (
            date_on(6, 14, calendar="islamic", leap_month=True),
            "the Islamic calendar has no leap months",
        ),
        (
            date_on(6, 14, calendar="islamic", year=1985),
            "the year 1985 is too far away in the Islamic calendar, where 2026 is 1448",
        ),
    ],
    ids=str,
)
def test_a_date_that_its_calendar_does_not_have_is_answered_with_the_reason(
    date: dict[str, Any], sentence: str, refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    answer = refusal(shop_text({"key": "d", "name": "Dan", **date}))
    assert answer == f"customers[0].important_dates[0]: {sentence}."


@pytest.mark.parametrize(
    "date",
    [
        date_on(2, 29),
        date_on(11, 24, year=2027),
        date_on(4, 30, calendar="chinese", leap_month=True),
        date_on(6, 29, calendar="chinese", year=2025, leap_month=True),
        date_on(13, 29, calendar="hebrew"),
        date_on(12, 30, calendar="hebrew"),
        date_on(12, 30, calendar="hebrew", year=5784, leap_month=True),
        date_on(13, 14, calendar="hebrew", year=5784),
        date_on(2, 30, calendar="islamic"),
    ],
    ids=str,
)
def test_a_date_that_may_exist_is_loaded(
    date: dict[str, Any],
    database: Database,
    load_text: Callable[..., None],
    shop_text: Callable[..., dict[str, Any]],
) -> None:
    load_text(database, json.dumps(shop_text({"key": "d", "name": "Dan", **date})))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"format": 2}, "format"),
        ({"format": "1"}, "format"),
        ({"owner": "me"}, "owner"),
        ({"shop": {"name": "Corner Bakery", "time_zone": "Europe/Atlantis"}}, "shop.time_zone"),
        ({"shop": {"name": "Corner Bakery", "time_zone": "Europe"}}, "shop.time_zone"),
        ({"shop": {"name": "Corner Bakery", "time_zone": "../../etc/passwd"}}, "shop.time_zone"),
        ({"shop": {"name": "Corner Bakery", "time_zone": "x" * 5000}}, "shop.time_zone"),
        ({"shop": {"name": "Corner Bakery", "time_zone": "\0"}}, "shop.time_zone"),
        ({"shop": {"name": "Another Bakery", "time_zone": "Europe/London"}}, "shop.name"),
        ({"shop": {"name": PAYMENT_CARD, "time_zone": "Europe/London"}}, "shop.name"),
        ({"shop": {"name": "\x07", "time_zone": "Europe/London"}}, "shop.name"),
        ({"shop": {"town": "Hove"}}, "shop.town"),
        ({"staff": [{"key": "mia"}]}, "staff[0]"),
        ({"staff": [{"key": "mia", "name": "Mia", "role": "boss"}]}, "staff[0].role"),
        ({"staff": [{"key": "mia", "name": "Mia"}] * 2}, "staff[1].key"),
        ({"staff": [{"key": "mia", "name": PAYMENT_CARD}]}, "staff[0].name"),
        ({"staff": [{"key": PAYMENT_CARD, "name": "Mia"}]}, "staff[0].key"),
        ({"customers": {}}, "customers"),
        ({"customers": [{"key": "a", "name": "Ann"}] * 2}, "customers[1].key"),
        ({"a\nb": 1}, ""),
        ({PAYMENT_CARD: 1}, ""),
    ],
)
def test_a_mistake_outside_of_the_customers_is_answered_the_same_way(
    changes: dict[str, Any], place: str, refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    sentence = refusal(shop_text(**changes))
    assert sentence.startswith(f"{place}: " if place else "")
    assert ONE_SENTENCE.fullmatch(sentence)
    assert PAYMENT_CARD not in sentence
    assert sentence.isprintable()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("", "Line 1 is not JSON"),
        ("hello", "Line 1 is not JSON"),
        ('{\n"format": 1,\n"shop": }', "Line 3 is not JSON"),
        ('{"format": 1', "Line 1 is not JSON"),
        ('{"format": 1} {}', "Line 1 is not JSON"),
        ('{"format": 1, "format": 1}', "“format” stands twice"),
        ('{"customers": [{"key": "a", "name": "Ann", "key": "b"}]}', "“key” stands twice"),
        ('{"a\\nb": 1, "a\\nb": 2}', "stands twice"),
        ("[]", "The file: "),
        ("null", "The file: "),
        ("7", "The file: "),
        ('{"format": NaN}', "format: "),
        ('{"format": 1e999}', "format: "),
        ('{"format": %s}' % ("1" * 5000), "number"),
        ("[" * 100_000, "nested too deeply"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"customers":' * 100_000, "nested too deeply"),
        ("\x00\x01\x02\ufffd", "Line 1 is not JSON"),
        ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Line 1 is not JSON"),
    ],
)
def test_what_is_no_shop_file_is_refused_in_one_sentence(text: str, sign: str, refusal: Refusal) -> None:
    sentence = refusal(text)
    assert sign in sentence
    assert ONE_SENTENCE.fullmatch(sentence)
    assert sentence.isprintable()


def test_a_missing_key_is_named(refusal: Refusal, shop_text: Callable[..., dict[str, Any]]) -> None:
    assert refusal(shop_text({"key": "a"})) == "customers[0]: “name” is missing."


def test_the_words_that_would_be_right_are_named(
    refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    sentence = refusal(shop_text({"key": "a", "name": "Ann", "notes": [{"text": "x", "kind": "gossip"}]}))
    assert sentence == "customers[0].notes[0].kind: use one of remember, ask_about, always_show, make_right."


def test_a_card_that_stands_twice_in_the_file_is_refused_in_every_spelling(
    refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    one = {"key": "a", "name": "Ann", "cards": [{"number": "012345678905"}]}
    two = {"key": "b", "name": "Ben", "cards": [{"number": " 0012345678905"}]}
    assert refusal(shop_text(one, two)).startswith("customers[1].cards[0].number: ")


def test_a_card_that_is_a_staff_badge_is_refused(
    refusal: Refusal, shop_text: Callable[..., dict[str, Any]], database: Database
) -> None:
    with database.writing() as session:
        staff.change(session, staff.keys(session)["mia"], badge="2900000000018")
    ann = {"key": "ann", "name": "Ann", "cards": [{"number": "2900000000018"}]}
    assert refusal(shop_text(ann)) == "customers[0]: a card of theirs is a staff badge."


def test_a_mistake_anywhere_in_a_large_file_leaves_nothing(
    refusal: Refusal, shop_text: Callable[..., dict[str, Any]]
) -> None:
    many: list[dict[str, Any]] = [
        {"key": f"k{n}", "name": "Ann", "visits": [{"at": "2026-11-20T09:00"}]} for n in range(700)
    ]
    wrong = copy.deepcopy(many)
    wrong[-1]["cards"] = [{"number": "2900000000445"}]
    assert "belongs to another customer" in refusal(shop_text(*wrong))


@pytest.mark.parametrize("text", ["{", "[]", json.dumps({"cardz": 1})])
def test_a_shape_is_refused_before_anything_is_opened(text: str) -> None:
    with pytest.raises(ShopFileError):
        read(text)
