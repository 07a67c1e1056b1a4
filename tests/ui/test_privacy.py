"""What must never leave the glass."""

import logging
from datetime import date
from pathlib import Path

import pytest

from kiosk.demo.sample import sample_shop
from tests.ui.counter import Counter

SHOP = sample_shop(date(2026, 11, 24))


def test_the_log_holds_no_name_no_note_and_no_number(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    cards = [card.number for who in SHOP.customers for card in who.cards]
    for number in cards:
        counter.scans(number)
    private = {who.name for who in SHOP.customers} | {
        who.called_by for who in SHOP.customers if who.called_by
    }
    private |= {note.text for who in SHOP.customers for note in who.notes}
    private |= set(cards)
    log = "\n".join(record.getMessage() for record in caplog.records)
    scans = [line for line in log.splitlines() if line.startswith("scan ")]
    assert len(scans) == len(cards)
    spoken = [text for text in private if len(text) > 2 and text in log]
    assert spoken == []


def test_no_name_stands_on_a_glass_where_nobody_is_served(counter: Counter) -> None:
    counter.sees("celebrate today")
    glass = "\n".join(counter.glass())
    names = [who.called_by or who.name for who in SHOP.customers]
    assert [name for name in names if len(name) > 2 and name in glass] == []


def test_the_files_of_the_kiosk_hold_no_payment_card(counter: Counter, tmp_path: Path) -> None:
    counter.scans("5555555555554444")
    counter.scans("2900000000018")
    for file in tmp_path.iterdir():
        if file.is_file():
            assert b"5555555555554444" not in file.read_bytes()
