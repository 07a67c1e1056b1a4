"""The bar code of a maker's that makes a scanner which types a serial device."""

from collections.abc import Sequence

from drivers.makers import MAKERS, Kind
from drivers.plugged_in import Device, plugged_in
from drivers.programming import to_serial
from kiosk.cards.bars import bars
from kiosk.people.words import Words, filled


def code_for(words: Words, devices: Sequence[Device] | None = None) -> tuple[str, str]:
    """The modules of a code for a device that types, and a sentence on it; both empty where there is none."""
    sentence = words.gettext(
        "It should make a scanner of {maker} a serial one; it was not read in the maker’s manual."
    )
    for device in plugged_in() if devices is None else devices:
        vendor = next((vid for vid, maker in MAKERS.items() if maker.name == device.maker), 0)
        code = to_serial(vendor) if device.kind is Kind.KEYBOARD else None
        if code is not None:
            return bars(code.text, "code128"), filled(sentence, maker=device.maker)
    return "", ""
