"""Which ink is read on a colour."""

from kiosk.drawing.palette import LIGHT
from kiosk.drawing.shapes import Color

INK: Color = LIGHT.ink[:3]
WHITE: Color = (1.0, 1.0, 1.0)

_LIGHT = 0.4
"""How light a colour has to be for dark words on it."""


def ink_on(ground: Color) -> Color:
    """Dark on light colours, white on others."""
    return INK if _luminance(ground) > _LIGHT else WHITE


def _luminance(color: Color) -> float:
    """Relative luminance, from 0 to 1. Source: WCAG 2.2."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
