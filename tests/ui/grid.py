"""Measures the optical grid: what nearly lines up, how high buttons are, and where the way out stands."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.widgets import HeaderBar, Panel, TapButton
from kiosk.ui.widgets.tick_mark import TickMark
from tests.ui.measuring import Box, box_of, name_of

EQUAL = 1
"""Edges that are so many pixels apart are seen as one."""

_APART = 1.5
"""From so many units on they are seen as two: 6 pixels at 1280×800."""

_NEAR = 16
"""Units between two panels from which on nobody compares their edges."""

_LEAST_SIDE = 6
"""Units: what is smaller is a mark on something."""

EXCEPTIONS: Mapping[str, str] = {
    "GreetingScreen": "its buttons are lower where they stand in two rows",
    "FindScreen": "its cards stand between the field and the keys",
}
"""Screens that are not measured yet, each with its reason."""


def off_the_grid(root: Widget) -> Iterator[str]:
    """Everything on the glass that is nearly, and not quite, where it should be."""
    screen = root.screen
    if type(screen).__name__ in EXCEPTIONS:
        return
    shown = [one for one in screen.walk(restrict=True) if one.height > 0 and one.width > 0]
    yield from _not_in_line(shown)
    yield from _of_another_height(shown)
    yield from _out_of_the_corner(root, shown)


def _not_in_line(shown: list[Widget]) -> Iterator[str]:
    """Side by side tops and bottoms, one above the other both sides: equal, or clearly apart."""
    unit = App.get_running_app().sizes.unit
    panels = [one for one in shown if isinstance(one, Panel) and _stands_alone(one)]
    boxes = [(one, box_of(one)) for one in panels if min(one.size) >= _LEAST_SIDE * unit]
    for (one, a), (other, b) in combinations(boxes, 2):
        for edge in _compared(a, b, _NEAR * unit):
            apart = abs(getattr(a, edge) - getattr(b, edge))
            if EQUAL < apart < _APART * unit and not _hugs_words(edge, one, other):
                yield f"nearly in line: {edge} of {name_of(one)} and {name_of(other)}, {apart:.1f} apart"


def _compared(a: Box, b: Box, near: float) -> tuple[str, ...]:
    """The edges that the eye compares: none of what is far from each other."""
    across = max(a.left, b.left) - min(a.right, b.right)
    down = max(a.bottom, b.bottom) - min(a.top, b.top)
    if down < 0 and -EQUAL <= across <= near:
        return ("top", "bottom") if abs(a.top - b.top) <= EQUAL else ("top",)
    return ("left", "right") if across < 0 and -EQUAL <= down <= near else ()


def _hugs_words(edge: str, one: Widget, other: Widget) -> bool:
    """True for the sides of a button: where they are is up to the language."""
    return edge in ("left", "right") and (isinstance(one, TapButton) or isinstance(other, TapButton))


def _stands_alone(panel: Panel) -> bool:
    """True unless it lies on another one, or is a mark beside something."""
    parent = panel.parent
    if isinstance(parent, TickMark):
        return False
    while isinstance(parent, Widget) and parent.parent is not parent:
        if isinstance(parent, Panel) and parent.height > 0:
            return False
        parent = parent.parent
    return True


def _of_another_height(shown: list[Widget]) -> Iterator[str]:
    control = App.get_running_app().sizes.control
    for button in shown:
        if isinstance(button, TapButton) and abs(button.height - control) > EQUAL:
            yield f"{name_of(button)} is {button.height:.0f} high, not {control}"


def _out_of_the_corner(root: Widget, shown: list[Widget]) -> Iterator[str]:
    """The way out stands in the corner of its hand, as far from both edges on every screen."""
    app, area = App.get_running_app(), root.ids.area
    unit = app.sizes.unit
    for close in (one.close for one in shown if isinstance(one, HeaderBar)):
        edge = area.x + 8 * unit if app.left_handed else area.right - 8 * unit
        stands = close.x if app.left_handed else close.right
        if abs(stands - edge) > EQUAL or abs(close.top - (area.top - unit)) > EQUAL:
            yield f"out of its corner: {name_of(close)} {box_of(close)}"
