"""How paper looks: the sizes for an arm's length, the colours of the light theme; lengths in units."""

from kiosk.drawing.palette import LIGHT
from kiosk.drawing.shapes import Card
from kiosk.drawing.typesetting import Style
from kiosk.paper.blocks import UNITS

WIDTH, HEIGHT = round(595.28 * UNITS), round(841.89 * UNITS)
"""A4, upright."""

MARGIN = 42 * UNITS
COLUMN_GAP = 14 * UNITS
COLUMN = (WIDTH - 2 * MARGIN - COLUMN_GAP) // 2

_INK, _SOFT = LIGHT.ink[:3], LIGHT.soft[:3]
TITLE = Style(24 * UNITS, True, _INK)
SUBTITLE = Style(12 * UNITS, False, _SOFT)
HEADING = Style(13 * UNITS, True, _SOFT)
NAME = Style(25 * UNITS // 2, True, _INK)
LINE = Style(21 * UNITS // 2, False, _INK)
DETAIL = Style(21 * UNITS // 2, False, _SOFT)
FESTIVE_DETAIL = DETAIL._replace(color=_INK)
PICTURE = Style(21 * UNITS, False, _INK)
FOOTER = Style(9 * UNITS, False, _SOFT)

CODE = 150 * UNITS
"""The side of a code: a millimetre for each of its modules."""

CARD = Card(LIGHT.card[:3], LIGHT.line[:3], thickness=UNITS, radius=9 * UNITS)
FESTIVE_CARD = CARD._replace(fill=LIGHT.marigold_wash[:3], edge=LIGHT.marigold[:3])
