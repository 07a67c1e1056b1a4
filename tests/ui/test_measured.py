"""In every language, at every size and scale of type: nothing is cut, covered, too small or too faint."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from kivy.clock import Clock

from kiosk.desk import Answer
from kiosk.exchange.lists.listed import Held
from kiosk.health.finding import Finding, State
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Display, Shop
from kiosk.ui.flows.first_day_answers import Step
from kiosk.ui.widgets.choices import Option
from tests.ui.counter import Counter
from tests.ui.grid import off_the_grid
from tests.ui.measuring import Glass
from tests.ui.sample import Language
from tests.ui.scenes import (
    JACK,
    code_of_a_counter,
    consent,
    joining,
    merging,
    new_cards,
    photographed_card,
    say,
    whom_to_let_in,
)
from tests.ui.setting_up import plug_in_one_that_types

SIZES = [(1280, 800), (800, 480), (720, 1280)]
LANGUAGES = ["en", "de", "fr", "es", "uk", "ar"]
SCALES = [1.0, 1.6]
FULL, LONG, NEW, PAYMENT = (
    "2900000000179",
    "2900000000155",
    "2900000099999",
    "4111111111111111",
)


def briefing(counter: Counter) -> None:
    """What today holds, tapped on the ready screen."""
    counter.taps("🎂")
    counter.sees(say(counter, "Before we open"))


def wished(counter: Counter) -> None:
    """Done, to be taken back for a while."""
    counter.scans(JACK)
    counter.taps(say(counter, "Wished"))
    counter.sees(say(counter, "Undo"))


def taken_back(counter: Counter) -> None:
    """As it was before."""
    counter.taps(say(counter, "Undo"))
    counter.settles()
    counter.sees(say(counter, "Add a note"))


def add_note(counter: Counter) -> None:
    """With nothing written yet."""
    counter.taps(say(counter, "Add a note"))
    counter.sees(say(counter, "Cancel"))


def leave_note(counter: Counter) -> None:
    """Back to the ready screen."""
    counter.taps(say(counter, "Cancel"))
    counter.closes()


def find(counter: Counter) -> None:
    """With some of those whose names begin so."""
    counter.taps("🔍")
    counter.app.flows.finding.screen.ids.field.type("ma")
    counter.until(lambda: len(counter.app.flows.finding.screen.ids.found.children) > 0, "somebody found")


def leave_find(counter: Counter) -> None:
    """Back to the ready screen."""
    counter.taps(say(counter, "Close"))
    counter.sees("🎂")


def status(counter: Counter) -> None:
    """A machine on which nothing is well."""
    counter.kiosk._root = Path("/nowhere")
    counter.app.resting.ready.dispatch("on_status")
    counter.sees(say(counter, "Look again"))
    counter.sees_no(say(counter, "Looking at everything; this takes a moment."))


def scanners(counter: Counter) -> None:
    """What is plugged in, with one that types."""
    plug_in_one_that_types(counter)
    counter.app.flows.scanners.open()
    counter.until(lambda: not counter.app.flows.scanners.screen.more[0].off, "a code")


def customer_list(counter: Counter) -> None:
    """What would be taken over, and why some is held back."""
    flow = counter.app.flows.lists
    held = [say(counter, str(why)) for why in (Held.FROM_A_PAYMENT, Held.BAD_NAME, Held.TWICE)]
    counter.app.flows.navigator.serve(flow.screen)
    findings = [Finding("held", State.AMBER, f"{why}.", "4, 8, 15, 16, 23, 42") for why in held]
    flow.screen.put(findings, say(counter, "Nothing is changed yet."))


def which_days(counter: Counter) -> None:
    """How days are written in it."""
    flow = counter.app.flows.lists
    counter.app.flows.navigator.serve(flow.question)
    flow.question.ask_order()


def on_its_own(counter: Counter) -> None:
    """The ready screen of a counter that has not met the others for long."""
    counter.sees("🎂")
    counter.app.resting.tell_others(date(2026, 9, 22), 0)
    counter.sees(
        say(counter, "On its own since {day}").format(day=counter.app.place.words.day(date(2026, 9, 22)))
    )


def catches_up(counter: Counter) -> None:
    """The ready screen of a counter that has just joined the others."""
    counter.sees("🎂")
    counter.app.resting.tell_others(None, 1_360_000)
    number = counter.app.place.words.number(1_360_000)
    counter.sees(say(counter, "Catching up: {n} to go").format(n=number))


def first_card(counter: Counter) -> None:
    """The first day: three cards tell what all are like."""
    flow, words = counter.app.flows.first_day, counter.app.place.words
    flow._put(flow.choosing)
    title = words.gettext("They begin with {prefix} and have {n} digits.").format(prefix="29", n=13)
    options = [Option(True, say(counter, "Yes")), Option(False, say(counter, "No, there are others"))]
    flow.choosing.ask(title, say(counter, "Are they all like this?"), options, picture="💳")


def first_zone(counter: Counter) -> None:
    """What time it is."""
    counter.app.flows.first_day._open(Step.ZONE)


def first_list(counter: Counter) -> None:
    """A list, or none."""
    counter.app.flows.first_day._open(Step.LIST)


def first_name(counter: Counter) -> None:
    """The name of the shop."""
    counter.app.flows.first_day._open(Step.NAME)


def first_size(counter: Counter) -> None:
    """A frame for a card."""
    counter.app.flows.first_day._open(Step.SIZE)


def first_pin(counter: Counter) -> None:
    """A PIN, this once."""
    flow = counter.app.flows.first_day
    flow._put(flow.pin)
    flow.pin.show("Wilhelmina", "027442", say(counter, "Continue"))


def set_up(counter: Counter) -> None:
    """The code for a scanner that types."""
    counter.taps(say(counter, "Make it serial"))
    counter.sees(say(counter, "Point the scanner here"))


def guest(counter: Counter) -> None:
    """Somebody from another shop of the chain."""
    lines = ("say “oh-KAH-for”", "No nuts for Zoe", "Birthday today")
    counter.app.flows.serving.show(Answer(Greeting(Outcome.GUEST, say="Jack", chips=lines)), monotonic())
    counter.sees(say(counter, "A guest from another of our shops"))


def trouble(counter: Counter) -> None:
    """A greeting with a sentence under it."""
    counter.scans(JACK)
    sentence = say(counter, "The disk is full. Greeting goes on, but nothing is kept until there is room.")
    counter.app.tell_standing_trouble(sentence)
    counter.sees(sentence)


def person(counter: Counter) -> None:
    """Everything kept about somebody."""
    counter.scans(FULL)
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.sees(say(counter, "Dates"))


def forgetting(counter: Counter) -> None:
    """The question before it is too late, and why it is not done."""
    counter.app.flows.person.screen.dispatch("on_erase")
    counter.app.flows.forgetting.screen.refused = say(counter, "Only a manager can do that.")


def own_page(counter: Counter) -> None:
    """Turned to them."""
    counter.app.flows.person.come_back()
    counter.app.flows.person.screen.dispatch("on_turn")
    counter.sees(say(counter, "Thank you"))


SCENES: Mapping[str, Callable[[Counter], None]] = {
    "ready": lambda counter: counter.sees("🎂"),
    "ready on its own": on_its_own,
    "ready and catching up": catches_up,
    "briefing": briefing,
    "greeting": lambda counter: counter.scans(JACK),
    "consent": consent,
    "full greeting": lambda counter: counter.scans(FULL),
    "long name": lambda counter: counter.scans(LONG),
    "taken back": wished,
    "as before": taken_back,
    "a note": add_note,
    "after a note": leave_note,
    "find": find,
    "after that": leave_find,
    "status": status,
    "more of it": lambda counter: counter.taps("›"),
    "menu": lambda counter: counter.app.flows.status.screen.dispatch("on_more", 0),
    "scanners": scanners,
    "set up": set_up,
    "new cards": new_cards,
    "first card": first_card,
    "first zone": first_zone,
    "first list": first_list,
    "first name": first_name,
    "first size": first_size,
    "first PIN": first_pin,
    "customer list": customer_list,
    "which days": which_days,
    "new face": lambda counter: counter.scans(NEW),
    "guest": guest,
    "payment card": lambda counter: counter.scans(PAYMENT),
    "person": person,
    "forgetting": forgetting,
    "merging": merging,
    "card": photographed_card,
    "joining": joining,
    "whom to let in": whom_to_let_in,
    "code of a counter": code_of_a_counter,
    "own page": own_page,
    "trouble": trouble,
}
"""In this order; each begins where the one before it ends."""


@pytest.fixture(autouse=True)
def in_a_hurry() -> Iterator[None]:
    """Frames follow each other quickly: nothing here depends on how long one takes."""
    usual, Clock._max_fps = Clock._max_fps, 200
    yield
    Clock._max_fps = usual


def measured(counter: Counter, display: Display, by_the_pixels: bool = False) -> list[str]:
    """What is wrong, with the name of the scene before it; how faint texts are only `by_the_pixels`."""
    per_mm = counter.app.sizes.touch / 12
    wrong = []
    for name, scene in SCENES.items():
        scene(counter)
        glass = Glass(counter.app.root, display.width, display.height, per_mm)
        faint = glass.faint() if by_the_pixels else ()
        wrong += [
            f"{name}: {complaint}"
            for complaint in (*glass.complaints(), *off_the_grid(counter.app.root), *faint)
        ]
    return wrong


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_can_be_read_and_tapped(
    open_counter: Callable[..., Counter], width: int, height: int, language: Language, scale: float
) -> None:
    display = Display(width=width, height=height, text_scale=scale)
    assert measured(open_counter(display, shop=Shop(language=language)), display) == []


@pytest.mark.parametrize(
    ("language", "look"),
    [("en", {"theme": "dark", "text_scale": 1.3}), ("de", {"hand": "left"}), ("ar", {"hand": "left"})],
    ids=["dark", "left", "right for the left hand"],
)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_in_the_dark_and_for_the_left_hand_too_and_nothing_is_faint(
    open_counter: Callable[..., Counter], width: int, height: int, language: Language, look: dict[str, Any]
) -> None:
    display = Display(width=width, height=height, **look)
    assert measured(open_counter(display, shop=Shop(language=language)), display, by_the_pixels=True) == []
