"""Cards as a file for a printer, beside python-barcode alone drawing the same codes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import barcode

from kiosk.cards.numbers import IN_STORE, new_numbers
from kiosk.cards.printed import printed_card
from kiosk.paper.card_pages import card_pdf
from kiosk.paper.card_sheets import SHEETS
from kiosk.paper.printed_card import Brand
from tests.benchmarks.figures import Figure
from tests.benchmarks.programs import FOLDER, ROOT

MOST = 1.5
"""Times what python-barcode takes for a picture of each."""

_FEW = 100
_FLAT = 1.2
"""Times the memory for few: the numbers themselves, and where each page begins, take a kilobyte a card."""


def cards(count: int, most: int, chance: Random) -> Iterator[Figure]:
    """So many cards as pages, and the memory of the command for `most` of them beside that for few."""
    numbers = new_numbers(IN_STORE, count, lambda _: (), below=chance.randrange)
    began = perf_counter()
    for number in numbers:
        barcode.get_barcode_class("ean13")(number).write(BytesIO())
    alone = perf_counter() - began
    began = perf_counter()
    drawn = (printed_card(one, IN_STORE.symbology, Brand("The Bench")) for one in numbers)
    file = b"".join(card_pdf(drawn, SHEETS["card"]))
    taken = perf_counter() - began
    told = f"{count:,} cards as PDF, {count / taken:,.0f} pages a second, {len(file) / count:,.0f} bytes each"
    yield Figure(
        name=told, kiosk=taken, unit="s", reference=alone, against="python-barcode alone", bound=MOST
    )
    yield Figure(
        name=f"memory for {most:,} cards",
        kiosk=_megabytes(most),
        unit="MB",
        reference=_megabytes(_FEW),
        against=f"for {_FEW}",
        bound=_FLAT,
    )


def _megabytes(count: int) -> float:
    """The most memory that `kiosk cards new` had for so many."""
    with TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        settings = folder / "kiosk.toml"
        settings.write_text(
            '[shop]\nname = "The Bench"\ntime_zone = "Europe/London"\n'
            f"[database]\nurl = {json.dumps(f'sqlite:///{folder}/kiosk.db')}\n"
        )
        command = [sys.executable, "-m", "kiosk", "--config", str(settings), "cards", "new"]
        command += ["--count", str(count), "--pdf", str(folder / "cards.pdf")]
        child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        return used.ru_maxrss / 1024
