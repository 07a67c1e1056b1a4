"""Cards as a file to be printed."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.cards.printed import printed_card
from kiosk.commands import CommandError
from kiosk.commands.data import show_progress
from kiosk.commands.writing import write_whole
from kiosk.files import A_PDF, A_PNG, AN_SVG
from kiosk.paper.card_sheets import SHEETS
from kiosk.paper.printed_card import Brand, PrintedCard
from kiosk.settings import Settings


def write_cards(
    settings: Settings,
    chosen: Namespace,
    cards: Sequence[tuple[str, str | None, str]],
    shop: Brand,
) -> None:
    """Write numbers to the file and on the sheet that were chosen: each with its kind of code, and the name
    of its owner or "".

    Raises CommandError where the file cannot be written.
    """
    # Pango and its fonts take longer to load than the rest of the command to run.
    from kiosk.paper.card_face import NoRoomError
    from kiosk.paper.card_pages import card_pdf

    def printed() -> Iterator[PrintedCard]:
        for number, symbology, name in show_progress(cards, "Cards"):
            yield printed_card(number, symbology, shop, name)

    file = Path(chosen.pdf)
    try:
        write_whole(settings, file, card_pdf(printed(), SHEETS[chosen.sheet]), A_PDF)
    except NoRoomError:
        raise CommandError(f"The bars have no room on “{chosen.sheet}”; take a larger one.") from None
    told = f"{len(cards):,} cards are in {file}; print them in true size, without “fit to page”."
    print(told, file=sys.stderr)


def write_picture(settings: Settings, file: Path, card: PrintedCard) -> None:
    """Write one card as an SVG or a PNG. Raises CommandError."""
    from kiosk.paper.card_face import NoRoomError
    from kiosk.paper.card_pictures import card_png, card_svg

    draw, begins = (card_svg, AN_SVG) if file.suffix.lower() == ".svg" else (card_png, A_PNG)
    try:
        write_whole(settings, file, draw(card), begins)
    except NoRoomError:
        raise CommandError("The bars of this number have no room on a card.") from None


def require_picture(file: Path) -> None:
    """Raise CommandError for a file that is named neither .svg nor .png, before anything is changed."""
    if file.suffix.lower() not in (".svg", ".png"):
        raise CommandError(f"{file}: name it .svg or .png. Nothing was changed.")


def require_sheet(name: str) -> None:
    """Raise CommandError for a sheet that nobody knows, before anything is changed."""
    if name not in SHEETS:
        raise CommandError(f"There is no sheet “{name}”. There are {', '.join(SHEETS)}. Nothing was changed.")
