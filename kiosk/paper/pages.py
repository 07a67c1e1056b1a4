"""What stands where: blocks down the two columns of a page, and over to the next; lengths in units."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from kiosk.drawing.typesetting import LINE_HEIGHT, measure
from kiosk.paper import style
from kiosk.paper.blocks import UNITS, Block, stacked, text
from kiosk.paper.cards import section_blocks
from kiosk.paper.sheet import Sheet

_HEADER_GAP = 20 * UNITS
_FOOTER_GAP = 12 * UNITS
_FULL_WIDTH = style.WIDTH - 2 * style.MARGIN
_NUMBER_WIDTH = 40 * UNITS
_LINE = round(style.FOOTER.px * LINE_HEIGHT)
_COLUMNS_AT = (style.MARGIN, style.MARGIN + style.COLUMN + style.COLUMN_GAP)


class Placed(NamedTuple):
    """A block and its left upper corner."""

    block: Block
    x: int
    y: int


Page = list[Placed]


def pages(sheet: Sheet) -> list[Page]:
    """All that stands on each page; there is always one."""
    title = text(sheet.title, style.TITLE, _FULL_WIDTH)
    header = stacked(title, text(sheet.subtitle, style.SUBTITLE, _FULL_WIDTH))
    footer = text(sheet.footer, style.FOOTER, _FULL_WIDTH - _NUMBER_WIDTH)
    foot = style.HEIGHT - style.MARGIN - max(footer.height, _LINE)
    blocks = [block for section in sheet.sections for block in section_blocks(section)]
    found = [[Placed(header, style.MARGIN, style.MARGIN)]]
    for page, placed in _flow(blocks, style.MARGIN + header.height + _HEADER_GAP, foot - _FOOTER_GAP):
        if page == len(found):
            found.append([])
        found[page].append(placed)
    numbers = [f"{n}/{len(found)}" for n in range(1, len(found) + 1)] if len(found) > 1 else [""]
    for page_blocks, number in zip(found, numbers, strict=True):
        page_blocks += [Placed(footer, style.MARGIN, foot), _at_the_right(number, foot)]
    return found


def _at_the_right(number: str, y: int) -> Placed:
    width = measure(number, style.FOOTER).width
    return Placed(text(number, style.FOOTER, None), style.WIDTH - style.MARGIN - width, y)


def _flow(blocks: Iterable[Block], first_top: int, bottom: int) -> Iterator[tuple[int, Placed]]:
    """Each block with the number of its page, from 0; the columns of the first begin further down."""
    columns = ((page, x, style.MARGIN if page else first_top) for page in count() for x in _COLUMNS_AT)
    page, x, top = next(columns)
    y = top
    for block in blocks:
        y += block.gap if y > top else 0
        if y + block.height > bottom and y > top:
            page, x, y = next(columns)
            top = y
        yield page, Placed(block, x, y)
        y += block.height
