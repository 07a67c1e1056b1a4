"""The pictures of a pass: an icon, and the logo of the shop if it has one."""

from collections.abc import Callable, Iterator
from ctypes import c_void_p

from kiosk.drawing.contrast import WHITE, ink_on
from kiosk.drawing.logos import Logo
from kiosk.drawing.native import cairo
from kiosk.drawing.palette import LIGHT
from kiosk.drawing.shapes import Color, set_color
from kiosk.drawing.surfaces import picture_png
from kiosk.drawing.typesetting import Style, typesetter
from kiosk.paper.printed_card import Brand

GROUND: Color = LIGHT.pine[:3]
"""The colour of a shop that has set none."""

_ICON, _LOGO_WIDTH, _LOGO_HEIGHT = 29, 160, 50
_MARGIN = 0.12
"""Of the side of an icon, around a logo."""

_LETTER = 0.62
"""The type size of the initial, as a part of the side."""

_SCALES = {"": 1, "@2x": 2, "@3x": 3}


def pass_pictures(shop: Brand) -> Iterator[tuple[str, bytes]]:
    """Each file by its name, as PNG. Source: Apple, Wallet Developer Guide, for the names and sizes."""
    for suffix, scale in _SCALES.items():
        side = _ICON * scale
        yield f"icon{suffix}.png", picture_png(side, side, _icon(shop, side))
        if shop.logo:
            wide, high = shop.logo.fitted(_LOGO_WIDTH * scale, _LOGO_HEIGHT * scale)
            size = max(1, round(wide)), max(1, round(high))
            yield f"logo{suffix}.png", picture_png(*size, _whole(shop.logo, high))


def _icon(shop: Brand, side: int) -> Callable[[c_void_p], None]:
    """The logo on white, or the initial of the shop on its colour."""

    def draw(context: c_void_p) -> None:
        ground = WHITE if shop.logo else shop.color or GROUND
        set_color(context, ground)
        cairo.cairo_paint(context)
        if shop.logo:
            room = side * (1 - 2 * _MARGIN)
            wide, high = shop.logo.fitted(room, room)
            shop.logo.draw(context, (side - wide) / 2, (side - high) / 2, high)
        else:
            _draw_initial(context, shop.name, ground, side)

    return draw


def _whole(logo: Logo, high: float) -> Callable[[c_void_p], None]:
    def draw(context: c_void_p) -> None:
        logo.draw(context, 0, 0, high)

    return draw


def _draw_initial(context: c_void_p, name: str, ground: Color, side: int) -> None:
    ink, setter = ink_on(ground), typesetter()
    extent = setter.lay_out(name[:1].upper(), Style(int(side * _LETTER), True, ink), None)
    setter.draw(context, ink, (side - extent.width) / 2, (side - extent.height) / 2)
