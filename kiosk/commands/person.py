"""`kiosk person`: all that is kept about somebody, in plain words, for them to read and to take along."""

import json
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from kiosk.commands import CommandError
from kiosk.commands.choosing import customer_chosen
from kiosk.commands.joining import existing_database, shop_of
from kiosk.commands.writing import write_whole
from kiosk.exchange.own_page_json import own_page_as_json
from kiosk.files import A_PDF
from kiosk.locale import Speech, speech
from kiosk.people.profile.own_page import as_text
from kiosk.people.profile.profile import Profile
from kiosk.settings import Settings
from kiosk.storage.profiles import profile_of


def person(settings: Settings, chosen: Namespace) -> int:
    """Print what is kept about somebody, or write it as a page to be printed. Raises CommandError."""
    words = speech(settings.shop.language)
    with existing_database(settings) as database:
        shop, zone = shop_of(settings, database)
        with database.reading() as session:
            profile = profile_of(session, customer_chosen(session, settings, chosen.who), zone)
    if profile is None:
        raise CommandError("Nothing is kept about them any more.")
    if chosen.pdf is not None:
        _write_page(settings, Path(chosen.pdf), profile, shop, datetime.now(zone).date(), words)
    elif chosen.json:
        print(json.dumps(own_page_as_json(profile, words), indent=2, ensure_ascii=False))
    else:
        print(as_text(profile, words))
    return 0


def _write_page(
    settings: Settings, file: Path, profile: Profile, shop: str, today: date, words: Speech
) -> None:
    # Pango and its fonts take longer to load than the rest of the command to run.
    from kiosk.paper.own_data import own_data_sheet
    from kiosk.paper.pdf import pdf

    write_whole(settings, file, pdf(own_data_sheet(profile, shop, today, words)), A_PDF)
    print(f"The page is at {file}, ready to be printed.")
