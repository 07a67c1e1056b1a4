"""`kiosk briefing`, on a terminal, as JSON and on paper."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kiosk.storage.file.database import Database

Kiosk = Callable[..., Any]
AT = ("--at", "2026-11-24T08:41")


@pytest.fixture(autouse=True)
def _open_shop(shop: Database) -> None:
    """Every command here finds the shop."""


def test_it_is_printed_as_one_would_read_it_out(kiosk: Kiosk) -> None:
    ran = kiosk("briefing", *AT)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Tuesday, 24 November\n\nStill to wish\n  Jack: Birthday last Thursday\n"


def test_as_json_every_topic_is_there_even_with_nothing_in_it(kiosk: Kiosk) -> None:
    printed = json.loads(kiosk("briefing", *AT, "--json").out)
    assert printed.pop("to_wish") == [
        {
            "people": [{"key": "jack", "called_by": "Jack", "name": "Jack Okafor"}],
            "what": "Birthday last Thursday",
            "detail": "",
            "on": "2026-11-19",
        }
    ]
    assert printed == {
        "at": "2026-11-24T08:41+00:00",
        "celebrating": [],
        "likely": [],
        "put_right": [],
        "ask": [],
        "thank": [],
        "away": [],
    }


def test_on_paper_it_is_a_page_with_the_day_and_the_shop(kiosk: Kiosk, tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    ran = kiosk("briefing", *AT, "--pdf", file)
    assert (ran.status, ran.out) == (0, f"The briefing is at {file}, ready to be printed.\n")
    [page] = pypdfium2.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_range().split())
    assert text.startswith("Before we open Tuesday, 24 November · Corner Bakery Still to wish Jack")
    assert file.stat().st_mode & 0o077 == 0


def test_a_day_without_anything_has_a_calm_page(kiosk: Kiosk, tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    kiosk("briefing", "--at", "2026-03-03T08:00", "--pdf", file)
    [page] = pypdfium2.PdfDocument(file)
    assert "Nothing special today" in page.get_textpage().get_text_range()


def test_a_page_that_cannot_be_written_is_told_in_one_sentence(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    assert "cannot be written: it is a folder." in refused("briefing", "--pdf", tmp_path)


def test_a_time_that_cannot_be_read_is_told_in_one_sentence(refused: Callable[..., str]) -> None:
    assert refused("briefing", "--at", "soon").startswith("--at: ")


@pytest.mark.parametrize("command", [("briefing",), ("greet", "2900000000018")])
@pytest.mark.parametrize("year", ["0000", "0001", "0002", "1899", "2201", "9998", "9999", "99999"])
def test_a_time_in_which_no_shop_is_open_is_told_in_one_sentence(
    year: str, command: tuple[str, ...], refused: Callable[..., str]
) -> None:
    for moment in ("01-01T00:00", "12-31T23:59", "01-01T00:00+14:00", "12-31T23:59-14:00"):
        if (year, moment[:2]) not in [("1899", "12"), ("2201", "01")]:
            assert refused(*command, "--at", f"{year}-{moment}").startswith("--at: ")


@pytest.mark.parametrize("end", ["1900-01-02T00:00", "2200-12-30T23:59"])
def test_at_the_ends_of_what_can_be_chosen_there_is_a_briefing_and_a_greeting(end: str, kiosk: Kiosk) -> None:
    assert kiosk("briefing", "--at", end).status == 0
    assert kiosk("greet", "2900000000018", "--at", end).status == 0
