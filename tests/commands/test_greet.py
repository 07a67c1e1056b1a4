"""`kiosk greet`: the greeting on a terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage.file.database import Database

Kiosk = Callable[..., Any]
JACK = "2900000000018"
AT = ("--at", "2026-11-24T09:14")


@pytest.fixture(autouse=True)
def _open_shop(shop: Database) -> None:
    """Every command here finds the shop."""


def test_a_welcome_is_printed_as_one_would_read_it_out(kiosk: Kiosk) -> None:
    ran = kiosk("greet", JACK, *AT)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Jack\n"
        "Jack Okafor · “oh-KAH-for”\n"
        "“Happy birthday for last Thursday, Jack!”\n"
        "Second visit · First visit in 5 weeks\n"
        " celebration  Birthday last Thursday (Not wished yet)\n"
        "       alert  No nuts for Zoe\n"
        "        note  Zoe’s surprise (20 November)\n"
    )


def test_a_welcome_as_json_has_the_keys_of_the_contract(kiosk: Kiosk) -> None:
    ran = kiosk("greet", JACK, *AT, "--json")
    printed = json.loads(ran.out)
    assert list(printed) == ["outcome", "customer", "say", "chips", "cues", "companions"]
    assert list(printed["customer"]) == ["called_by", "name", "pronunciation"]
    assert all(list(cue) == ["kind", "title", "detail", "on", "action"] for cue in printed["cues"])
    assert printed["companions"] == [{"key": "zoe", "called_by": "Zoe"}]
    assert (ran.status, ran.err, printed["outcome"]) == (0, "", "welcome")


@pytest.mark.parametrize(
    ("card", "outcome", "title", "named"),
    [
        ("2900000000445", "unknown", "A new face", False),
        ("1234", "not_ours", "That isn’t one of our cards", False),
        ("4111111111111111", "payment_card", "That looks like a payment card", False),
        (";4111111111111111=2512?", "payment_card", "That looks like a payment card", False),
        ("BEGIN:VCARD\r\nN:Doe", "not_ours", "That isn’t one of our cards", False),
        ("2900000000025", "retired", "This card is no longer in use", False),
        ("LOY-dead", "deceased", "This card is no longer in use", True),
        ("LOY-shy", "unnamed", "Prefers not to be greeted by name", False),
    ],
)
def test_anything_but_a_welcome_exits_with_1_and_says_what_it_is(
    card: str, outcome: str, title: str, named: bool, kiosk: Kiosk
) -> None:
    plain, as_json = kiosk("greet", card), kiosk("greet", card, "--json")
    printed = json.loads(as_json.out)
    assert (plain.status, as_json.status) == (1, 1)
    assert plain.out.splitlines()[0] == title
    assert printed["outcome"] == outcome
    assert (printed["customer"] is not None) is named
    assert "4111" not in plain.out + plain.err + as_json.out + as_json.err


@pytest.mark.parametrize("card", ["", " ", "x" * 513, "a\x07bell", "half\udcff", "\u202eturned"])
def test_what_cannot_be_a_card_is_told_in_one_sentence(card: str, refused: Callable[..., str]) -> None:
    assert refused("greet", card) == "This is not the number of a card: it is too long, or not plain text."


def test_a_wrong_check_digit_is_told_in_one_sentence(refused: Callable[..., str]) -> None:
    assert refused("greet", "]E02900000000040") == (
        "This is not the number of a card: its check digit is wrong."
    )


@pytest.mark.parametrize(
    ("time", "chips"),
    [
        ("2026-10-17T09:35", []),
        ("2026-10-18T09:00", ["Second visit"]),
        ("2026-11-21T09:05+00:00", ["Second visit", "First visit in 5 weeks"]),
        ("2026-12-24", ["Second visit", "First visit in 2 months"]),
        ("2029-01-01", ["Second visit", "First visit in 2 years"]),
    ],
)
def test_the_greeting_of_another_time_can_be_asked_for(time: str, chips: list[str], kiosk: Kiosk) -> None:
    printed = json.loads(kiosk("greet", JACK, "--at", time, "--json").out)
    assert printed["chips"] == (chips or ["First visit with us"])


@pytest.mark.parametrize(
    "time", ["", "noon", "2026-02-30", "0001-01-01", "9999-12-31T23:59", "4111111111111111", "\x1b[2J"]
)
def test_a_time_that_is_none_is_told(time: str, refused: Callable[..., str]) -> None:
    sentence = refused("greet", JACK, "--at", time)
    assert sentence.startswith("--at: ")
    assert sentence.isprintable()
    assert "4111" not in sentence


def test_a_note_is_hidden_in_front_of_the_one_who_came_along(kiosk: Kiosk) -> None:
    assert "surprise" in kiosk("greet", JACK, *AT).out
    assert "surprise" not in kiosk("greet", JACK, *AT, "--with", "zoe").out


def test_a_companion_nobody_knows_is_refused(refused: Callable[..., str]) -> None:
    assert "no customer has this key" in refused("greet", JACK, *AT, "--with", "zoe", "--with", "nobody")


def test_greeting_changes_no_byte_of_the_data(kiosk: Kiosk, database_file: Path) -> None:
    before = database_file.read_bytes()
    assert kiosk("greet", JACK).status == 0
    assert database_file.read_bytes() == before
    assert not database_file.with_name("kiosk.db-journal").exists()


def test_without_a_database_there_is_nobody_to_greet(
    refused: Callable[..., str], database_file: Path
) -> None:
    database_file.unlink()
    assert "There is no database at" in refused("greet", JACK)
    assert not database_file.exists()


def test_the_code_of_the_page_in_the_safe_is_no_card_and_is_never_repeated(
    kiosk: Kiosk, shop: Database, config: Path
) -> None:
    # Where every number counts as the shop's, this one still does not.
    config.write_text(config.read_text().partition("[[card]]")[0])
    assert kiosk("greet", "LOY-another").out.startswith("A new face")
    code = "AGE-SECRET-KEY-1" + "QPZRY9X8GF" * 5 + "2TVDW0S3"
    ran = kiosk("greet", code)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("That isn’t one of our cards")
    assert code not in ran.out
