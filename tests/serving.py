"""Somebody is served as at the counter: greeted, and then their visit is recorded."""

from dataclasses import replace
from uuid import UUID

from drivers import Scan
from kiosk.desk import Answer, Desk


def serve(desk: Desk, number: str) -> Answer:
    """Scan a card, and record the visit; what was wrong with that is told as the glass tells it."""
    return recorded(desk, desk.greetings.welcome(Scan(number, None, 0.0)))


def serve_known(desk: Desk, customer_id: UUID) -> Answer:
    """The same for somebody without their card."""
    return recorded(desk, desk.greetings.recognise(customer_id))


def recorded(desk: Desk, answer: Answer) -> Answer:
    """Record the visit of an answer that was shown."""
    trouble = "" if answer.visit is None else desk.greetings.record(answer.visit)
    return replace(answer, trouble=trouble or answer.trouble, visit=None)
