"""`kiosk cards pass`: the card of somebody for the wallet of their telephone."""

import sys
from argparse import Namespace
from pathlib import Path

from kiosk.commands.choosing import customer_chosen
from kiosk.commands.joining import current_database, desk_for
from kiosk.commands.writing import write_whole
from kiosk.files import A_PASS
from kiosk.locale import speech
from kiosk.settings import Settings


def make_pass(settings: Settings, chosen: Namespace) -> int:
    """Write a pass for Apple Wallet, or print the link to one for Google Wallet. Raises CommandError."""
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        with database.reading() as session:
            customer_id = customer_chosen(session, settings, chosen.who)
        if chosen.google:
            print(desk.passes.google(customer_id))
            print("Once it is opened, Google knows that they are a customer of the shop.", file=sys.stderr)
        else:
            file = Path(chosen.file)
            write_whole(settings, file, desk.passes.apple(customer_id), A_PASS)
            print(f"The pass is in {file}; it is opened on the telephone.", file=sys.stderr)
    return 0
