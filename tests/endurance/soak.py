"""A million scans, as fast as the real kiosk greets: with taps, notes, days that pass, and scanner trouble.

After the first of them nothing may grow any more: no memory, no journal, no descriptor, no thread.
"""

import gc
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic
from uuid import UUID
from zoneinfo import ZoneInfo

from drivers import Scan
from drivers.replay import PretendScanner
from kiosk.desk import Desk
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.settings import Display
from kiosk.storage.file.companion_files import JOURNALS
from tests.benchmarks.database import Size, filled
from tests.benchmarks.programs import FOLDER
from tests.benchmarks.sample import card_number
from tests.endurance.counter_at_work import counter_at_work
from tests.endurance.footprint import Footprint
from tests.endurance.rig import Rig, Trial
from tests.ui.counter import Counter
from tests.ui.sample import sample_settings

_CUSTOMERS = Size(2_000, 20_000)
_WARM_AFTER = 20_000
_LOOK_EVERY = 5_000
_MOST_GROWTH_KB = 2048
_MOST_JOURNAL = 1 << 20
_BETWEEN_SCANS = timedelta(seconds=40)
_TAPS = ("Wished", "Asked", "Thanked", "Put right")
_NOBODY: frozenset[UUID] = frozenset()


def run(trial: Trial) -> None:
    """A step is one scan that was greeted; now and then something else happens between two of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file, port = trial.folder / "kiosk.db", trial.folder / "scanner"
    shutil.copy(filled(_CUSTOMERS), file)
    settings = sample_settings(f"sqlite:///{file}", port, Display(width=800, height=480), cards=())
    held: list[Footprint] = []
    began, chance = monotonic(), trial.chance("scans")
    with counter_at_work(settings, trial.folder, datetime.now(ZoneInfo("Europe/London"))) as counter:
        for step in trial.steps():
            _greet(counter, card_number(chance.randrange(_CUSTOMERS.customers)))
            counter.now += _BETWEEN_SCANS
            _something_else(counter, port, step, chance)
            if (step + 1) % _LOOK_EVERY == 0:
                held.append(_look(counter, file, trial))
        counter.settles()
        _tell(trial, held)
    trial.figures["scans a second:"] = f"{trial.done / (monotonic() - began):.0f}"


def _greet(counter: Counter, number: str) -> None:
    """The next card comes as soon as this one is on the glass."""
    assert counter.scanner is not None
    counter.kiosk.outcomes.clear()
    counter.scanner.scan(number)
    counter.until(lambda: bool(counter.kiosk.outcomes), "the greeting")


def _something_else(counter: Counter, port: Path, step: int, chance: Random) -> None:
    if step % 20 == 19:
        _tap_what_is_asked_for(counter)
    if step % 100 == 99:
        number = card_number(chance.randrange(_CUSTOMERS.customers))
        counter.kiosk._ask(lambda desk: _write(desk, number, f"Said at {counter.now:%H:%M}"))
    if step % 500 == 499:
        counter.scans(chance.choice(("4111111111111111", "9501101531000", "K-unknown", "x" * 600)))
    if step % 1_000 == 999:
        _unplug_and_plug_in(counter, port, chance)


def _tap_what_is_asked_for(counter: Counter) -> None:
    there = counter.glass()
    asked = next((tap for tap in _TAPS if tap in there), None)
    if asked is not None:
        counter.taps(asked)
        counter.settles()


def _write(desk: Desk, number: str, text: str) -> None:
    """A note about somebody, which goes with time as any other."""
    customer = desk.greetings.welcome(Scan(number, None, 0.0)).greeting.customer
    if customer is not None:
        assert desk.notes.write(customer.id, _NOBODY, Draft(DraftKind.REMEMBER, text, customer)).kept


def _unplug_and_plug_in(counter: Counter, port: Path, chance: Random) -> None:
    """In the middle of a number, and it comes back amid noise."""
    assert counter.scanner is not None
    counter.scanner.send(b"K0000")
    counter.scanner.close()
    counter.sees("The scanner has gone quiet")
    counter.scanner = PretendScanner(port)
    counter.sees("Scanner ready")
    counter.scanner.send(chance.randbytes(300) + b"\r")


def _look(counter: Counter, file: Path, trial: Trial) -> Footprint:
    """What it holds, when everything is done and nobody needs it."""
    counter.settles()
    gc.collect()
    journals = [file.with_name(file.name + ending) for ending in JOURNALS]
    assert all(not journal.exists() or journal.stat().st_size < _MOST_JOURNAL for journal in journals)
    now = Footprint.now()
    trial.tell(f"after {trial.step + 1:,} scans: {now}")
    return now


def _tell(trial: Trial, held: list[Footprint]) -> None:
    warm = held[_WARM_AFTER // _LOOK_EVERY - 1 :]
    if len(warm) < 2:
        trial.figures["held"] = str(Footprint.now())
        return
    first, last = warm[0], warm[-1]
    trial.figures[f"held after {_WARM_AFTER:,}"] = str(first)
    trial.figures["held in the end"] = str(last)
    assert (last.descriptors, last.threads) == (first.descriptors, first.threads)
    grown = last.private_kb - first.private_kb
    trial.figures["memory"] = f"{grown / 1024:+.1f} MB"
    assert grown <= _MOST_GROWTH_KB, f"{grown} kB more than after {_WARM_AFTER:,} scans"


RIG = Rig("scans", amount=1_000_000, short=100, run=run, by_steps=False)
