"""Kinds of bar code: AIM identifiers, GS1 check digits, and one form for retail numbers."""

import unicodedata
from enum import StrEnum


class Symbology(StrEnum):
    """The kinds of bar code that an AIM identifier (ISO/IEC 15424) can announce; and a tag, which is none."""

    ANKER = "anker"
    AZTEC = "aztec"
    CHANNEL_CODE = "channel_code"
    CODABAR = "codabar"
    CODABLOCK = "codablock"
    CODE11 = "code11"
    CODE128 = "code128"
    CODE16K = "code16k"
    CODE25 = "code25"
    CODE39 = "code39"
    CODE49 = "code49"
    CODE93 = "code93"
    CODE_ONE = "code_one"
    DATABAR = "databar"
    DATAMATRIX = "datamatrix"
    DOTCODE = "dotcode"
    EAN13 = "ean13"
    EAN8 = "ean8"
    GS1_128 = "gs1_128"
    HANXIN = "hanxin"
    ITF = "itf"
    MAXICODE = "maxicode"
    MSI = "msi"
    OCR = "ocr"
    PDF417 = "pdf417"
    PLESSEY = "plessey"
    POSICODE = "posicode"
    QR = "qr"
    SUPERCODE = "supercode"
    TAG = "tag"
    TELEPEN = "telepen"
    UPCA = "upca"


UPC_OR_EAN13 = frozenset({Symbology.EAN13, Symbology.UPCA})
"""Two names for one kind of number: the bars of a UPC-A are those of an EAN-13 that starts with 0."""

RETAIL = UPC_OR_EAN13 | {Symbology.EAN8}
"""The kinds whose numbers end in a GS1 check digit."""

# X and Z announce "something else" and "not a bar code": the identifier goes, the kind stays unknown.
_LETTERS: dict[str, Symbology | None] = {
    "A": Symbology.CODE39,
    "B": Symbology.TELEPEN,
    "C": Symbology.CODE128,
    "D": Symbology.CODE_ONE,
    "E": Symbology.EAN13,
    "F": Symbology.CODABAR,
    "G": Symbology.CODE93,
    "H": Symbology.CODE11,
    "I": Symbology.ITF,
    "J": Symbology.DOTCODE,
    "K": Symbology.CODE16K,
    "L": Symbology.PDF417,
    "M": Symbology.MSI,
    "N": Symbology.ANKER,
    "O": Symbology.CODABLOCK,
    "P": Symbology.PLESSEY,
    "Q": Symbology.QR,
    "R": Symbology.CODE25,
    "S": Symbology.CODE25,
    "T": Symbology.CODE49,
    "U": Symbology.MAXICODE,
    "X": None,
    "Z": None,
    "c": Symbology.CHANNEL_CODE,
    "d": Symbology.DATAMATRIX,
    "e": Symbology.DATABAR,
    "h": Symbology.HANXIN,
    "o": Symbology.OCR,
    "p": Symbology.POSICODE,
    "s": Symbology.SUPERCODE,
    "z": Symbology.AZTEC,
}
_WITH_MODIFIER = {"C1": Symbology.GS1_128, "E4": Symbology.EAN8}


def split_aim(text: str) -> tuple[str, Symbology | None]:
    """Take the AIM identifier (``]``, letter, modifier) off the front of ``text``.

    Text that has none, has one with an unknown letter, or is nothing else, comes back whole, with None.
    """
    has_identifier = len(text) > 3 and text[0] == "]" and text[1] in _LETTERS
    if not (has_identifier and text[2].isascii() and text[2].isalnum()):
        return text, None
    return text[3:], _WITH_MODIFIER.get(text[1:3], _LETTERS[text[1]])


def check_digit(digits: str) -> int:
    """Return the GS1 modulo 10 check digit, 0 to 9, that belongs behind ``digits`` (ASCII digits only).

    Source: GS1 General Specifications, the standard check digit of every GTIN.
    """
    weighted = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return -weighted % 10


def is_gtin(text: str) -> bool:
    """Tell whether ``text`` is 8, 12, 13 or 14 ASCII digits, the last of them the right check digit."""
    if len(text) not in (8, 12, 13, 14) or not (text.isascii() and text.isdigit()):
        return False
    return check_digit(text[:-1]) == int(text[-1])


def is_retail_number(number: str, symbology: Symbology) -> bool:
    """Tell whether a number of a retail kind, in its normal form, is whole: its check digit is right.

    An EAN-13 may have its two or five digit supplement, and a UPC-E its eight digits.
    """
    if symbology is Symbology.EAN8:
        return len(number) == 8 and is_gtin(number)
    if len(number) == 8:
        return is_gtin(number) or is_gtin(expand_upc_e(number))
    return len(number) in (13, 15, 18) and number.isascii() and number.isdigit() and is_gtin(number[:13])


def spellings(number: str, symbology: Symbology | None = None) -> tuple[str, ...]:
    """The number, and where it is that of a UPC-A also as it is printed on the card: with 12 digits."""
    is_upc_a = symbology in UPC_OR_EAN13 or (symbology is None and is_gtin(number))
    return (number, number[1:]) if is_upc_a and len(number) == 13 and number[0] == "0" else (number,)


def normalise(text: str, symbology: Symbology | None) -> tuple[str, Symbology | None]:
    """Return the one form under which a number is known: NFC, no blanks around it, UPC-A as EAN-13.

    A UPC-A gets its leading zero when the scanner says EAN or UPC, or says nothing and the check digit
    is right. So does a retail number that lost more zeros, as in a spreadsheet. Numbers of all other
    kinds keep their length.
    """
    number = unicodedata.normalize("NFC", text).strip()
    looks_retail = symbology is None and len(number) in (12, 13) and is_gtin(number)
    if symbology is Symbology.EAN8 and len(number) < 8:
        return _with_its_zeros(number, 8), symbology
    if symbology not in UPC_OR_EAN13 and not looks_retail:
        return number, symbology
    if len(number) == 12:
        return f"0{number}", Symbology.EAN13
    return (_with_its_zeros(number, 13) if 8 < len(number) < 13 else number), Symbology.EAN13


def _with_its_zeros(number: str, length: int) -> str:
    whole = number.zfill(length)
    return whole if is_gtin(whole) else number


def expand_upc_e(digits: str) -> str:
    """Return the 12 digits of the UPC-A that a UPC-E stands for, or ``digits`` where they are none.

    A UPC-E has 8 digits; where a scanner leaves off the check digit, and then the 0 before the rest, it has 7
    or 6. Source: GS1 General Specifications, zero suppression.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) in (6, 7, 8)):
        return digits
    system, check = (digits[0], digits[7:]) if len(digits) > 6 else ("0", "")
    body = digits[-6:] if len(digits) == 6 else digits[1:7]
    if system not in "01":
        return digits
    first, last = body[:5], body[5]
    if last in "012":
        whole = f"{system}{first[:2]}{last}0000{first[2:]}"
    elif last == "3":
        whole = f"{system}{first[:3]}00000{first[3:]}"
    elif last == "4":
        whole = f"{system}{first[:4]}00000{first[4]}"
    else:
        whole = f"{system}{first}0000{last}"
    return whole + (check or str(check_digit(whole)))
