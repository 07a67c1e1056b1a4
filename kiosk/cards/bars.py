"""The bars of a card, from python-barcode."""

import barcode
from barcode.errors import BarcodeError

_DEFAULT = "code128"
_NAMES = {"ean13": "ean13", "ean8": "ean8", "upca": "upca", "code39": "code39", "code128": "code128"}


def bars(number: str, symbology: str | None) -> str:
    """The modules of the bar code from left to right, "1" for black and "0" for white.

    A kind that python-barcode does not draw, or a number that does not fit its kind, is drawn as Code 128.
    """
    try:
        return _draw(number, drawn_as(symbology))
    except BarcodeError:
        return _draw(number, _DEFAULT)


def drawn_as(symbology: str | None) -> str:
    """The kind of bar code that `bars` draws for one of this kind."""
    return _NAMES.get(symbology or "", _DEFAULT)


def _draw(number: str, name: str) -> str:
    kind = barcode.get_barcode_class(name)
    # python-barcode adds a check sign to Code 39 otherwise, which scanners take for a part of the number.
    code = kind(number, add_checksum=False) if name == "code39" else kind(number)
    (modules,) = code.build()
    return str(modules).replace("G", "1")
