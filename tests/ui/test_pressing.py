"""What is under the finger shows it at once, and a finger that slides away takes it back."""

from pathlib import Path

from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch
from PIL import Image

from tests.ui.counter import Counter, on_window

# isort: split
from kiosk.ui.widgets.undo_button import UndoButton

JACK = "2900000000018"


def ground(counter: Counter, file: Path, x: float, y: float) -> tuple[int, ...]:
    counter.photograph(file)
    picture = Image.open(file).convert("RGB")
    color = picture.getpixel((round(x), picture.height - round(y)))
    assert isinstance(color, tuple)
    return color


def test_a_button_under_the_finger_looks_pressed_until_the_finger_slides_away(
    counter: Counter, tmp_path: Path
) -> None:
    counter.scans(JACK)
    button = next(
        one for one in counter.app.root.walk() if isinstance(one, UndoButton) and one.word == "Wished"
    )
    x, y = on_window(button)
    left, file = x - button.width / 2 + 8, tmp_path / "seen.png"
    before = ground(counter, file, left, y)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    assert ground(counter, file, left, y) != before
    touch.touch_move(x, y + 200)
    EventLoop.idle()
    assert ground(counter, file, left, y) == before
    touch.touch_up()
    EventLoop.idle()
    counter.sees("Not wished yet")
