"""One finding about the kiosk: how it is, what it says, and the one thing to do."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import ColorProperty, StringProperty

from kiosk.drawing.palette import LIGHT
from kiosk.drawing.typesetting import Style, measure
from kiosk.health.finding import Finding, State, title
from kiosk.people.words import Words
from kiosk.ui.widgets import Panel

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

SIGNS: Mapping[State, str] = MappingProxyType({State.GREEN: "✓", State.AMBER: "!", State.RED: "✗"})


class StatusCard(Panel):
    """It does not know its own height: `height_of` does, before there is a card."""

    sign = StringProperty("")
    title = StringProperty("")
    says = StringProperty("")
    do = StringProperty("")
    dot = ColorProperty((0, 0, 0, 1))
    sign_ink = ColorProperty((0, 0, 0, 1))
    says_ink = ColorProperty((0, 0, 0, 1))

    def show(self, finding: Finding, words: Words) -> None:
        """Put a finding on it; what needs a hand stands out."""
        palette, state = App.get_running_app().palette, finding.state
        self.sign, self.title = SIGNS[state], title(finding, words)
        self.says, self.do = finding.says, finding.do
        self.says_ink = palette.soft if state is State.GREEN else palette.ink
        # Marigold is as light in both themes.
        self.sign_ink = LIGHT.ink if state is State.AMBER else palette.paper
        self.dot, self.fill, self.edge = {
            State.GREEN: (palette.dot, palette.card, palette.line),
            State.AMBER: (palette.marigold, palette.marigold_wash, palette.marigold),
            State.RED: (palette.brick, palette.brick_wash, palette.brick),
        }[state]


def height_of(finding: Finding, words: Words, width: float, shrink: float) -> float:
    """The height of a card of this width that shows it."""
    sizes = App.get_running_app().sizes
    room = int(width - dot_room() - 4 * sizes.unit)
    told = [
        (title(finding, words), sizes.button, True),
        (finding.says, sizes.detail, False),
        (finding.do, sizes.detail, True),
    ]
    heights = [
        measure(text, Style(int(px * shrink), bold, (0, 0, 0)), room).height
        for text, px, bold in told
        if text
    ]
    return float(max(sum(heights), dot_side()) + 4.5 * sizes.unit)


def dot_side() -> float:
    """How wide and high the dot is."""
    return float(1.6 * App.get_running_app().sizes.detail)


def dot_room() -> float:
    """The width of what stands before the words, the space on both sides of it included."""
    return dot_side() + float(9 * App.get_running_app().sizes.unit)
