"""When the picture changes, told to the benchmark on standard output."""

from collections.abc import Callable
from time import monotonic


def after_each_flip(call: Callable[[float], None]) -> None:
    """Call with the time, in monotonic seconds, whenever a flip has been done."""
    from kivy.core.window import Window
    from kivy.graphics.opengl import glFinish

    flip = Window.flip

    # Kivy's event `on_flip` comes before the flip; what counts is when it has been done. Without a
    # display a flip alone draws nothing: Mesa saves up frames, until one pays for many.
    def timed_flip() -> None:
        flip()
        glFinish()
        call(monotonic())

    Window.flip = timed_flip


def tell(time: float) -> None:
    """Tell the benchmark that this was the flip."""
    print(time, flush=True)
