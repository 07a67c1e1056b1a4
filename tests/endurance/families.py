"""Bytes that no scanner should send, to every family, guided by the lines of code that they reach.

An input that reaches a line which none before it has reached is kept, and changed further. Nothing may raise,
be held without bound, ask to be called for ever, or keep the next scan from being read. The inputs that were
worth keeping in a full run stand in `corpus`, one line each: the profile, and the bytes in hexadecimal.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import Any

from drivers.command import Command
from drivers.contract.conversation import Conversation
from drivers.profile import Profile
from drivers.profiles import names, profile_named
from drivers.symbology import Symbology
from tests.endurance.rig import Rig, Trial

CORPUS = Path(__file__).with_name("corpus") / "families.txt"

_FOUND = Path(__file__).parents[2] / "build" / "endurance" / "families.txt"

_A_STEP = 1 << 16
_MOST_HELD = 65_536
_LONGEST = 600
_DRIVERS = str(Path(sys.modules["drivers"].__path__[0]))

Line = tuple[CodeType, int]


class Explorer:
    """One family: the inputs that reached something new, and all that was reached."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.kept = [example.sent for example in profile.examples] + corpus_of(profile.name)
        self._reached: set[Line] = set()
        self.new: list[bytes] = []

    def try_one(self, chance: Random) -> int:
        """Send one input, changed from one that was kept; returns how many bytes it had."""
        sent = _changed(chance.choice(self.kept), self.kept, chance)[:_LONGEST]
        before = len(self._reached)
        self._converse(sent, chance)
        if len(self._reached) > before:
            self.kept.append(sent)
            self.new.append(sent)
        return len(sent)

    def _converse(self, sent: bytes, chance: Random) -> None:
        line = Conversation(self.profile)
        before = sys.gettrace()
        sys.settrace(self._trace)
        try:
            _send(line, sent, chance)
        finally:
            sys.settrace(before)
        assert line.held() < _MOST_HELD, f"{self.profile.name} holds {line.held()} bytes"
        check_next_scan(line, self.profile)

    def _trace(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        return self._line if frame.f_code.co_filename.startswith(_DRIVERS) else None

    def _line(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            self._reached.add((frame.f_code, frame.f_lineno))
        return self._line


def check_next_scan(line: Conversation, profile: Profile) -> None:
    """Whatever came before, once it is silent the next scan is read: in packets where packets came before."""
    line.is_silent(60)
    example = profile.examples[0]
    count = len(line.read)
    line.sends(example.sent)
    line.is_silent(60)
    read = line.read[count:]
    spoke_otherwise = profile.name == "auto" and (example.text, example.symbology) not in read
    assert spoke_otherwise or (example.text, example.symbology) in read, profile.name
    if example.symbology is not Symbology.TAG and not spoke_otherwise:
        assert len(read) == 1, f"{profile.name} reads {len(read)} scans of one"


def corpus_of(name: str) -> list[bytes]:
    """What is kept of earlier runs for a profile."""
    pairs = (line.split() for line in CORPUS.read_text("utf-8").splitlines())
    return [bytes.fromhex(sent) for profile, sent in pairs if profile == name]


def run(trial: Trial) -> None:
    """A step is 64 KiB for all families together."""
    explorers = [Explorer(profile_named(name)) for name in names()]
    for _ in trial.steps():
        chance, left = trial.chance(), _A_STEP
        while left > 0:
            left -= max(1, chance.choice(explorers).try_one(chance))
    trial.figures["inputs kept"] = f"{sum(len(one.new) for one in explorers):,}"
    if trial.amount > RIG.short:
        _keep(explorers)


def _keep(explorers: Sequence[Explorer]) -> None:
    """Write what was worth keeping where somebody may take it into the corpus from."""
    _FOUND.parent.mkdir(parents=True, exist_ok=True)
    with _FOUND.open("w", encoding="utf-8") as file:
        for explorer in explorers:
            file.writelines(
                f"{explorer.profile.name} {sent.hex()}\n" for sent in sorted(explorer.new, key=len)
            )


def _send(line: Conversation, sent: bytes, chance: Random) -> None:
    start = 0
    while start < len(sent):
        end = start + int(chance.expovariate(1 / 12)) + 1
        line.sends(sent[start:end])
        start = end
        if chance.random() < 0.1:
            line.is_silent(chance.choice((0.01, 0.1, 0.6, 3.0)))
        if chance.random() < 0.1:
            line.does(chance.choice(list(Command)))


def _changed(sent: bytes, kept: Sequence[bytes], chance: Random) -> bytes:
    data = bytearray(sent)
    for _ in range(chance.randrange(4)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 if data:
                data[place % len(data)] ^= 1 << chance.randrange(8)
            case 1:
                data[place:place] = chance.randbytes(chance.randrange(1, 5))
            case 2:
                del data[place : place + chance.randrange(1, 8)]
            case 3:
                data[place:place] = chance.choice(kept)
            case 4 if data:
                data[place % len(data)] = chance.choice((0, 2, 3, 6, 13, 21, 22, 126, 255))
            case _:
                data += data[: place + 1]
    return bytes(data)


RIG = Rig("bytes", amount=10**8, short=_A_STEP, a_step=_A_STEP, run=run, by_steps=False)
