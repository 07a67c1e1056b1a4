"""The touch screen: one is there, and this account may read it."""

import os
from collections.abc import Iterator

from kiosk.health.examination import Examination, amber, green, red, text_of
from kiosk.health.finding import Finding

NAME = "touch"

_IS_DIRECT = 1 << 0x01  # INPUT_PROP_DIRECT in linux/input-event-codes.h
_HAS_FINGERS = 1 << 0x35  # ABS_MT_POSITION_X


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    found = dict(_touch_screens(case))
    if not found:
        says = words.gettext("No touch screen is found; a mouse works as well.")
        yield amber(NAME, says=says, do=words.gettext("Check its USB or ribbon cable, then restart."))
    for device, name in found.items():
        if case.may(device, os.R_OK):
            yield green(NAME, says=words.gettext("{name} is there.").format(name=name))
        else:
            says = words.gettext("This account may not read {name}.").format(name=name)
            do = words.gettext("sudo adduser greeting-kiosk input, then restart the kiosk")
            yield red(NAME, says=says, do=do)


def _touch_screens(case: Examination) -> Iterator[tuple[str, str]]:
    for event in sorted((case.root / "sys/class/input").glob("event*")):
        is_direct = _bits(text_of(event / "device/properties")) & _IS_DIRECT
        has_fingers = _bits(text_of(event / "device/capabilities/abs")) & _HAS_FINGERS
        if is_direct and has_fingers:
            yield f"dev/input/{event.name}", text_of(event / "device/name") or event.name


def _bits(words: str) -> int:
    """A bit field as the kernel writes it: words of 64 bits in hexadecimal, the highest first."""
    value = 0
    for word in words.split():
        value = value << 64 | int(word, 16)
    return value
