"""Who made a USB device, by its vendor number, and what that says about scanners.

Source: usbids/usbids, usb.ids.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a device is, as far as that can be told without a scan."""

    SCANNER = "scanner"
    KEYBOARD = "keyboard"
    HID_POS = "hid_pos"
    ADAPTER = "adapter"
    STRIPE_READER = "stripe_reader"
    PINS = "pins"
    UNKNOWN = "unknown"


class Maker(NamedTuple):
    """A maker, what its serial devices are, and the profile that fits most of them."""

    name: str
    kind: Kind
    profile: str = "auto"


MAKERS: Mapping[int, Maker] = {
    # A scanner of Zebra sends plain lines or SSI, whichever it is set to.
    0x05E0: Maker("Zebra, Symbol", Kind.SCANNER),
    0x0C2E: Maker("Honeywell, Metrologic", Kind.SCANNER, "honeywell"),
    0x0536: Maker("Hand Held Products", Kind.SCANNER, "honeywell"),
    0x05F9: Maker("Datalogic, PSC", Kind.SCANNER, "datalogic"),
    0x1EAB: Maker("Newland", Kind.SCANNER, "newland"),
    0x065A: Maker("Opticon", Kind.SCANNER, "opticon"),
    0x076D: Maker("Denso Wave", Kind.SCANNER, "denso"),
    0x0745: Maker("Cipherlab", Kind.SCANNER, "plain"),
    0x24EA: Maker("Meva", Kind.SCANNER, "plain"),
    0x0403: Maker("FTDI", Kind.ADAPTER),
    0x067B: Maker("Prolific", Kind.ADAPTER),
    0x1A86: Maker("WCH", Kind.ADAPTER),
    0x10C4: Maker("Silicon Labs", Kind.ADAPTER),
    0x0801: Maker("MagTek", Kind.STRIPE_READER, ""),
    0x0ACD: Maker("ID Tech", Kind.STRIPE_READER, ""),
}
