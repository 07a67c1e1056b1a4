"""What a shop's scanner puts around a number, or leaves off: taken away, or put back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from drivers.framing import Frame
from drivers.symbology import Symbology, check_digit, expand_upc_e, is_gtin

_WITHOUT_CHECK_DIGIT = {7: Symbology.EAN8, 11: Symbology.UPCA, 12: Symbology.EAN13}
_STX_ETX = b"\x02\x03"


class CodeId(StrEnum):
    """Whose letters stand before the data, each for a kind of bar code."""

    NONE = "none"
    HONEYWELL = "honeywell"
    SYMBOL = "symbol"
    GROW = "grow"


Letters = Mapping[bytes, Symbology]

HONEYWELL: Letters = {
    b"D": Symbology.EAN8,
    b"E": Symbology.UPCA,
    b"I": Symbology.GS1_128,
    b"a": Symbology.CODABAR,
    b"b": Symbology.CODE39,
    b"c": Symbology.UPCA,
    b"d": Symbology.EAN13,
    b"e": Symbology.ITF,
    b"g": Symbology.MSI,
    b"h": Symbology.CODE11,
    b"i": Symbology.CODE93,
    b"j": Symbology.CODE128,
    b"r": Symbology.PDF417,
    b"s": Symbology.QR,
    b"w": Symbology.DATAMATRIX,
    b"y": Symbology.DATABAR,
    b"z": Symbology.AZTEC,
}
"""Source: enioka_scan, SymbologyId; E stands for UPC-E, whose digits have to be expanded."""

SYMBOL: Letters = {
    b"A": Symbology.EAN13,
    b"B": Symbology.EAN8,
    b"E": Symbology.DATABAR,
    b"H": Symbology.CODE25,
    b"I": Symbology.ITF,
    b"K": Symbology.CODE128,
    b"L": Symbology.CODE93,
    b"M": Symbology.CODE39,
    b"N": Symbology.CODABAR,
    b"O": Symbology.MSI,
    b"P": Symbology.GS1_128,
}
"""As Symbol scanners send them in Nixdorf mode; unverified."""

GROW: Letters = {
    b"D": Symbology.CODE25,
    b"H": Symbology.CODE11,
    b"Q": Symbology.QR,
    b"R": Symbology.DATABAR,
    b"a": Symbology.CODABAR,
    b"b": Symbology.CODE39,
    b"c": Symbology.UPCA,
    b"d": Symbology.EAN13,
    b"e": Symbology.ITF,
    b"i": Symbology.CODE93,
    b"j": Symbology.CODE128,
    b"m": Symbology.MSI,
    b"r": Symbology.PDF417,
    b"u": Symbology.DATAMATRIX,
    b"v": Symbology.CODE25,
}
"""Source: GM65 manual, appendix B. d and c stand for EAN-8 and UPC-E as well, which their lengths tell."""

LETTERS: Mapping[CodeId, Letters] = {
    CodeId.NONE: {},
    CodeId.HONEYWELL: HONEYWELL,
    CodeId.SYMBOL: SYMBOL,
    CodeId.GROW: GROW,
}


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What one scanner does beyond sending the number: ``prefix`` and ``suffix`` are text without a digit.

    ``code_id`` says whose letter stands behind the prefix. Where it ``leaves_off_check_digit``, that of EAN
    and UPC is put back; where it ``sends_upc_e``, eight digits that can be a UPC-E are expanded.
    """

    prefix: str = ""
    suffix: str = ""
    code_id: CodeId = CodeId.NONE
    leaves_off_check_digit: bool = False
    sends_upc_e: bool = False


NOTHING_AROUND = Wrapping()
"""The number alone."""


def unwrap(frame: Frame, wrapping: Wrapping) -> Frame:
    """Return the frame without what is around its number; one that does not look so stays as it is."""
    if frame.data is None or wrapping == NOTHING_AROUND:
        return frame
    data = frame.data.strip(_STX_ETX)
    data = data.removeprefix(wrapping.prefix.encode()).removesuffix(wrapping.suffix.encode())
    inner = without_letter(replace(frame, data=data), LETTERS[wrapping.code_id])
    return _with_its_digits(inner, wrapping)


def without_letter(frame: Frame, letters: Letters) -> Frame:
    """Take a letter off that tells the kind of bar code; a frame without one stays whole."""
    kind = letters.get((frame.data or b"")[:1])
    if frame.data is None or kind is None or len(frame.data) == 1:
        return frame
    return replace(frame, data=frame.data[1:], symbology=kind)


def _with_its_digits(frame: Frame, wrapping: Wrapping) -> Frame:
    digits = (frame.data or b"").decode("latin-1")
    if not (digits.isascii() and digits.isdigit()):
        return frame
    if wrapping.sends_upc_e and len(digits) == 8 and not is_gtin(digits):
        whole = expand_upc_e(digits)
        if is_gtin(whole):
            return replace(frame, data=whole.encode(), symbology=Symbology.UPCA)
    if wrapping.leaves_off_check_digit and len(digits) in _WITHOUT_CHECK_DIGIT:
        kind = frame.symbology or _WITHOUT_CHECK_DIGIT[len(digits)]
        return replace(frame, data=f"{digits}{check_digit(digits)}".encode(), symbology=kind)
    return frame
