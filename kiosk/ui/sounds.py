"""Playing a sound for what came of a scan."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import sounds
from kiosk.people.greeting.outcomes import SIGNALS, Outcome, Signal

if TYPE_CHECKING:
    from kivy.core.audio import Sound

log = logging.getLogger("kiosk")

_FOLDER = Path(sounds.__file__).parent
_DEVICES = Path("/dev/snd")


class Sounds:
    """The sounds at a volume between 0, for which nothing is opened, and 1; silent until they are loaded."""

    def __init__(self, volume: float) -> None:
        self._volume = volume
        self.loaded: dict[str, Sound] = {}

    def load(self) -> None:
        """Open the sound card, which takes a few milliseconds; without one it stays silent."""
        if not self._volume or not has_sound_card():
            return
        from kivy.core.audio import SoundLoader

        for name in Signal:
            sound = SoundLoader.load(str(_FOLDER / f"{name}.wav"))
            if sound is None or not sound.length:
                log.warning("the sound card cannot be used: the kiosk is silent")
                return
            sound.volume = self._volume
            self.loaded[name] = sound

    def play(self, outcome: Outcome) -> None:
        """Let it be heard what came of a scan; returns at once."""
        if sound := self.loaded.get(SIGNALS[outcome]):
            sound.play()


def has_sound_card(environment: Mapping[str, str] = os.environ) -> bool:
    """True where something can be heard, or a driver was chosen by SDL_AUDIODRIVER.

    To look first spares the journal the complaints of ALSA.
    """
    return "SDL_AUDIODRIVER" in environment or any(_DEVICES.glob("pcm*p"))
