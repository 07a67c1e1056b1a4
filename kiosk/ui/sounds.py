"""Playing a sound for what came of a scan."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import sounds
from kiosk.people.greeting.outcomes import Outcome

if TYPE_CHECKING:
    from kivy.core.audio import Sound

log = logging.getLogger("kiosk")

SOUNDS: Mapping[Outcome, str] = {
    Outcome.WELCOME: "welcome",
    Outcome.UNNAMED: "welcome",
    Outcome.STAFF: "welcome",
    Outcome.UNKNOWN: "unknown",
    # A calm tone: neither a welcome nor a refusal would be right.
    Outcome.DECEASED: "unknown",
    Outcome.NOT_OURS: "refused",
    Outcome.PAYMENT_CARD: "refused",
    Outcome.UNREADABLE: "refused",
    Outcome.RETIRED: "refused",
}

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

        for name in dict.fromkeys(SOUNDS.values()):
            sound = SoundLoader.load(str(_FOLDER / f"{name}.wav"))
            if sound is None or not sound.length:
                log.warning("the sound card cannot be used: the kiosk is silent")
                return
            sound.volume = self._volume
            self.loaded[name] = sound

    def play(self, outcome: Outcome) -> None:
        """Let it be heard what came of a scan; returns at once."""
        if sound := self.loaded.get(SOUNDS[outcome]):
            sound.play()


def has_sound_card(environment: Mapping[str, str] = os.environ) -> bool:
    """True where something can be heard, or a driver was chosen by SDL_AUDIODRIVER.

    To look first spares the journal the complaints of ALSA.
    """
    return "SDL_AUDIODRIVER" in environment or any(_DEVICES.glob("pcm*p"))
