"""Measures what stands on the glass: from the widget tree where it is, from the pixels how it can be seen."""

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
from kivy.uix.widget import Widget
from PIL import Image

from kiosk.drawing.typesetting import LINE_HEIGHT
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.photograph import draw
from kiosk.ui.widgets import Panel, Text, TextField
from kiosk.ui.widgets.tappable import Tappable

LEAST_TARGET_MM = 9
LEAST_KEY_MM = 6.5
"""The width of a key on an upright glass: ten to twelve of them share its 87 mm. They are higher instead."""

LEAST_CONTRAST = 7
NEAR = 40
"""How far a pixel may be from the colour of the ink, of 255 each in red, green and blue together."""

Color = tuple[int, ...]
"""Red, green and blue from 0 to 255."""

_LEADING = (LINE_HEIGHT - 1) / 2


class Box(NamedTuple):
    """A rectangle on the window, in pixels from its left lower corner."""

    left: float
    bottom: float
    right: float
    top: float

    def is_within(self, other: "Box") -> bool:
        """True when it does not stand out, but for a pixel."""
        return (
            self.left >= other.left - 1
            and self.bottom >= other.bottom - 1
            and self.right <= other.right + 1
            and self.top <= other.top + 1
        )

    def covers(self, other: "Box") -> bool:
        """True when the two share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.top, other.top) - max(self.bottom, other.bottom) > 1
        )


class Glass:
    """What can be seen of a tree of widgets on a glass of so many pixels, `per_mm` to the millimetre."""

    def __init__(self, root: Widget, width: int, height: int, per_mm: float) -> None:
        self.all = Box(0, 0, width, height)
        self.per_mm = per_mm
        widgets = [widget for widget in root.walk() if widget.height > 0 and widget.width > 0]
        texts = (one for one in widgets if isinstance(one, Text) and one.text)
        self.texts = [one for one in texts if one.shown and not one.veiled]
        self.panels = [one for one in widgets if isinstance(one, (Panel, OwnKeyboard))]
        self.targets = [one for one in widgets if isinstance(one, (Tappable, TextField))]
        self.keyboards = [one for one in widgets if isinstance(one, OwnKeyboard)]

    def complaints(self) -> Iterator[str]:
        """Everything that is wrong with where things stand."""
        yield from self._off_the_glass()
        yield from self._small_targets()
        yield from self._out_of_their_panels()
        yield from self._over_each_other()

    def faint(self) -> Iterator[str]:
        """Texts that can hardly be read."""
        picture = _photograph()
        for text in self.texts:
            # Emoji have colours of their own; what scrolls is measured while it is a placeholder.
            if any(char.isalnum() for char in text.text) and not _scrolls(text):
                contrast = _contrast(picture, text)
                if contrast < LEAST_CONTRAST:
                    yield f"contrast {contrast:.1f}: {text.text!r}"

    def _off_the_glass(self) -> Iterator[str]:
        for widget in (*self.texts, *self.panels):
            if not box_of(widget).is_within(self.all) and not _scrolls(widget):
                yield f"off the glass: {name_of(widget)} {box_of(widget)}"

    def _small_targets(self) -> Iterator[str]:
        least = LEAST_TARGET_MM * self.per_mm - 1
        for target in self.targets:
            if min(target.width, target.height) < least:
                yield f"too small to tap: {name_of(target)} {target.size}, not {least:.0f}"
        upright = self.all.top > self.all.right
        for keyboard in self.keyboards:
            for key in keyboard.keys:
                narrowest = LEAST_KEY_MM * self.per_mm if upright else least
                if key.width < narrowest or key.height < least:
                    yield f"too small a key: {key}"

    def _out_of_their_panels(self) -> Iterator[str]:
        for text in self.texts:
            panel = _panel_of(text)
            if panel is not None and not _scrolls(text) and not box_of(text).is_within(box_of(panel)):
                yield f"out of its panel: {name_of(text)} {box_of(text)} {box_of(panel)}"

    def _over_each_other(self) -> Iterator[str]:
        boxes = [(one, _ink(one)) for one in self.texts if not _scrolls(one)]
        boxes += [(one, box_of(one)) for one in self.panels]
        for (one, its_box), (other, other_box) in combinations(boxes, 2):
            if its_box.covers(other_box) and not _lie_on_each_other(one, other):
                yield f"over each other: {name_of(one)} {its_box} and {name_of(other)} {other_box}"


def box_of(widget: Widget) -> Box:
    """Where it stands on the window."""
    x0, y0 = widget.to_window(widget.x, widget.y)
    x1, y1 = widget.to_window(widget.right, widget.top)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _ink(text: Text) -> Box:
    """Where its letters are: without the space above those of the first line, and below the last."""
    box, leading = box_of(text), _LEADING * text.px * text.shrink
    return box._replace(bottom=box.bottom + leading, top=box.top - max(leading, text.inset))


def name_of(widget: Widget) -> str:
    """What it is, and what it says."""
    said = getattr(widget, "text", "") or getattr(widget, "title", "")
    return f"{type(widget).__name__} {said!r}"


def _ancestors(widget: Widget) -> Iterator[Widget]:
    while isinstance(widget.parent, Widget) and widget.parent is not widget:
        widget = widget.parent
        yield widget


def _panel_of(text: Text) -> Panel | None:
    return next((one for one in _ancestors(text) if isinstance(one, Panel)), None)


def _scrolls(widget: Widget) -> bool:
    """True for what is written in a field: it may be longer, and ends at its edge."""
    panel = next(_ancestors(widget), None)
    return isinstance(panel, TextField) and bool(widget == panel.ids.words)


def _lie_on_each_other(one: Widget, other: Widget) -> bool:
    return one in _ancestors(other) or other in _ancestors(one)


def _photograph() -> Image.Image:
    draw()
    width, height = Window.system_size
    pixels = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
    return Image.frombytes("RGB", (width, height), pixels)


def _contrast(picture: Image.Image, text: Text) -> float:
    """Between the ground it stands on and the pixel that is most like its ink; 1 where there is none."""
    box = box_of(text)
    # The picture lies upside down, as OpenGL has it.
    piece = picture.crop((round(box.left), round(box.bottom), round(box.right), round(box.top)))
    counted: list[tuple[int, Color]] = piece.getcolors(piece.width * piece.height)  # type: ignore[assignment]
    ground, colors = max(counted)[1], [color for _, color in counted]
    ink = tuple(round(255 * part) for part in text.ink[:3])
    nearest = min(colors, key=lambda color: _distance(color, ink))
    if _distance(nearest, ink) > NEAR:
        return 1
    light, dark = sorted((_luminance(ground), _luminance(nearest)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _distance(one: Color, other: Color) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def _luminance(color: Color) -> float:
    """As WCAG 2 defines it."""
    r, g, b = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in color
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
