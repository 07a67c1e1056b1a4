"""How the sounds were made, out of soft tones: `python -m kiosk.sounds.making` writes them anew.

They are kept as files, since they take a Raspberry Pi longer to make than a person to be greeted.
"""

import wave
from array import array
from dataclasses import dataclass
from math import cos, exp, pi, sin
from pathlib import Path

RATE = 22050
"""Samples a second: enough for tones that end well below 5 kHz."""

_PEAK = 0.7
_OVERTONES = ((1, 1.0), (2, 0.25), (3, 0.08))
_RISE, _FALL, _FADE = 0.008, 0.03, 0.12
"""Seconds: of a tone's soft beginning, of its soft end, and in which it fades to a third in between."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: its pitch, and the seconds when it begins and that it lasts."""

    hertz: float
    begins: float
    lasts: float

    @property
    def samples(self) -> range:
        """Where its samples stand among those of the chime."""
        return range(round(self.begins * RATE), round((self.begins + self.lasts) * RATE))


SOUNDS = {
    "welcome": (Tone(659.26, 0, 0.15), Tone(830.61, 0.11, 0.18)),
    "unknown": (Tone(440, 0, 0.27),),
    "refused": (Tone(293.66, 0, 0.12), Tone(293.66, 0.16, 0.12)),
}
"""A rising third; one lower tone; and two low ones that are equal."""


def write(tones: tuple[Tone, ...], file: Path) -> None:
    """Write tones as a WAV file of one channel of 16-bit samples, as loud as it should ever be."""
    with wave.open(str(file), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(_samples(tones).tobytes())


def _samples(tones: tuple[Tone, ...]) -> "array[int]":
    mixed = [0.0] * max(tone.samples.stop for tone in tones)
    for tone in tones:
        for number in tone.samples:
            mixed[number] += _swing(tone, (number - tone.samples.start) / RATE)
    loudest = max(map(abs, mixed))
    return array("h", (round(sample / loudest * _PEAK * 32767) for sample in mixed))


def _swing(tone: Tone, at: float) -> float:
    swing = sum(part * sin(2 * pi * nth * tone.hertz * at) for nth, part in _OVERTONES)
    return swing * exp(-at / _FADE) * _ramp(at / _RISE) * _ramp((tone.lasts - at) / _FALL)


def _ramp(part: float) -> float:
    """From silence to full along a half wave, which is heard without a click."""
    return (1 - cos(pi * min(part, 1))) / 2


if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        write(tones, Path(__file__).with_name(f"{name}.wav"))
