"""A shop moves in: its list of another program, beside reading the same file alone."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from kiosk.exchange.lists.table import read_table
from tests.benchmarks.figures import Figure
from tests.benchmarks.programs import FOLDER, ROOT

MOST = 6
"""Times what reading the file takes."""

_FIRST_NAMES = "Ann Ben Cleo Dov Emil Fred Gus Hana Ivo Jack Kim Lea Mia Nour Olga Pia Quin Rosa Sam Tom"
_BEGINNINGS = "Bar Cor Del Fer Gol Han Jan Kel Lor Mor Nor Pel Quo Ros Sal Tur Val Wes Yor Zan"
_ENDINGS = "dale field ford ham ley man ner son ton win wood worth ski sen berg"


def importing(rows: int, chance: Random) -> Iterator[Figure]:
    """The time of `kiosk import` into an empty database, while no counter is at work."""
    with TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        file, settings = folder / "list.csv", folder / "kiosk.toml"
        write_list(file, rows, chance)
        settings.write_text(
            '[shop]\nname = "The Bench"\ntime_zone = "Europe/London"\n'
            f"[database]\nurl = {json.dumps(f'sqlite:///{folder}/kiosk.db')}\n"
        )
        began = perf_counter()
        read_table(file)
        read = perf_counter() - began
        command = [sys.executable, "-m", "kiosk", "--config", str(settings), "import", str(file), "--yes"]
        began = perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        yield Figure(
            name=f"“kiosk import” of {rows:,} rows",
            kiosk=perf_counter() - began,
            unit="s",
            reference=read,
            against="reading them alone",
            bound=MOST,
        )


def write_list(file: Path, rows: int, chance: Random) -> None:
    """A list as programs write them, with cards that nobody in the bench's shop has."""
    names, beginnings, endings = (text.split() for text in (_FIRST_NAMES, _BEGINNINGS, _ENDINGS))
    with file.open("w", newline="", encoding="utf-8") as opened:
        out = csv.writer(opened)
        out.writerow(["Card Number", "First Name", "Last Name", "Birthday", "Email", "Notes", "Total Spent"])
        for n in range(rows):
            first = chance.choice(names)
            last = chance.choice(beginnings) + chance.choice(endings)
            day = f"{chance.randint(1940, 2010)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            out.writerow([f"L{n:09}", first, last, day, f"{first}.{last}{n}@example.org", "", n % 997])
