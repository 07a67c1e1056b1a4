"""`kiosk doctor` on this very machine, whatever it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.health.finding import TITLES
from kiosk.storage.file.database import Database

Kiosk = Callable[..., Any]


def test_every_line_is_a_colour_a_thing_and_a_sentence(kiosk: Kiosk, shop: Database) -> None:
    ran = kiosk("doctor")
    lines = [line for line in ran.out.splitlines() if not line.lstrip().startswith("→")]
    assert {line.split()[1] for line in lines} <= {"green", "amber", "red"}
    assert {line.split()[2] for line in lines} <= set(TITLES.values())
    assert any("Intact · 4 people" in line for line in lines)
    assert ran.err == ""


def test_the_keys_of_the_json_are_those_that_scripts_rely_on(kiosk: Kiosk, shop: Database) -> None:
    told = json.loads(kiosk("doctor", "--json").out)
    assert set(told) == {"state", "findings"}
    assert all(set(one) == {"name", "state", "says", "do"} for one in told["findings"])
    assert {one["name"] for one in told["findings"]} <= set(TITLES)


def test_the_exit_status_is_1_as_soon_as_something_is_red(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    well = kiosk("doctor", "--json")
    assert (well.status, json.loads(well.out)["state"]) in [(0, "green"), (0, "amber"), (1, "red")]
    (tmp_path / "kiosk.db").unlink()
    harmed = kiosk("doctor", "--json")
    assert (harmed.status, json.loads(harmed.out)["state"]) == (1, "red")


def test_nothing_of_a_customer_is_told_and_no_byte_is_changed(
    kiosk: Kiosk, shop: Database, database_file: Path
) -> None:
    before = database_file.read_bytes()
    out = kiosk("doctor").out
    assert not any(secret in out for secret in ("Jack", "Okafor", "Zoe", "nuts", "2900000000018"))
    assert database_file.read_bytes() == before
