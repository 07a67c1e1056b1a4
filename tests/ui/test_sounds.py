"""What is heard at the counter: the files, and that they really come out, through SDL's driver for files."""

import os
import subprocess
import sys
import wave
from array import array
from itertools import combinations, pairwise
from math import cos, pi, sin
from pathlib import Path

import pytest

from kiosk import sounds
from kiosk.people.greeting.outcomes import SIGNALS, Outcome
from kiosk.sounds import making
from tests.ui.counter import Counter

FOLDER = Path(sounds.__file__).parent
NAMES = ("welcome", "unknown", "refused")
PITCHES = [659.26, 830.61, 440.0, 293.66]
RATE = 22050


def samples(file: Path) -> "array[int]":
    """The samples of a WAV file, which is as all of ours are."""
    with wave.open(str(file)) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (1, 2, RATE)
        return array("h", reader.readframes(reader.getnframes()))


def heard(pitch: float, part: "array[int]", rate: int = RATE) -> float:
    """How much of a pitch is in some samples, as its amplitude."""
    turns = [2 * pi * pitch * number / rate for number in range(len(part))]
    real = sum(sample * cos(turn) for sample, turn in zip(part, turns, strict=True))
    imaginary = sum(sample * sin(turn) for sample, turn in zip(part, turns, strict=True))
    return float(2 * (real**2 + imaginary**2) ** 0.5 / len(part))


def loudest_pitch(part: "array[int]") -> float:
    """Which of the pitches is heard most."""
    return max(PITCHES, key=lambda pitch: heard(pitch, part))


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_short_never_clipped_and_begins_and_ends_softly(name: str) -> None:
    played = samples(FOLDER / f"{name}.wav")
    assert 0.2 < len(played) / RATE < 0.3
    assert 20_000 < max(map(abs, played)) < 25_000
    assert max(map(abs, (*played[:5], *played[-5:]))) < 200
    assert max(abs(after - before) for before, after in pairwise(played)) < 10_000


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_kept_as_it_is_made(name: str, tmp_path: Path) -> None:
    making.write(making.SOUNDS[name], tmp_path / "anew.wav")
    kept, made = samples(FOLDER / f"{name}.wav"), samples(tmp_path / "anew.wav")
    assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1


def test_a_welcome_rises_an_unknown_card_is_lower_and_a_refusal_is_low_twice() -> None:
    welcome, unknown, refused = (samples(FOLDER / f"{name}.wav") for name in NAMES)
    assert [loudest_pitch(part) for part in (welcome[:2400], welcome[3500:])] == PITCHES[:2]
    assert loudest_pitch(unknown) == PITCHES[2]
    first, between, second = refused[:2600], refused[2700:3500], refused[3550:]
    assert [loudest_pitch(part) for part in (first, second)] == [PITCHES[3]] * 2
    assert max(map(abs, between)) == 0


def test_the_three_are_clearly_different() -> None:
    played = [samples(FOLDER / f"{name}.wav") for name in NAMES]
    for one, other in combinations(played, 2):
        together = sum(a * b for a, b in zip(one, other, strict=False))
        alone = (sum(a * a for a in one) * sum(b * b for b in other)) ** 0.5
        assert abs(together) / alone < 0.1


def test_every_outcome_has_a_sound() -> None:
    assert set(SIGNALS) == set(Outcome)
    assert set(SIGNALS.values()) == set(NAMES)


PLAY = """
import sys
from time import monotonic, sleep
from kiosk.ui.environment import prepare
prepare(320, 320, fullscreen=False)
from kiosk.people.greeting.outcomes import Outcome
from kiosk.ui.sounds import Sounds
sounds = Sounds(float(sys.argv[1]))
sounds.load()
begun = monotonic()
sounds.play(Outcome(sys.argv[2]))
assert monotonic() - begun < 0.1
sleep(0.5)
"""


def play(volume: float, outcome: Outcome, driver: str, file: Path) -> str:
    """Play in a process of its own, as a sound card is opened once; returns what it said."""
    environment = {
        **os.environ,
        "SDL_AUDIODRIVER": driver,
        "SDL_DISKAUDIOFILE": str(file),
        "SDL_DISKAUDIODELAY": "20",
    }
    command = [sys.executable, "-c", PLAY, str(volume), outcome]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("outcome", "pitch"),
    [(Outcome.WELCOME, 830.61), (Outcome.UNKNOWN, 440.0), (Outcome.PAYMENT_CARD, 293.66)],
)
def test_what_is_played_comes_out_as_loud_as_is_set(outcome: Outcome, pitch: float, tmp_path: Path) -> None:
    loudness = {}
    for volume in (0.25, 0.5):
        play(volume, outcome, "disk", tmp_path / "speaker")
        left = array("h", (tmp_path / "speaker").read_bytes())[::2]
        begun = next(number for number, sample in enumerate(left) if sample)
        part = left[begun : begun + 13_230]
        assert max(PITCHES, key=lambda one: heard(one, part, 44_100)) == pitch
        loudness[volume] = max(map(abs, part))
    assert loudness[0.5] == pytest.approx(0.5 * 0.7 * 32_767, rel=0.05)
    assert loudness[0.25] == pytest.approx(loudness[0.5] / 2, rel=0.05)


def test_with_no_volume_no_sound_card_is_opened(tmp_path: Path) -> None:
    play(0, Outcome.WELCOME, "disk", tmp_path / "speaker")
    assert not (tmp_path / "speaker").exists()


def test_a_machine_without_sound_is_silent_and_says_so_once(tmp_path: Path) -> None:
    said = play(0.5, Outcome.WELCOME, "no-such-driver", tmp_path / "speaker")
    assert said.count("the kiosk is silent") == 1


def test_each_outcome_is_heard_when_it_is_seen(counter: Counter) -> None:
    heard_so_far: list[str] = []
    counter.until(lambda: len(counter.app.sounds.loaded) == len(NAMES), "the sounds")
    for name, sound in counter.app.sounds.loaded.items():
        sound.bind(on_play=lambda _, name=name: heard_so_far.append(name))
    counter.scans("2900000000018")
    counter.scans("2900000099999")
    counter.scans("4111111111111111")
    assert heard_so_far == ["welcome", "unknown", "refused"]
