"""Set text as a texture."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kivy.graphics.texture import Texture

from kiosk.drawing.typesetting import Extent, Style, typesetter
from kiosk.ui.canvas import paint

LARGE = 60
"""From this type size on letters are drawn as outlines: as glyphs, Cairo would keep every one of them."""


class Setting(NamedTuple):
    """Text as a texture, and what it takes."""

    texture: Texture
    extent: Extent


@lru_cache(maxsize=32)
def typeset(text: str, style: Style, width: int | None = None, markup: bool = False) -> Setting:
    """`text` drawn; the newest 32 are kept, so that what stands on every greeting is drawn once.

    With `markup` the text is Pango's markup: what people wrote must be escaped in it.
    """
    setter = typesetter()
    e = setter.lay_out(text, style, width, markup)
    outlined = style.px >= LARGE and not _holds_pictures(text)
    texture = paint(
        e.left + e.width + e.right,
        e.top + e.height + e.bottom,
        lambda context: setter.draw(context, style.color, e.left - e.x, e.top, outlined),
    )
    return Setting(texture, e)


def _holds_pictures(text: str) -> bool:
    """True where there may be emoji: they have no outline."""
    return any(unicodedata.category(char) == "So" for char in text)
