"""`kiosk cards`: new numbers, cards on paper, and the cards of one person."""

from argparse import Namespace
from pathlib import Path

from kiosk.cards.printed import printed_card
from kiosk.commands import CommandError
from kiosk.commands.card_files import require_picture, require_sheet, write_cards, write_picture
from kiosk.commands.choosing import customer_chosen
from kiosk.commands.joining import current_database, desk_for, existing_database
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.changing.changes import RetireCard
from kiosk.people.profile.profile import KeptCard, Profile
from kiosk.settings import Settings
from kiosk.storage.issued import still_nobodys


def new(settings: Settings, chosen: Namespace) -> int:
    """Issue numbers that nobody has, and print them, or write them as cards. Raises CommandError."""
    require_sheet(chosen.sheet)
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        shop = desk.cards.brand()
        numbers = desk.cards.issue(chosen.count)
        if chosen.pdf is None:
            print("\n".join(numbers))
        else:
            kind = desk.cards.symbology
            write_cards(settings, chosen, [(number, kind, "") for number in numbers], shop)
    return 0


def free(settings: Settings, _chosen: Namespace) -> int:
    """Print the numbers that were issued and that nobody has yet."""
    with existing_database(settings) as database, database.reading() as session:
        for number in still_nobodys(session):
            print(number)
    return 0


def of_one(settings: Settings, chosen: Namespace) -> int:
    """Print the cards of somebody, those in use first. Raises CommandError."""
    with existing_database(settings) as database:
        for card in _profile(settings, desk_for(settings, database, speech("en")), chosen.who).cards:
            print(f"{card.number}  {'in use' if card.retired is None else f'not in use: {card.retired}'}")
    return 0


def retire(settings: Settings, chosen: Namespace) -> int:
    """A card was lost: nobody is greeted by it any more. Raises CommandError."""
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        profile = _profile(settings, desk, chosen.card)
        card = _card_of(settings, profile, chosen.card)
        desk.profiles.change(profile.customer.id, RetireCard(card.id))
    print("Nobody is greeted by it any more.")
    return 0


def replace(settings: Settings, chosen: Namespace) -> int:
    """Give somebody a new number in place of their cards, and print it. Raises CommandError."""
    require_sheet(chosen.sheet)
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        profile = _profile(settings, desk, chosen.who)
        shop = desk.cards.brand()
        number = desk.cards.replace(profile.customer.id)
        if chosen.pdf is None:
            print(number)
        else:
            write_cards(settings, chosen, [(number, desk.cards.symbology, profile.customer.name)], shop)
    return 0


def of_several(settings: Settings, chosen: Namespace) -> int:
    """Write the cards of some people; who has none in use gets a new number. Raises CommandError."""
    require_sheet(chosen.sheet)
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        shop = desk.cards.brand()
        # All are found before the first of them gets a number.
        people = [_profile(settings, desk, who).customer for who in chosen.who]
        faces = [desk.cards.in_use(one.id) for one in people]
        cards = [(face.number, face.symbology, one.name) for face, one in zip(faces, people, strict=True)]
        write_cards(settings, chosen, cards, shop)
    return 0


def draw(settings: Settings, chosen: Namespace) -> int:
    """Write the card of somebody as a picture; who has none in use gets a new number. Raises CommandError."""
    file = Path(chosen.file)
    require_picture(file)
    with current_database(settings) as database:
        desk = desk_for(settings, database, speech("en"))
        shop, customer = desk.cards.brand(), _profile(settings, desk, chosen.who).customer
        face = desk.cards.in_use(customer.id)
        write_picture(settings, file, printed_card(face.number, face.symbology, shop, customer.name))
    return 0


def _profile(settings: Settings, desk: Desk, who: str) -> Profile:
    with desk.store.reading() as session:
        return desk.profiles.of(customer_chosen(session, settings, who))


def _card_of(settings: Settings, profile: Profile, number: str) -> KeptCard:
    found = next((card for card in profile.cards if card.number == number and card.retired is None), None)
    if found is None:
        raise CommandError("No card that is in use has this number. Nothing was changed.")
    return found
