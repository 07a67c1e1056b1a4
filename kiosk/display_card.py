"""Which graphics card the display hangs on, where no desktop knows it.

On a Raspberry Pi 5 every kind of output is a card of its own, and their numbers change from one start to
the next; SDL takes the first it can open.
"""

import os
import re
from collections.abc import MutableMapping
from pathlib import Path

CARDS = Path("/sys/class/drm")

_CONNECTOR = re.compile(r"card(\d+)-")


def connected_card(folder: Path = CARDS) -> int | None:
    """N of /dev/dri/cardN, the lowest with a display that is plugged in; None without a display."""
    return min(
        (
            int(name[1])
            for status in folder.glob("card*-*/status")
            if (name := _CONNECTOR.match(status.parent.name)) and _reads_connected(status)
        ),
        default=None,
    )


def point_sdl_to_it(environment: MutableMapping[str, str] = os.environ, folder: Path = CARDS) -> bool:
    """Have SDL draw on that card where it draws without a desktop; False when there is no display for it."""
    if environment.get("SDL_VIDEODRIVER") != "kmsdrm" or "SDL_KMSDRM_DEVICE_INDEX" in environment:
        return True
    card = connected_card(folder)
    if card is not None:
        environment["SDL_KMSDRM_DEVICE_INDEX"] = str(card)
    return card is not None


def _reads_connected(status: Path) -> bool:
    try:
        return status.read_text("ascii").strip() == "connected"
    except OSError:
        return False
