"""A card for Google Wallet: a link, signed, and of a person nothing but what they are called."""

import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256

from kiosk.cards.passes.card import GoogleFiles, PassCard, PassError
from kiosk.cards.passes.google import Account, account_of, google_link
from kiosk.cards.qr import qr
from kiosk.paper.printed_card import Brand
from tests.wallets import ISSUER, google_files, new_key

CARD = PassCard("2919731372875", True, Brand("Bäckerei am Eck", color=(1, 0, 0)), "Jack")
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
ADDRESS = "https://pay.google.com/gp/v/save/"


@pytest.fixture(scope="module")
def key() -> RSAPrivateKey:
    return new_key()


@pytest.fixture
def account(tmp_path: Path, key: RSAPrivateKey) -> Account:
    return account_of(google_files(tmp_path, key))


def decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def claims(link: str) -> dict[str, Any]:
    return dict(json.loads(decoded(link.removeprefix(ADDRESS).split(".")[1])))


def test_it_is_signed_with_the_key_of_the_account(account: Account, key: RSAPrivateKey) -> None:
    head, body, signature = google_link(CARD, account, "de", NOW).removeprefix(ADDRESS).split(".")
    assert json.loads(decoded(head)) == {"alg": "RS256", "typ": "JWT"}
    key.public_key().verify(decoded(signature), f"{head}.{body}".encode(), PKCS1v15(), SHA256())


def test_it_tells_the_shop_the_number_and_what_they_are_called_and_nothing_else(account: Account) -> None:
    told = claims(google_link(CARD, account, "de", NOW))
    payload = told.pop("payload")
    assert told == {
        "iss": "kiosk@bakery.example",
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(NOW.timestamp()),
    }
    [one] = payload["genericObjects"]
    assert one.pop("id").startswith(f"{ISSUER}.")
    assert one.pop("classId") == payload["genericClasses"][0]["id"] == f"{ISSUER}.card"
    assert one == {
        "cardTitle": {"defaultValue": {"language": "de", "value": "Bäckerei am Eck"}},
        "header": {"defaultValue": {"language": "de", "value": "Jack"}},
        "barcode": {"type": "QR_CODE", "value": "2919731372875", "alternateText": "2919731372875"},
        "hexBackgroundColor": "#ff0000",
    }


def test_the_same_card_is_the_same_pass(account: Account) -> None:
    first, second, other = (
        claims(google_link(card, account, "en", NOW))["payload"]["genericObjects"][0]["id"]
        for card in (CARD, CARD._replace(called_by="Jackie"), CARD._replace(number="LOY-ä1"))
    )
    assert first == second != other


def test_the_link_has_room_in_a_code_on_the_glass(account: Account) -> None:
    longest = CARD._replace(number="LOY-" + "9" * 28, shop=Brand("Ж" * 60), called_by="Ж" * 40)
    assert qr(google_link(CARD, account, "de", NOW)) is not None
    assert len(google_link(longest, account, "de", NOW)) < 1_800


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"client_email": "a", "private_key": "b"}'])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "broken.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(PassError, match="account file for Google Wallet cannot be read"):
        account_of(GoogleFiles(str(file), ISSUER))
