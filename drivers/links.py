"""Numbers of cards that stand in something longer: a link, or a bar code of GS1 that says what it holds."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from drivers.card_pattern import CardPattern
from drivers.symbology import Symbology, check_digit

_RECIPIENT = "8018"  # the application identifier of who is served: a member, a patient, a customer
_ELEMENT = re.compile(rf"{_RECIPIENT}(\d{{18}})(?:\x1d.*)?", re.DOTALL)
_DIGITAL_LINK = re.compile(rf"https?://[^?#]*/{_RECIPIENT}/(\d{{18}})(?:[/?#].*)?", re.IGNORECASE)

# Wallets whose link to a card holds its number, and the page that it leads to.
_WALLETS = {
    "catima.app": "/share",
    "thelastproject.github.io": "/Catima/share",
    "brarcher.github.io": "/loyalty-card-locker/share",
}
WALLET_KINDS = {
    "AZTEC": Symbology.AZTEC,
    "CODABAR": Symbology.CODABAR,
    "CODE_39": Symbology.CODE39,
    "CODE_93": Symbology.CODE93,
    "CODE_128": Symbology.CODE128,
    "DATA_MATRIX": Symbology.DATAMATRIX,
    "EAN_8": Symbology.EAN8,
    "EAN_13": Symbology.EAN13,
    "ITF": Symbology.ITF,
    "PDF_417": Symbology.PDF417,
    "QR_CODE": Symbology.QR,
    "UPC_A": Symbology.UPCA,
}
"""What those links call the kinds of bar codes."""


class Held(NamedTuple):
    """What a longer text holds: the number, and its kind of bar code where the text tells that."""

    number: str
    symbology: Symbology | None


def number_in(text: str, own: Sequence[CardPattern]) -> Held | None:
    """Find the number of a card in ``text``: by the templates in ``own``, in a link of a wallet, by GS1.

    None where ``text`` is itself the number. Sources: GS1 General Specifications (8018, GSRN of a recipient)
    and Digital Link; the share links of Catima and of Loyalty Card Locker.
    """
    for pattern in own:
        held = pattern.number_in(text)
        if held is not None:
            return Held(held, None)
    return _in_wallet(text) or _in_gs1(text)


def _in_wallet(text: str) -> Held | None:
    try:
        address = urlsplit(text)
    except ValueError:
        return None
    if address.scheme not in ("http", "https") or _WALLETS.get(address.hostname or "") != address.path:
        return None
    # Newer ones hide everything behind the #, escaped as a whole.
    told = parse_qs(unquote(address.fragment) or address.query)
    number = (told.get("barcodeid") or told.get("cardid") or [""])[0]
    return Held(number, WALLET_KINDS.get((told.get("barcodetype") or [""])[0])) if number else None


def _in_gs1(text: str) -> Held | None:
    found = _ELEMENT.fullmatch(text) or _DIGITAL_LINK.fullmatch(text)
    if found is None or check_digit(found[1][:-1]) != int(found[1][-1]):
        return None
    # With what stands before it, it is one number however it was written, and no other is like it.
    number = _RECIPIENT + found[1]
    return Held(number, None) if number != text else None
