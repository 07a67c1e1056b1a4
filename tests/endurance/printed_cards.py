"""Cards on paper: of every kind, at what printers print, each read back by another library than drew it."""

from io import BytesIO
from random import Random

import pypdfium2
import zxingcpp

from drivers import Symbology
from kiosk.cards.numbers import IN_STORE, CardKind, new_numbers
from kiosk.cards.printed import printed_card
from kiosk.paper.card_pages import card_pdf
from kiosk.paper.card_sheets import SHEETS
from kiosk.paper.printed_card import Brand
from tests.endurance.rig import Rig, Trial

_KINDS = (
    IN_STORE,
    CardKind("0041", 13, Symbology.EAN13),
    CardKind("2", 8, Symbology.EAN8),
    CardKind("LOY-", 14, Symbology.CODE128),
    CardKind("", 18, Symbology.CODE128),
    CardKind("LOY", 10, Symbology.CODE39),
    CardKind("LOY-", 14, Symbology.QR),
)
_DOTS_PER_INCH = (203, 300, 600)
_POINTS_PER_INCH = 72
_A_STEP = 10

_SHEETS = [name for name, sheet in SHEETS.items() if sheet.width > 60]
"""Those on which the bars of every kind have room."""


def run(trial: Trial) -> None:
    """A step is ten new cards of one kind, on pages of their own or on one sheet, at one resolution."""
    more = 0
    for _ in trial.steps():
        chance = trial.chance()
        numbers, found = _printed_and_read(chance)
        lost = set(numbers) - set(found)
        assert not lost, f"{lost} cannot be read"
        more += len(found) - len(numbers)
    trial.figures["read besides"] = f"{more:,}"


def _printed_and_read(chance: Random) -> tuple[list[str], list[str]]:
    kind, sheet, dots = chance.choice(_KINDS), chance.choice(_SHEETS), chance.choice(_DOTS_PER_INCH)
    numbers = new_numbers(kind, _A_STEP, lambda _: (), below=chance.randrange)
    cards = (printed_card(one, kind.symbology, Brand("Corner Bakery")) for one in numbers)
    pages = pypdfium2.PdfDocument(BytesIO(b"".join(card_pdf(cards, SHEETS[sheet]))))
    pictures = [page.render(scale=dots / _POINTS_PER_INCH).to_pil().convert("L") for page in pages]
    return numbers, [code.text for one in pictures for code in zxingcpp.read_barcodes(one)]


RIG = Rig("cards", amount=10_000, short=4 * _A_STEP, a_step=_A_STEP, run=run)
