"""Everything batched on a widget, in one mesh."""

from typing import Any
from weakref import WeakSet

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics import Color, Mesh
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import typesetter
from kiosk.ui.batching.atlas import Atlas, AtlasFull
from kiosk.ui.batching.batched import Batched
from kiosk.ui.batching.quads import Box, Quads

_LEAST = (1024, 1600)
"""Pixels: an atlas that is filled less often."""


class Batch:
    """Draws the `Batched` widgets below `root` in the order of the tree, before the frame that shows them.

    They lie under whatever else the widgets draw on their canvases.
    """

    def __init__(self, root: Widget) -> None:
        self._root = root
        self._atlas = Atlas(max(_LEAST[0], Window.width), max(_LEAST[1], 2 * Window.height))
        self._watched: WeakSet[Widget] = WeakSet()
        self._draw_soon = Clock.create_trigger(self._draw, -1)
        with root.canvas.before:
            Color()
            self._mesh = Mesh(mode="triangles", texture=self._atlas.texture)
        self._redraw()

    def _redraw(self, *_: Any) -> None:
        self._draw_soon()

    def _draw(self, _elapsed: float) -> None:
        quads = self._quads()
        self._mesh.vertices, self._mesh.indices = quads.vertices, quads.indices

    def _quads(self) -> Quads:
        try:
            return self._all()
        except AtlasFull:
            self._atlas.clear()
        while True:
            try:
                return self._all()
            except AtlasFull:
                self._atlas = Atlas(self._atlas.width, 2 * self._atlas.height)
                self._mesh.texture = self._atlas.texture

    def _all(self) -> Quads:
        left, bottom = int(self._root.x), int(self._root.y)
        everywhere = Box(left, bottom, left + int(self._root.width), bottom + int(self._root.height))
        quads = Quads(self._atlas, everywhere, typesetter().right_to_left)
        self._add(self._root, quads)
        return quads

    def _add(self, widget: Widget, quads: Quads) -> None:
        if widget not in self._watched:
            self._watch(widget)
        for child in reversed(widget.children):
            clip = quads.clip
            if isinstance(child, Batched):
                child.add_to(quads)
                window = child.window
                quads.clip = clip if window is None else window.within(clip)
            self._add(child, quads)
            quads.clip = clip

    def _watch(self, widget: Widget) -> None:
        self._watched.add(widget)
        widget.fbind("children", self._redraw)
        if isinstance(widget, Batched):
            widget.redraw = self._redraw
