"""Text as it stands on the glass: laid out at once, since others are placed by it, and drawn later."""

import unicodedata
from collections import OrderedDict
from ctypes import c_void_p
from typing import NamedTuple

from kiosk.drawing.typesetting import Extent, Style, typesetter

LARGE = 60
"""From this type size on letters are drawn as outlines: as glyphs, Cairo would keep every one of them."""

_KEPT = 160
"""So many texts stay laid out: what stands on every greeting is laid out once."""


class Words(NamedTuple):
    """What is to be set, and how.

    With `markup` the text is Pango's markup: what people wrote must be escaped in it. It is wrapped at
    `width` pixels, or not at all, and cut after `most_lines`, if that is not 0.
    """

    text: str
    style: Style
    width: int | None = None
    markup: bool = False
    most_lines: int = 0
    centered: bool = False


class _Laid(NamedTuple):
    layout: c_void_p
    extent: Extent


class Layouts:
    """The texts that were laid out last, each in a Pango layout of its own; for one thread."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], _Laid] = OrderedDict()

    def extent(self, words: Words) -> Extent:
        """What these words take."""
        return self._lay_out(words).extent

    def draw(self, words: Words, context: c_void_p) -> None:
        """Draw them with a Cairo context: all of their ink, from the left upper corner on."""
        layout, e = self._lay_out(words)
        px, _, color = words.style
        outlined = px >= LARGE and not _holds_pictures(words.text)
        typesetter().draw(context, color, e.left - e.x, e.top, outlined, layout)

    def _lay_out(self, words: Words) -> _Laid:
        setter, (text, (px, bold, _), width, markup, lines, centered) = typesetter(), words
        key = (text, px, bold, width, markup, lines, centered, setter.right_to_left)
        laid = self._kept.get(key)
        if laid is None:
            layout = self._oldest() if len(self._kept) >= self._most else setter.new_layout()
            laid = _Laid(layout, setter.lay_out(text, words.style, width, markup, layout, lines, centered))
        else:
            del self._kept[key]
        # The newest stand at the end.
        self._kept[key] = laid
        return laid

    def _oldest(self) -> c_void_p:
        """The layout of what nobody has asked for the longest, to be used again."""
        _, laid = self._kept.popitem(last=False)
        return laid.layout


layouts = Layouts()
"""Those of the glass."""


def ink_size(extent: Extent) -> tuple[int, int]:
    """The pixels that all of the ink takes: width and height."""
    width, height = (
        extent.left + extent.width + extent.right,
        extent.top + extent.height + extent.bottom,
    )
    return max(1, width), max(1, height)


def _holds_pictures(text: str) -> bool:
    """True where there may be emoji: they have no outline."""
    return not text.isascii() and any(unicodedata.category(char) == "So" for char in text)
