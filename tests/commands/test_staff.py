"""`kiosk staff`: who works here, and how the first manager gets a PIN."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from kiosk.storage import records as stored
from kiosk.storage.file.database import Database

Kiosk = Callable[..., Any]
Refused = Callable[..., str]
STAFF = [
    {"key": "mia", "name": "Mia", "role": "staff"},
    {"key": "ada", "name": "Ada", "role": "manager"},
]


@pytest.fixture
def staffed(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, {"key": "ann", "name": "Ann", "cards": [{"number": "LOY-1"}]}, staff=STAFF)
    return database


def hashes(database: Database) -> list[str | None]:
    with database.reading() as session:
        return [row["pin_hash"] for row in stored.read(session, "staff")]


def test_everybody_is_listed_with_their_key_and_what_lets_them_in(kiosk: Kiosk, staffed: Database) -> None:
    kiosk("staff", "pin", "ada")
    kiosk("staff", "badge", "mia", "STAFF-7")
    ran = kiosk("staff")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "ada  Ada  manager  PIN: yes  badge: no\n"  #
        "mia  Mia  staff    PIN: no   badge: yes\n"
    )


def test_a_shop_without_staff_says_how_it_gets_some(kiosk: Kiosk, database: Database) -> None:
    assert kiosk("staff").out == (
        "Nobody is on the staff yet: a shop file names them, or “kiosk staff manager NAME” adds one.\n"
    )


def test_a_shop_without_a_file_gets_its_first_manager_by_name(kiosk: Kiosk, database: Database) -> None:
    ran = kiosk("staff", "manager", "Ada Berg")
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(r"\d{6}\n", ran.out)
    assert re.fullmatch(r"s\w+  Ada Berg  manager  PIN: yes  badge: no\n", kiosk("staff").out)


def test_a_manager_without_a_name_is_refused(refused: Refused, database: Database) -> None:
    assert "Nothing is written there yet." in refused("staff", "manager", " ")


def test_a_pin_is_six_digits_and_printed_once(kiosk: Kiosk, staffed: Database) -> None:
    ran = kiosk("staff", "pin", "ada")
    pin = ran.out.strip()
    assert (ran.status, ran.err, ran.out) == (0, "", f"{pin}\n")
    assert len(pin) == 6
    assert pin.isdecimal()
    assert pin not in kiosk("staff").out + kiosk("export").out


def test_a_badge_is_kept_and_never_printed(kiosk: Kiosk, staffed: Database) -> None:
    assert kiosk("staff", "badge", "mia", "STAFF-7").out.startswith("The badge is kept.")
    assert "STAFF-7" not in kiosk("staff").out + kiosk("export").out
    ran = kiosk("greet", "STAFF-7")
    assert (ran.status, ran.out.splitlines()[0]) == (1, "That isn’t one of our cards")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["pin", "eve"], "Nobody on the staff has this key. “kiosk staff” lists the keys."),
        (["badge", "eve", "STAFF-7"], "Nobody on the staff has this key. “kiosk staff” lists the keys."),
        (["badge", "mia", "LOY-1"], "Nothing was changed. That is a customer’s card."),
        (
            ["badge", "mia", "7"],
            "Nothing was changed. That is too easy to guess: a badge needs six characters or more,"
            " four of them different.",
        ),
        (["badge", "mia", "4111111111111111"], "The badge was not kept. That looks like a payment card."),
        (
            ["badge", "mia", f"AGE-SECRET-KEY-1{'Q' * 58}"],
            "The badge was not kept. That looks like a secret key.",
        ),
        (["badge", "mia", "MECARD:N:Doe;;"], "The badge was not kept. That looks like a personal document."),
        (
            ["badge", "mia", "x" * 600],
            "This is not the number of a card: it is too long, or not plain text.",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], sentence: str, refused: Refused, staffed: Database
) -> None:
    assert refused("staff", *arguments) == sentence
    assert hashes(staffed) == [None, None]


def test_there_must_be_a_shop_before_there_is_staff(refused: Refused) -> None:
    assert refused("staff").startswith("There is no database at")


def test_new_badges_are_written_with_their_names_and_are_those_that_are_kept(
    kiosk: Kiosk, staffed: Database, tmp_path: Path
) -> None:
    file = tmp_path / "badges.pdf"
    assert kiosk("staff", "print", "mia", "ada", "mia", "--pdf", file).status == 0
    pages = pypdfium2.PdfDocument(file)
    read = [zxingcpp.read_barcode(page.render(scale=200 / 72).to_pil().convert("L")) for page in pages]
    assert [
        next(name for name in ("Mia", "Ada") if name in page.get_textpage().get_text_range())
        for page in pages
    ] == ["Mia", "Ada"]
    with staffed.reading() as session:
        badges = {row["key"]: row["badge"] for row in stored.read(session, "staff")}
    assert [code.text for code in read if code] == [badges["mia"], badges["ada"]]


def test_where_badges_cannot_be_written_the_old_ones_let_in_as_before(
    kiosk: Kiosk, refused: Refused, staffed: Database
) -> None:
    kiosk("staff", "badge", "mia", "STAFF-7")
    assert "cannot be written" in refused("staff", "print", "mia", "--pdf", "/nowhere/badges.pdf")
    with staffed.reading() as session:
        assert "STAFF-7" in {row["badge"] for row in stored.read(session, "staff")}
