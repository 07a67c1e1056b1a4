"""The same moments at the same counter, drawn without a display: what the appliance should show."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from zoneinfo import ZoneInfo

from drivers.makers import Kind
from drivers.plugged_in import Device
from drivers.replay import PretendScanner
from kiosk.demo.sample import WRITTEN_ON, sample_shop
from kiosk.exchange.loading import load
from kiosk.settings import Card, Database, Display, Scanner, Settings, Shop
from kiosk.storage.file.opening import open_current
from tests.appliance.chapters.first_day import CARDS
from tests.ui.counter import Counter, on_window

_MAIN_KEY = 80
"""Pixels from the right edge to well within the main key; half as many from the bottom."""

NOW = datetime(2026, 11, 24, 9, 14, 20, tzinfo=ZoneInfo("Europe/London"))


def photograph_all(folder: Path) -> None:
    """Save the pictures that the appliance's are compared with."""
    with TemporaryDirectory() as name, PretendScanner(Path(name) / "scanner") as scanner:
        url = f"sqlite:///{name}/kiosk.db"
        database, _ = open_current(url, datetime.now(UTC))
        load(database, sample_shop(WRITTEN_ON), now=NOW)
        database.close()
        settings = Settings(
            shop=Shop(name="Corner Bakery", time_zone="Europe/London"),
            database=Database(url=url),
            scanner=(Scanner(port=f"{name}/scanner"),),
            card=(Card(prefix="29", length=13),),
            display=Display(clear_after=3600),
        )
        counter = Counter(settings, NOW, scanner, Path(name) / "no-backlight")
        counter.sees("Ready for the next card", "celebrate today")
        counter.photograph(folder / "ready.png")
        counter.scans("2900000000018")
        counter.photograph(folder / "jack.png")
        counter.taps("Wished")
        counter.sees("Undo")
        counter.photograph(folder / "wished.png")
        counter.closes()
        scanner.close()
        counter.sees("The scanner has gone quiet")
        counter.photograph(folder / "quiet.png")
        counter.leave()


def photograph_first_day(folder: Path) -> None:
    """Save what a bare machine shows one after the other, and where a finger goes on: x and y in pixels."""
    with TemporaryDirectory() as name, PretendScanner(Path(name) / "scanner") as scanner:
        adapter = Device(f"{name}/scanner", Kind.ADAPTER, "FTDI", "QEMU USB SERIAL", "auto")
        settings = Settings(database=Database(url=f"sqlite:///{name}/kiosk.db"))
        with patch("kiosk.commands.any_scanner.plugged_in", return_value=[adapter]):
            counter = Counter(settings, NOW.astimezone(UTC), None, Path(name) / "no-backlight", Path(name))
            counter.until(lambda: hasattr(counter.app, "flows"), "the first picture")
            touches = dict(_first_day(counter, scanner, folder))
            counter.leave()
    (folder / "first-day.json").write_text(json.dumps(touches), "utf-8")


def _first_day(
    counter: Counter, scanner: PretendScanner, folder: Path
) -> Iterator[tuple[str, tuple[float, float] | None]]:
    flow, keyboard = counter.app.flows.first_day, counter.app.flows.keyboard
    display = counter.kiosk._settings.display
    seen = {
        "language": "Language",
        "name": "What is the shop called?",
        "zone": "What time is it here?",
        "scanner": "FTDI",
        "cards": "They begin with 29 and have 13 digits.",
        "size": "Hold a card on the frame",
        "manager": "Who looks after the kiosk?",
        "pin": "Write it down",
        "list": "Do you have a list of customers?",
        "ready": "Ready",
    }
    tapped = {"cards": "Yes", "list": "Begin empty, or go on", "ready": "Begin"}
    for name, text in seen.items():
        counter.sees(text)
        counter.photograph(folder / f"first-{name}.png")
        if name == "scanner":
            for card in CARDS:
                scanner.scan(card)
            yield name, None
        elif counter.app.flows.navigator.shows(flow.writing):
            yield name, (display.width - _MAIN_KEY, display.height - _MAIN_KEY / 2)
            keyboard.dispatch("on_done")
        else:
            word = tapped.get(name, "Continue")
            x, y = on_window(next(one for one in counter.words() if one.text == word))
            yield name, (x, display.height - y)
            counter.taps_word(word)


if __name__ == "__main__":
    photograph_all(Path(sys.argv[1]))
    photograph_first_day(Path(sys.argv[1]))
