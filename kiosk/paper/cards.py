"""Entries as cards, sections as columns of cards and lines."""

from ctypes import c_void_p

from kiosk.drawing.shapes import draw_card
from kiosk.paper import style
from kiosk.paper.blocks import UNITS, Block, code, stacked, text
from kiosk.paper.sheet import Entry, Section

_PAD = 10 * UNITS
_PICTURE = 28 * UNITS
_WORDS_AT = _PAD + _PICTURE + 9 * UNITS
_WORDS = style.COLUMN - _WORDS_AT - _PAD
_CARD_GAP = 6 * UNITS
_SECTION_GAP = 18 * UNITS


def section_blocks(section: Section) -> list[Block]:
    """Its cards or lines; the heading goes with the first two, what is said last with the last."""
    heading = text(section.title, style.HEADING, style.COLUMN, _SECTION_GAP)
    more = text(section.more, style.DETAIL, style.COLUMN, _CARD_GAP)
    blocks = [_card(entry) for entry in section.entries]
    blocks += [text(line, style.LINE, style.COLUMN, _CARD_GAP) for line in section.lines]
    blocks += [code(section.code, style.CODE, style.COLUMN, _CARD_GAP)] if section.code else []
    if not blocks:
        return [stacked(heading, more)] if section.more else []
    blocks[:2] = [stacked(heading, *blocks[:2])]
    blocks[-1] = stacked(blocks[-1], more)
    return blocks


def _card(entry: Entry) -> Block:
    look = style.FESTIVE_CARD if entry.festive else style.CARD
    picture = text(entry.picture, style.PICTURE, _PICTURE)
    words = stacked(
        text(entry.title, style.NAME, _WORDS),
        text(entry.detail, style.FESTIVE_DETAIL if entry.festive else style.DETAIL, _WORDS),
    )
    height = max(picture.height, words.height) + 2 * _PAD

    def draw(context: c_void_p, x: int, y: int) -> None:
        draw_card(context, look, x, y, style.COLUMN, height)
        picture.draw(context, x + _PAD, y + (height - picture.height) // 2)
        words.draw(context, x + _WORDS_AT, y + (height - words.height) // 2)

    return Block(height, _CARD_GAP, draw)
