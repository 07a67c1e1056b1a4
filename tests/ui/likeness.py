"""When two pictures look alike."""

from PIL import Image, ImageChops

VISIBLE = 40
"""How far a colour must be off, of 255, for somebody to see it."""
MOST_DIFFERENT = 0.02
"""The part of the pixels that may be off: fonts of another version stand a pixel elsewhere."""


def alike(picture: Image.Image, known: Image.Image, most_different: float = MOST_DIFFERENT) -> bool:
    """True when both are of one size, and hardly a pixel is visibly off."""
    if picture.size != known.size:
        return False
    channels = ImageChops.difference(picture, known).split()
    off = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(off.histogram()[VISIBLE:]) <= most_different * picture.width * picture.height
