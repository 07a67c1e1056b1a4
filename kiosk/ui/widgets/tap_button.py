"""Something to tap."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.drawing.palette import Rgba
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.label_panel import LabelPanel
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class PanelButton(Tappable, Panel):
    """A panel that is tapped, and what stands on it; how it looks is for others."""

    text = StringProperty("")


class TapButton(Tappable, LabelPanel):
    """A button with a word on it, without one not there; `main` is the one that is most likely meant.

    It is as high as every other one; `tightness` makes it narrower where there is less room. While it is
    `off` a tap dispatches `on_off` instead.
    """

    main = BooleanProperty(False)
    off = BooleanProperty(False)
    tightness = NumericProperty(1)
    __events__ = ("on_off",)
    on_off = default_handler

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        look = {"radius": 4 * theme.sizes.unit, "fill": theme.palette.card, "edge": theme.palette.line}
        label = Text(bold=True, px=theme.sizes.button, ink=theme.palette.ink)
        super().__init__(label, **{**look, **properties})
        self.fbind("tightness", self.hug)
        for name in ("main", "off"):
            self.fbind(name, self.paint)
        if self.main or self.off:
            self.paint()

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """At least as wide as it is high."""
        if not self.text:
            return 0, 0
        sizes = self._theme.sizes
        return max(width + 12 * sizes.unit * self.tightness, sizes.control), sizes.control

    def tapped(self) -> None:
        """Dispatch what a tap means here."""
        self.dispatch("on_off" if self.off else "on_tap")

    def paint(self, *_: Any) -> None:
        """Put its colours on."""
        self.fill, self.edge, self.ids.words.ink = self._colours

    @property
    def _colours(self) -> tuple[Rgba, Rgba, Rgba]:
        """Of its ground, its edge and its word."""
        palette = self._theme.palette
        if self.off:
            return palette.paper, palette.line, palette.soft
        if self.main:
            return palette.pine, palette.pine, palette.paper
        return palette.card, palette.line, palette.ink
