"""Touch: what a finger can point with is there, and this account may read it."""

import os
from collections.abc import Iterator

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.pointers import Kind, Pointer, pointers
from kiosk.health.remedies import join
from kiosk.people.words import filled

NAME = "touch"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, found = case.words, pointers(case.root)
    check = words.gettext("Check its USB or ribbon cable, then restart.")
    if not found:
        yield red(NAME, says=words.gettext("There is nothing to touch or to point with."), do=check)
    elif found[0].kind is Kind.MOUSE:
        yield amber(NAME, says=words.gettext("No touch screen is found; a mouse works as well."), do=check)
    else:
        # The other devices of a touch screen, such as the mouse it also pretends to be, are not looked at.
        yield from (_one(case, pointer) for pointer in found if pointer.kind is found[0].kind)


def _one(case: Examination, pointer: Pointer) -> Finding:
    words = case.words
    if not case.may(pointer.device, os.R_OK):
        says = filled(words.gettext("This account may not read {name}."), name=pointer.name)
        return red(NAME, says=says, do=join(case, "input"))
    if pointer.kind is Kind.TOUCH_SCREEN:
        return green(NAME, says=filled(words.gettext("{name} is there."), name=pointer.name))
    says = words.gettext("{name} is there: like a finger, it touches the very place.")
    return green(NAME, says=filled(says, name=pointer.name))
