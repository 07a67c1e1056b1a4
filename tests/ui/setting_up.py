"""A scanner that types, for which a code of its maker’s is known."""

from drivers.makers import Kind
from drivers.plugged_in import Device
from kiosk.health.setting_up import code_for
from tests.ui.counter import Counter

TYPES = Device("/dev/input/by-id/usb-Scanner-event-kbd", Kind.KEYBOARD, "Honeywell, Metrologic", "Voyager")


def plug_in_one_that_types(counter: Counter) -> str:
    """Have the page of the scanners find it; returns what is said above its code."""
    modules, sentence = code_for(counter.app.place.words, [TYPES])
    counter.app.flows.scanners._find_code = lambda then: then(modules, sentence)
    return sentence
