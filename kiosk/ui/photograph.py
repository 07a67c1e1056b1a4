"""Pictures of the glass."""

from pathlib import Path

from kivy.clock import Clock
from kivy.core.window import Window


def draw() -> None:
    """Draw the next frame, and do not show it: after a flip the buffer that is read holds an older one."""
    Clock.tick_draw()
    Window.dispatch("on_draw")


def photograph(file: Path) -> None:
    """Save what is on the glass now as a PNG."""
    draw()
    Path(Window.screenshot(name=str(file))).replace(file)
