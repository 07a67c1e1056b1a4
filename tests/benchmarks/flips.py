"""What a measured program tells the benchmark on standard output, a line each: a word, and a time."""

from collections.abc import Callable
from enum import StrEnum
from time import monotonic


class Told(StrEnum):
    """What has happened."""

    SHOWN = "shown"
    """The first picture of all is there, or one that shows a scan or what a tap has done."""
    SEEN = "seen"
    """A finger has come down, and the program knows it."""
    LEFT = "left"
    """A finger has left the glass, before anything was done about it."""


def tell(what: Told, time: float) -> None:
    """Tell when it happened, in monotonic seconds."""
    print(what, time, flush=True)


def after_each_flip(call: Callable[[float], None]) -> None:
    """Call with the time, in monotonic seconds, whenever a flip has been done."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import glFinish

    flip = Window.flip

    # Kivy's event `on_flip` comes before the flip; what counts is when it has been done.
    def timed_flip() -> None:
        flip()
        glFinish()
        call(monotonic())

    Window.flip = timed_flip
