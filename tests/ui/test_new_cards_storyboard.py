"""Storyboards of twenty new cards, printed from the glass."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.paper import printing
from kiosk.settings import Display
from tests.ui.counter import Counter


def opens(counter: Counter) -> None:
    counter.app.resting.ready.dispatch("on_status")
    counter.taps("More…")
    counter.taps("New cards")
    counter.sees("They are to be cut out")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_twenty_new_cards_are_on_a_stick_and_one_of_them_becomes_somebodys(
    open_counter: Callable[..., Counter],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    width: int,
    height: int,
) -> None:
    monkeypatch.setattr(printing, "sticks", lambda: [tmp_path])
    monkeypatch.setattr(printing, "_has_printer", bool)
    counter = open_counter(Display(width=width, height=height))
    opens(counter)
    counter.taps("Print 20")
    counter.sees("It is on the stick.")
    pages = [page.render(scale=3).to_pil() for page in pypdfium2.PdfDocument(tmp_path / "new-cards.pdf")]
    numbers = {code.text for page in pages for code in zxingcpp.read_barcodes(page)}
    assert len(pages) == 2
    assert len(numbers) == 20
    counter.taps("Close")
    counter.scans(numbers.pop())
    counter.sees("A new face")


def test_without_printer_and_stick_none_is_issued(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "sticks", list)
    monkeypatch.setattr(printing, "_has_printer", bool)
    opens(counter)
    counter.taps("Print 20")
    counter.sees("There is no printer. Plug in a stick for the file.")
