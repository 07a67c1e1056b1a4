"""The sheets that cards are printed on, by name. All lengths are millimetres.

Sources: ISO/IEC 7810 (ID-1, the size of a card); for labels and business cards to be broken out, the sizes
and pitches that Avery prints on the packet. Their margins left and right are equal, and above and below.
"""

from typing import NamedTuple

CARD_WIDTH, CARD_HEIGHT = 85.60, 53.98
"""Of a card (ID-1)."""

MARK_FROM, MARK_TO = 0.4, 1.3
"""From a card to the beginning and the end of the crop marks at its corners: within half of the gap."""

_A4 = 210.0, 297.0
_LETTER = 215.9, 279.4


class Sheet(NamedTuple):
    """A sheet, and the cards across and down it; `pitch` is from one to the next, `marks` guide scissors.

    `hole` is the width on the left of each that is left free for the hole of a key ring.
    """

    paper: tuple[float, float]
    width: float
    height: float
    across: int = 1
    down: int = 1
    pitch: tuple[float, float] = (0, 0)
    marks: bool = False
    hole: float = 0

    @property
    def left(self) -> float:
        """White beside the first card."""
        return (self.paper[0] - self.width - (self.across - 1) * self.pitch[0]) / 2

    @property
    def top(self) -> float:
        """White above it."""
        return (self.paper[1] - self.height - (self.down - 1) * self.pitch[1]) / 2


SHEETS = {
    "card": Sheet((CARD_WIDTH, CARD_HEIGHT), CARD_WIDTH, CARD_HEIGHT),
    "a4": Sheet(_A4, CARD_WIDTH, CARD_HEIGHT, 2, 5, (CARD_WIDTH + 3, CARD_HEIGHT + 3), marks=True),
    "a4-key-tags": Sheet(_A4, 54, 28.5, 3, 9, (57, 31.5), marks=True, hole=9),
    "avery-c32010": Sheet(_A4, 85, 54, 2, 5, (95, 54)),
    "avery-l7160": Sheet(_A4, 63.5, 38.1, 3, 7, (66.04, 38.1)),
    "avery-l7163": Sheet(_A4, 99.1, 38.1, 2, 7, (101.6, 38.1)),
    "avery-l7165": Sheet(_A4, 99.1, 67.7, 2, 4, (101.6, 67.7)),
    "avery-l7651": Sheet(_A4, 38.1, 21.2, 5, 13, (40.64, 21.2)),
    "avery-5160": Sheet(_LETTER, 66.675, 25.4, 3, 10, (69.85, 25.4)),
    "avery-5163": Sheet(_LETTER, 101.6, 50.8, 2, 5, (106.3625, 50.8)),
    "avery-5371": Sheet(_LETTER, 88.9, 50.8, 2, 5, (88.9, 50.8)),
}
"""A card printer's page, A4 for scissors, key tags, business cards to be broken out, and labels.

Three key tags are as large as a card.
"""
