"""When two pictures look alike, and when a new one takes the place of the one that is kept."""

import os
from pathlib import Path

from PIL import Image, ImageChops

VISIBLE = 40
"""How far a colour must be off, of 255, for somebody to see it."""
MOST_DIFFERENT = 0.02
"""The part of the pixels that may be off: fonts of another version stand a pixel elsewhere."""
SQUARE, SEEN_IN_A_SQUARE, MOST_SQUARES = 8, 28, 4
"""Half a letter in pixels; how far its mean is off when words have changed, and not when they stand a pixel
elsewhere; and how many of them a clock takes that counts down."""


def alike(picture: Image.Image, known: Image.Image) -> bool:
    """True when both are of one size, and hardly a pixel is visibly off."""
    if picture.size != known.size:
        return False
    return _off(picture, known, VISIBLE) <= MOST_DIFFERENT * picture.width * picture.height


def alike_in_squares(picture: Image.Image, known: Image.Image) -> bool:
    """The same for small pictures: strict about words that change, mild about where they stand."""
    if picture.size != known.size:
        return False
    return _off(picture.reduce(SQUARE), known.reduce(SQUARE), SEEN_IN_A_SQUARE) <= MOST_SQUARES


def accept(picture: Image.Image, kept: Path) -> None:
    """With KIOSK_ACCEPT_PICTURES, keep it, unless one is kept of which not a pixel is visibly off."""
    if not os.environ.get("KIOSK_ACCEPT_PICTURES"):
        return
    if kept.exists():
        shown, known = picture.convert("RGB"), Image.open(kept).convert("RGB")
        if shown.size == known.size and _off(shown, known, VISIBLE) == 0:
            return
    kept.parent.mkdir(parents=True, exist_ok=True)
    picture.save(kept, optimize=True)


def _off(picture: Image.Image, known: Image.Image, by: int) -> int:
    """How many pixels are off in a channel by that much or more."""
    channels = ImageChops.difference(picture, known).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(most.histogram()[by:])
