"""`kiosk merge`, as it is typed, and what came from before two were one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kiosk = Callable[..., Any]
JACK, JACKIE = "2900000000018", "2900000000025"
TWO: dict[str, Any] = {
    "format": 1,
    "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
    "customers": [
        {
            "key": "jack",
            "name": "Jack Okafor",
            "cards": [{"number": JACK}],
            "important_dates": [{"month": 11, "day": 19}],
        },
        {
            "key": "jackie",
            "name": "Jackie Okafor",
            "cards": [{"number": JACKIE}],
            "important_dates": [{"month": 11, "day": 20}],
            "relationships": [{"to": "zoe", "kind": "child"}],
        },
        {"key": "zoe", "name": "Zoe", "visits": [{"at": "2026-10-01T09:00", "with": ["jackie"]}]},
    ],
}


@pytest.fixture
def file(kiosk: Kiosk, tmp_path: Path) -> Path:
    """The shop file of the three, which is loaded."""
    file = tmp_path / "three.json"
    file.write_text(json.dumps(TWO))
    assert kiosk("load", file).status == 0
    return file


def here(kiosk: Kiosk) -> dict[str, Any]:
    return {one["key"]: one for one in json.loads(kiosk("export").out)["customers"]}


def test_without_yes_it_says_where_they_differ_and_changes_nothing(kiosk: Kiosk, file: Path) -> None:
    before = here(kiosk)
    ran = kiosk("merge", JACK, "jackie", "--take", "birthday")
    assert ran.out.splitlines() == [
        "Jack Okafor (jack) and Jackie Okafor (jackie)",
        "  Name: Jack Okafor · Called Jack Okafor, not Jackie Okafor · Called Jackie Okafor (--take name is"
        " the other one’s)",
        "  Birthday: 20 November, not 19 November (--take birthday is the other one’s)",
        "Nothing was changed. With --yes they are made one.",
    ]
    assert here(kiosk) == before


def test_with_yes_they_are_one_and_taken_back_they_are_two(kiosk: Kiosk, file: Path) -> None:
    before = here(kiosk)
    assert kiosk("merge", "jack", "jackie", "--take", "name,birthday", "--yes").status == 0
    one = here(kiosk)
    assert one.keys() == {"jack", "zoe"}
    assert (one["jack"]["name"], len(one["jack"]["cards"])) == ("Jackie Okafor", 2)
    assert one["zoe"]["visits"][0]["with"] == ["jack"]
    assert kiosk("greet", JACKIE).out.startswith("Jackie Okafor\n")
    ran = kiosk("merge", "jack", "--undo")
    assert ran.out == "Jack Okafor and whoever was merged last are two again.\n"
    assert here(kiosk) == before


def test_the_other_is_found_by_the_key_of_before(kiosk: Kiosk, file: Path) -> None:
    kiosk("merge", "jack", "jackie", "--yes")
    assert "We knew you as Jackie Okafor until" in kiosk("person", "jackie").out


def test_a_file_from_before_makes_nobody_two_again(kiosk: Kiosk, file: Path) -> None:
    kiosk("merge", "jack", "jackie", "--yes")
    before = here(kiosk)
    ran = kiosk("load", file)
    assert ran.out.splitlines() == [
        "Loaded 2 customers and 0 members of staff.",
        "1 of those in the file are one person with somebody else here, and stay so.",
    ]
    assert here(kiosk) == before


def test_a_copy_from_before_has_them_as_one(kiosk: Kiosk, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "before.db"
    assert kiosk("backup", copy).status == 0
    kiosk("merge", "jack", "jackie", "--take", "name", "--yes")
    assert kiosk("restore", copy).status == 0
    assert {key: one["name"] for key, one in here(kiosk).items()} == {"jack": "Jackie Okafor", "zoe": "Zoe"}


def test_a_copy_has_two_where_the_merger_was_taken_back(kiosk: Kiosk, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "before.db"
    kiosk("backup", copy)
    kiosk("merge", "jack", "jackie", "--yes")
    kiosk("merge", "jack", "--undo")
    kiosk("restore", copy)
    assert here(kiosk).keys() == {"jack", "jackie", "zoe"}


def test_whoever_is_forgotten_as_one_is_in_no_copy_under_either_name(
    kiosk: Kiosk, file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "before.db"
    kiosk("backup", copy)
    shutil.copy(copy, tmp_path / "kept.db")
    kiosk("merge", "jack", "jackie", "--yes")
    kiosk("erase", "jackie", "--yes")
    kiosk("restore", tmp_path / "kept.db")
    assert here(kiosk).keys() == {"zoe"}
    assert (
        kiosk("load", file).out.splitlines()[1] == "2 of those in the file were forgotten here, and stay so."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["jack", "jack"], "That is the same person."),
        (["jackie", "zoe"], "They belong to each other, so they are two. Nothing was changed."),
        (["jack"], "Name both: kiosk merge KEEP OTHER. Nothing was changed."),
        (["jack", "nobody"], "Nobody has this key, and no card has this number."),
        (
            ["jack", "jackie", "--take", "shoes"],
            "--take shoes: these are name, birthday, manner. Nothing was changed.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    arguments: list[str], sentence: str, kiosk: Kiosk, file: Path
) -> None:
    before = here(kiosk)
    ran = kiosk("merge", *arguments, "--yes")
    assert (ran.status, ran.err) == (1, f"kiosk: {sentence}\n")
    assert here(kiosk) == before


def test_there_is_nothing_to_take_back_of_who_was_never_merged(kiosk: Kiosk, file: Path) -> None:
    ran = kiosk("merge", "jack", "--undo")
    assert (ran.status, ran.err) == (1, "kiosk: There is nothing to take back any more.\n")
