"""`kiosk briefing`: what to have in mind before opening, on a terminal or on paper."""

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from kiosk.commands.joining import desk_for, existing_database, moment_chosen, shop_of
from kiosk.commands.writing import write_whole
from kiosk.exchange.briefing_json import briefing_as_json
from kiosk.files import A_PDF
from kiosk.locale import Speech, speech
from kiosk.people.briefing import Briefing, names, topics
from kiosk.settings import Settings


def briefing(settings: Settings, chosen: Namespace) -> int:
    """Print the briefing, or write it as a page to be printed."""
    words = speech(settings.shop.language)
    with existing_database(settings) as database:
        shop, zone = shop_of(settings, database)
        at = moment_chosen(chosen.at, zone)
        told = desk_for(settings, database, words).briefing(at)
    if chosen.pdf is not None:
        _write_page(settings, Path(chosen.pdf), told, shop, words)
    elif chosen.json:
        print(json.dumps(briefing_as_json(told), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(told, words)))
    return 0


def _write_page(settings: Settings, file: Path, told: Briefing, shop: str, words: Speech) -> None:
    # Pango and its fonts take longer to load than the rest of the command to run.
    from kiosk.paper.briefing import briefing_sheet
    from kiosk.paper.pdf import pdf

    write_whole(settings, file, pdf(briefing_sheet(told, shop, words)), A_PDF)
    print(f"The briefing is at {file}, ready to be printed.")


def _lines(told: Briefing, words: Speech) -> Iterator[str]:
    """The briefing as somebody would read it out."""
    yield words.long_day(told.at.date())
    for _, title, items in topics(told, words):
        yield from ["", title]
        for item in items:
            detail = f" ({item.detail})" if item.detail else ""
            yield f"  {names(item, words)}: {item.what}{detail}"
