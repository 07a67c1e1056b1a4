"""Pictures of the glass."""

from pathlib import Path

from kivy.core.window import Window


def photograph(file: Path) -> None:
    """Save what is on the glass now as a PNG."""
    # After a flip the buffer that is read holds an older picture, or none.
    Window.dispatch("on_draw")
    Path(Window.screenshot(name=str(file))).replace(file)
