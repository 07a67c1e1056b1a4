"""The pictures of the storyboards, at half the size, and how they are taken and compared."""

from pathlib import Path

from kiosk.ui.photograph import draw
from tests.ui.counter import Counter

# isort: split
from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
from PIL import Image

from tests.ui.likeness import accept, alike_in_squares

ALBUM = Path(__file__).parents[2] / "storyboards"
_COLOURS = 128


def picture_of(counter: Counter) -> Image.Image:
    """What is on the glass once all is answered, at half the size."""
    counter.settles()
    for _ in range(3):
        EventLoop.idle()
    draw()
    width, height = Window.size
    pixels = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
    whole = Image.frombytes("RGB", (width, height), pixels)
    return whole.transpose(Image.Transpose.FLIP_TOP_BOTTOM).reduce(2)


def looks_as_kept(picture: Image.Image, kept: Path) -> bool:
    """True when nothing in it has visibly changed; with KIOSK_ACCEPT_PICTURES the new one is kept."""
    accept(picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE), kept)
    return kept.exists() and alike_in_squares(picture, Image.open(kept).convert("RGB"))
