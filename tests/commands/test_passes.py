"""`kiosk cards pass`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec import structs

from kiosk.storage.file.database import Database
from tests.wallets import wallet_settings

Kiosk = Callable[..., Any]
JACK = "2900000000018"


@pytest.fixture
def wallets(config: Path, tmp_path: Path) -> None:
    """All of them are set."""
    settings = structs.asdict(wallet_settings(tmp_path))
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    config.write_text("\n".join([config.read_text(), "[wallet]", *lines]))


@pytest.mark.usefixtures("wallets")
def test_a_pass_for_apple_wallet_is_a_file(kiosk: Kiosk, shop: Database, tmp_path: Path) -> None:
    file = tmp_path / "jack.pkpass"
    for _ in range(2):
        ran = kiosk("cards", "pass", "jack", file)
        assert (ran.status, ran.out) == (0, "")
    told = json.loads(ZipFile(file).read("pass.json"))
    assert told["barcodes"][0]["message"] == JACK
    assert told["organizationName"] == "Corner Bakery"


@pytest.mark.usefixtures("wallets")
def test_a_pass_for_google_wallet_is_a_link_and_what_google_learns_is_told(
    kiosk: Kiosk, shop: Database
) -> None:
    ran = kiosk("cards", "pass", "jack", "--google")
    assert ran.out.startswith("https://pay.google.com/gp/v/save/")
    assert "Google knows that they are a customer" in ran.err


@pytest.mark.parametrize("options", [[], ["--google"]])
def test_without_settings_it_says_what_is_needed(
    refused: Callable[..., str], shop: Database, options: list[str]
) -> None:
    assert "of the shop’s own. The README tells under “Wallets”" in refused("cards", "pass", "jack", *options)


@pytest.mark.usefixtures("wallets")
def test_something_else_is_not_written_over(
    refused: Callable[..., str], shop: Database, tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Jack")
    assert "something else is there" in refused("cards", "pass", "jack", other)
    assert other.read_text() == "Dear Jack"


def test_half_of_the_settings_is_told(config: Path, kiosk: Kiosk, shop: Database) -> None:
    config.write_text(config.read_text() + '\n[wallet]\napple_key = "/etc/pass.key"\n')
    ran = kiosk("cards", "pass", "jack")
    assert ran.status == 1
    assert "wallet.apple_key: set apple_certificate beside it" in ran.err
