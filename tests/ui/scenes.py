"""Scenes that are measured, and photographed, too."""

from dataclasses import replace

from kiosk.cards.qr import qr
from kiosk.ui.screens.greeting.foot import Beside
from tests.ui.counter import Counter

JACK = "2900000000018"


def say(counter: Counter, message: str) -> str:
    """What stands on the glass for this message."""
    text: str = counter.app.place.words.gettext(message)
    return text


def consent(counter: Counter) -> None:
    """Somebody is to be asked whether we may remember them."""
    counter.scans(JACK)
    screen = counter.app.flows.serving.screen
    greeting = replace(screen.standing.greeting, asks_consent=True)
    screen.show(replace(screen.standing, greeting=greeting), Beside())
    counter.sees(say(counter, "Yes"))


def merging(counter: Counter) -> None:
    """Somebody beside another, who differs in everything."""
    flows = counter.app.flows
    full = flows.person.screen.profile
    assert full is not None
    customer = replace(
        full.customer, name="Al", called_by="Al", greet_by_name=not full.customer.greet_by_name
    )
    dates = [replace(kept, important=replace(kept.important, day=3)) for kept in full.important_dates]
    flows.navigator.serve(flows.merging.screen)
    other = replace(full, customer=customer, important_dates=tuple(dates))
    flows.merging.screen.show(full, other, counter.now.date(), "1/2")


def photographed_card(counter: Counter) -> None:
    """A card with both of its codes, to be photographed."""
    flows = counter.app.flows
    full = flows.person.screen.profile
    assert full is not None
    flows.card.open(full.customer.id, flows.person.show_again)
    counter.sees(say(counter, "Take a photo of this, and show us the photo from now on."))
    codes = flows.card.screen._codes
    flows.card.screen.show(
        "Corner Bakery", codes._replace(square=qr(codes.number, "q"), apple=True, google=True)
    )


def new_cards(counter: Counter) -> None:
    """Cards to be printed, and why they are not."""
    flow = counter.app.flows.new_cards
    flow.open()
    flow.screen.refuse(say(counter, "There is no printer. Plug in a stick for the file."))


def joining(counter: Counter) -> None:
    """The code of a hub is waited for, and why one was refused."""
    flow = counter.app.flows.joining
    flow.open()
    flow.screen.refuse(say(counter, "The code is not whole. Copy or scan all of it. Nothing was changed."))


def whom_to_let_in(counter: Counter) -> None:
    """The hub asks which counter shall join."""
    counter.app.flows.joining.screen.ask_which("3", ["2"])


def code_of_a_counter(counter: Counter) -> None:
    """The code with which it joins."""
    code = f"KIOSKHUB1|192.168.178.120|5440|1|k_0123abcd|{'0' * 32}|{'f' * 43}"
    modules = qr(code)
    assert modules is not None
    counter.app.flows.joining.screen.show_code("3", modules)
