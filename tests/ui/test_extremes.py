"""However much there is to say, it stays on the glass."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Literal
from uuid import uuid4

import pytest

from kiosk.desk import Answer
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.customers import Customer
from kiosk.settings import Display
from kiosk.ui.widgets import CueCard, Text
from tests.ui.counter import Counter

SIZES = [(1280, 800), (800, 480), (720, 1280)]
NOTE = ("Please keep the door open for the wide pram, and mind the little dog. " * 4)[:280]
NAMES = {
    "long": "Bartholomew Featherstonehaugh-Cholmondeley of Marjoribanks and Kirkcudbright",
    "no blanks": "欧阳静怡上官婉儿司马相如诸葛孔明东方朔西门庆",
    "one word": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "widest": "W" * 60,
    "short": "Ö",
}
CUES = {
    "three long alerts": [Cue(CueKind.ALERT, NOTE)] * 3,
    "alerts behind a celebration": [
        Cue(CueKind.CELEBRATION, "Birthday today", "Not wished yet", occasion="birthday"),
        *[Cue(CueKind.ALERT, NOTE)] * 2,
        *[Cue(CueKind.NOTE, NOTE, "4 November · Mia")] * 3,
    ],
    "a long concern": [Cue(CueKind.CONCERN, "很" * 280, "4 November · Mia"), Cue(CueKind.NOTE, NOTE)],
    "none": [],
}


def welcome(name: str, cues: list[Cue]) -> Greeting:
    """A greeting with as much as there can be."""
    customer = Customer(
        id=uuid4(), key="k", name=f"{name} and family", called_by=name, pronunciation=name[:20]
    )
    chips = ("First visit in 5 weeks", "With us since 2021", "100th visit")
    return Greeting(
        Outcome.WELCOME, customer, f"Good to see you again, {name}! How was it?", chips, tuple(cues)
    )


def seen(counter: Counter) -> Iterator[Text]:
    """Every text that is drawn."""
    return (widget for widget in counter.app.root.walk() if isinstance(widget, Text) and widget.text)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_leaves_the_glass_and_no_alert_is_missing(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    theme: Literal["light"] = "light"
    counter = open_counter(Display(width=width, height=height, theme=theme))
    for (called, name), (what, cues) in ((n, c) for n in NAMES.items() for c in CUES.items()):
        before = len(counter.kiosk.outcomes)
        counter.app.flows.serving.show(Answer(welcome(name, cues)), monotonic())
        counter.until(lambda before=before: len(counter.kiosk.outcomes) > before, "the greeting")  # type: ignore[misc]
        off = [
            (text.text[:20], text.pos, text.size)
            for text in seen(counter)
            if text.x < -1 or text.y < -1 or text.right > width + 1 or text.top > height + 1
        ]
        assert off == [], (called, what)
        alerts = sum(cue.kind is CueKind.ALERT for cue in cues)
        cards = [card for card in counter.app.root.walk() if isinstance(card, CueCard)]
        assert sum(card.title == NOTE for card in cards) >= alerts, (called, what)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_matters_most_is_always_among_the_cards(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    counter.app.flows.serving.show(Answer(welcome("Jack", CUES["a long concern"])), monotonic())
    counter.sees("很很很")
