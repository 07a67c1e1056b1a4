"""What comes of an event at the counter."""

from dataclasses import dataclass

from kiosk.people.greeting.greetings import Greeting


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scan or a tap leads to: the greeting, and a sentence where something else went wrong.

    `kept` is False where that sentence says that something written was not kept.
    """

    greeting: Greeting
    trouble: str = ""
    kept: bool = True
