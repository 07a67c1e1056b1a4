"""A card for Google Wallet: a link that holds it, signed here without a network.

Source: Google, “Google Wallet API, Generic pass”, and “JWT” for the claims; RFC 7515 for the signature.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.cards.passes.card import GoogleFiles, PassCard, PassError
from kiosk.drawing.palette import code
from kiosk.files import read_whole
from kiosk.people.words import to_translate

_ADDRESS = "https://pay.google.com/gp/v/save/"
_LARGEST = 1 << 20
_UNREADABLE = to_translate("The account file for Google Wallet cannot be read.")


class _File(msgspec.Struct):
    """What is needed of the key of a service account."""

    client_email: str
    private_key: str


class Account(NamedTuple):
    """Who signs links, and the number under which Google knows the shop."""

    email: str
    key: RSAPrivateKey
    issuer: str


def account_of(files: GoogleFiles) -> Account:
    """What stands in the file. Raises PassError."""
    try:
        kept = msgspec.json.decode(read_whole(Path(files.account), _LARGEST), type=_File)
        key = load_pem_private_key(kept.private_key.encode(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        raise PassError(_UNREADABLE) from None
    if not isinstance(key, RSAPrivateKey):
        raise PassError(_UNREADABLE)
    return Account(kept.client_email, key, files.issuer)


def google_link(card: PassCard, account: Account, language: str, now: datetime) -> str:
    """The link that adds the card; of at most 1,800 signs, as Google asks for."""
    claims = {
        "iss": account.email,
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(now.timestamp()),
        "payload": _payload(card, account.issuer, language),
    }
    signed = f"{_part({'alg': 'RS256', 'typ': 'JWT'})}.{_part(claims)}"
    signature = account.key.sign(signed.encode(), PKCS1v15(), SHA256())
    return f"{_ADDRESS}{signed}.{_encode(signature)}"


def _payload(card: PassCard, issuer: str, language: str) -> Mapping[str, object]:
    def text(value: str) -> Mapping[str, object]:
        return {"defaultValue": {"language": language, "value": value}}

    # The same card is the same pass; the number itself is of signs that such an id may not have.
    known_as = sha256(card.number.encode()).hexdigest()[:32]
    one = {
        "id": f"{issuer}.{known_as}",
        "classId": f"{issuer}.card",
        "cardTitle": text(card.shop.name),
        "header": text(card.called_by),
        "barcode": {
            "type": "QR_CODE" if card.is_square else "CODE_128",
            "value": card.number,
            "alternateText": card.number,
        },
    }
    if card.shop.color:
        one["hexBackgroundColor"] = code(card.shop.color)
    return {"genericClasses": [{"id": f"{issuer}.card"}], "genericObjects": [one]}


def _part(value: Mapping[str, object]) -> str:
    return _encode(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
