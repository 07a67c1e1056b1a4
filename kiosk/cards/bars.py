"""The bars of a card, from python-barcode."""

import barcode
from barcode.charsets import code128
from barcode.codex import Code128
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
    if name == "code128":
        code = _Code128(number)
    else:
        # python-barcode adds a check sign to Code 39 otherwise, which scanners take for a part of the number.
        plain = {"add_checksum": False} if name == "code39" else {}
        code = barcode.get_barcode_class(name)(number, **plain)
    (modules,) = code.build()
    return str(modules).replace("G", "1")


class _Code128(Code128):  # type: ignore[misc]
    """python-barcode 0.16 leaves out the digits 99 at the beginning of a number (its issue 251)."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        is_digits = encoded[:2] == [code128.START_CODES["C"], 99]
        return encoded if is_digits else super()._try_to_optimize(encoded)
