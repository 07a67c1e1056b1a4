"""Two pictures of the same moment, one drawn by another driver than the other."""

from pathlib import Path

from PIL import Image, ImageChops

BAR = 56
"""Rows at the top that tell the time and count seconds: they are not compared."""

VISIBLE = 48
"""How far a pixel may be off in red, green or blue, of 255, until somebody could see it."""


def part_that_differs(one: Path, other: Path) -> float:
    """The part of the pixels that visibly differ, from 0 to 1, beside that of the bar."""
    pictures = [Image.open(file).convert("RGB") for file in (one, other)]
    width, height = pictures[0].size
    below = [picture.crop((0, BAR, width, height)) for picture in pictures]
    if pictures[1].size != (width, height):
        return 1
    red, green, blue = ImageChops.difference(*below).split()
    off = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(off.histogram()[VISIBLE:]) / (width * (height - BAR))
