"""`kiosk erase` and `kiosk retention`, as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main

Types = Callable[..., tuple[int, str]]

SHOP: dict[str, Any] = {
    "format": 1,
    "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
    "customers": [
        {
            "key": "jack",
            "name": "Jack Okafor",
            "consent": {"on": "2021-03-01"},
            "cards": [{"number": "2900000000018", "symbology": "ean13"}],
            "visits": [{"at": "2021-03-01T09:00"}],
        },
        {"key": "alice", "name": "Alice Moreau", "cards": [{"number": "LOY-1"}]},
    ],
}


@pytest.fixture
def types(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Types:
    """Types a command for a shop of two; returns its status and what was printed."""
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[database]\nurl = "sqlite:///{tmp_path}/kiosk.db"\n')
    shop = tmp_path / "shop.json"
    shop.write_text(json.dumps(SHOP))

    def typed(*arguments: str) -> tuple[int, str]:
        status = main(["--config", str(file), *arguments])
        told = capsys.readouterr()
        return status, told.out + told.err

    typed("load", str(shop))
    return typed


def test_without_yes_it_only_says_who_it_is(types: Types) -> None:
    status, told = types("erase", "jack")
    assert status == 0
    assert told.startswith("Jack Okafor: everything that is kept about them.\n")
    assert "With --yes they are forgotten" in told
    assert "jack" in types("export")[1]


@pytest.mark.parametrize("who", ["jack", "2900000000018"])
def test_somebody_is_forgotten_by_key_or_card_to_the_last_byte(
    types: Types, tmp_path: Path, who: str
) -> None:
    status, told = types("erase", who, "--yes")
    assert status == 0
    assert "They are forgotten." in told
    assert "Okafor" not in types("export")[1]
    assert b"Okafor" not in (tmp_path / "kiosk.db").read_bytes()


def test_copies_that_still_hold_them_are_told_of(types: Types) -> None:
    types("backup")
    _, told = types("erase", "jack", "--yes")
    assert "1 copies were made before and may hold them" in told


def test_nobody_is_said_in_one_sentence(types: Types) -> None:
    status, told = types("erase", "nobody", "--yes")
    assert status == 1
    assert told == "kiosk: Nobody has this key, and no card has this number.\n"


def test_who_has_not_come_and_who_was_never_asked_are_listed(types: Types) -> None:
    _, told = types("retention")
    assert told.splitlines() == [
        "Not here for two years: 1",
        "  jack  Jack Okafor",
        "Not asked yet whether they may be remembered: 1",
        "  alice  Alice Moreau",
    ]
