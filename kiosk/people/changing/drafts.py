"""Drafts: what somebody is writing down about a customer, before it is kept."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.people.known.customers import Customer


class DraftKind(StrEnum):
    """What is written down: one of the kinds of note, or a gesture, either way."""

    REMEMBER = "remember"
    ASK_ABOUT = "ask_about"
    ALWAYS_SHOW = "always_show"
    MAKE_RIGHT = "make_right"
    BROUGHT = "brought"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written so far, and about whom."""

    kind: DraftKind
    text: str
    customer: Customer
