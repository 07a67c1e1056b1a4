"""`kiosk staff print`: badges on paper."""

from argparse import Namespace

from kiosk.commands.card_files import require_sheet, write_cards
from kiosk.commands.joining import current_database, desk_for
from kiosk.commands.staff import member_of, staff_office
from kiosk.locale import speech
from kiosk.settings import Settings


def print_badges(settings: Settings, chosen: Namespace) -> int:
    """Write a new badge for each of those who are named, in place of any they had. Raises CommandError."""
    require_sheet(chosen.sheet)
    with current_database(settings) as database, staff_office(settings, database) as office:
        cards = desk_for(settings, database, speech("en")).cards
        members = [member_of(database, key) for key in dict.fromkeys(chosen.key)]
        given = [(who, cards.unused()) for who in members]
        shop = cards.brand()
        # Where the file cannot be written, everybody's badge stays as it was.
        write_cards(
            settings, chosen, [(badge.number, badge.symbology, who.name) for who, badge in given], shop
        )
        for who, badge in given:
            office.give_badge(who.id, badge.number)
    return 0
