"""`kiosk demo` where there is no display: a tour of cards, each with a picture."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

TRAY = 140
"""Pixels below the glass."""
DARK = 60
"""Of 255; the ground and the cards are light."""


def test_without_a_display_a_tour_of_cards_is_scanned_and_photographed(tmp_path: Path) -> None:
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    surroundings = {name: value for name, value in os.environ.items() if name not in shown}
    demo = subprocess.run(
        [sys.executable, "-m", "kiosk", "demo"],
        cwd=tmp_path,
        env={**surroundings, "SDL_AUDIODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert "error" not in demo.stderr.lower()
    pictures = sorted((tmp_path / "demo-pictures").iterdir())
    assert len(pictures) == len(demo.stdout.splitlines())
    # The words and the bars of the cards in the tray are dark.
    tray = Image.open(pictures[0]).convert("L").crop((0, 800, 1280, 800 + TRAY))
    assert any(tray.histogram()[:DARK])
