"""Drawing keys: a whole page into one picture, and single ones over it."""

from collections.abc import Sequence
from ctypes import c_void_p
from typing import NamedTuple

from kivy.graphics.texture import Texture

from kiosk.drawing.palette import Palette
from kiosk.drawing.shapes import Card, draw_card
from kiosk.drawing.typesetting import Style, measure, typesetter
from kiosk.ui.canvas import paint
from kiosk.ui.keyboard.fitting import Frame, Placed
from kiosk.ui.keyboard.pages import SPACE, Does
from kiosk.ui.sizes import Sizes

_ROOM = 0.92
"""The part of the width of a key that a word may take."""


class Look(NamedTuple):
    """What keys are drawn with, the words on the two that have one, and whether the main one is off."""

    palette: Palette
    sizes: Sizes
    space: str
    done: str
    is_off: bool = False


def paint_page(keys: Sequence[Placed], frame: Frame, look: Look) -> Texture:
    """All keys but the main one."""

    def draw(context: c_void_p) -> None:
        ground = look.palette.line[:3]
        draw_card(context, Card(ground, ground, 0, 0), 0, 0, frame.width, frame.height)
        for placed in keys:
            if placed.key.does is not Does.DONE:
                _draw_key(context, placed, look, look.palette.card)

    return paint(frame.width, frame.height, draw)


def paint_key(placed: Placed, look: Look, stands_out: bool) -> Texture:
    """One key; it `stands_out` while it is pressed or stays down."""
    here = placed._replace(x=0, y=0)
    main = placed.key.does is Does.DONE
    is_lit = main and not look.is_off
    usual, other = look.palette.pine if is_lit else look.palette.card, look.palette.pine_wash
    fill = other if stands_out else usual
    return paint(placed.width, placed.height, lambda context: _draw_key(context, here, look, fill))


def paint_strip(faces: Sequence[str], chosen: int, width: int, height: int, look: Look) -> Texture:
    """What holding a key offers, side by side, each `width` wide."""
    palette, radius = look.palette, 4.0 * look.sizes.unit

    def draw(context: c_void_p) -> None:
        ground = Card(palette.card[:3], palette.pine[:3], 2, radius)
        draw_card(context, ground, 0, 0, width * len(faces), height)
        mark = Card(palette.pine_wash[:3], palette.pine_wash[:3], 0, radius - 4)
        draw_card(context, mark, chosen * width + 4, 4, width - 8, height - 8)
        for i, face in enumerate(faces):
            _draw_face(
                context,
                face,
                Style(look.sizes.title, i == chosen, palette.ink[:3]),
                i * width,
                0,
                width,
                height,
            )

    return paint(width * len(faces), height, draw)


def _draw_key(context: c_void_p, placed: Placed, look: Look, fill: tuple[float, ...]) -> None:
    key, palette = placed.key, look.palette
    ground = (fill[0], fill[1], fill[2])
    draw_card(
        context, Card(ground, ground, 0, 3 * look.sizes.unit), placed.x, placed.y, placed.width, placed.height
    )
    text, px, bold, ink = key.face, look.sizes.title, False, palette.ink
    if key.does is Does.DONE:
        text, px, bold = look.done, look.sizes.button, True
        ink = palette.soft if look.is_off else palette.paper if fill == palette.pine else palette.pine
    elif key.does is not Does.TYPE or key.face == SPACE:
        text, ink = look.space if key.face == SPACE else key.face, palette.soft
        px = look.sizes.chip if text.isalnum() else look.sizes.title
    _draw_face(context, text, Style(px, bold, ink[:3]), *placed[1:])


def has_room(text: str, main: Placed, look: Look) -> bool:
    """True when this stands on the main key as large as it should."""
    return measure(text, Style(look.sizes.button, True, (0, 0, 0))).width <= main.width * _ROOM


def _draw_face(
    context: c_void_p, text: str, style: Style, x: float, y: float, width: float, height: float
) -> None:
    """In the middle; words too wide for it are set smaller."""
    wide = measure(text, style).width
    room = width * _ROOM
    if wide > room:
        style = style._replace(px=int(style.px * room / wide))
    setter = typesetter()
    extent = setter.lay_out(text, style)
    setter.draw(
        context, style.color, x + (width - extent.width) / 2 - extent.x, y + (height - extent.height) / 2
    )
