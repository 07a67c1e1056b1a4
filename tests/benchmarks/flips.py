"""What a measured program tells the benchmark on standard output, a line each: a word, and seconds."""

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
    RECORDED = "recorded"
    """A visit has been recorded before it was shown; so many seconds did that take."""


def tell(what: Told, seconds: float) -> None:
    """Tell when it happened, in monotonic seconds, unless the word means something else."""
    print(what, seconds, flush=True)


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
