"""What a shop gets from Apple and Google to sign passes with, made here."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from kiosk.cards.passes.card import AppleFiles, GoogleFiles
from kiosk.settings import Wallet

PASS_TYPE, TEAM, ISSUER = "pass.example.bakery", "ABCDE12345", "3388000000012345678"
START = datetime(2026, 1, 1, tzinfo=UTC)
END = START + timedelta(days=365)


class Issuer(NamedTuple):
    """Somebody who signs certificates."""

    name: x509.Name
    key: rsa.RSAPrivateKey


def issuer(name: str) -> Issuer:
    """A new one."""
    return Issuer(_name({NameOID.COMMON_NAME: name}), new_key())


def new_key() -> rsa.RSAPrivateKey:
    """Of 2,048 bits, as Apple asks for."""
    return rsa.generate_private_key(65537, 2048)


def certificate(
    subject: x509.Name, key: rsa.RSAPrivateKey, by: Issuer, end: datetime, is_issuer: bool = False
) -> x509.Certificate:
    """Valid from START on."""
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by.name)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(START).not_valid_after(end)
    builder = builder.add_extension(x509.BasicConstraints(is_issuer, None), critical=True)
    return builder.sign(by.key, SHA256())


def pem(key: rsa.RSAPrivateKey, password: bytes = b"") -> bytes:
    """As a file."""
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


def apple_files(
    folder: Path, encoding: Encoding = Encoding.DER, named: bool = True, end: datetime = END
) -> AppleFiles:
    """The three files; unless it is `named`, the certificate is not one for passes."""
    apple, key = issuer("Worldwide Developer Relations"), new_key()
    names = {NameOID.USER_ID: PASS_TYPE, NameOID.ORGANIZATIONAL_UNIT_NAME: TEAM} if named else {}
    subject = _name({**names, NameOID.COMMON_NAME: f"Pass Type ID: {PASS_TYPE}"})
    contents = {
        "pass.cer": certificate(subject, key, apple, end).public_bytes(encoding),
        "pass.key": pem(key),
        "apple.cer": certificate(apple.name, apple.key, apple, end, is_issuer=True).public_bytes(encoding),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return AppleFiles(*(str(folder / name) for name in contents))


def google_files(folder: Path, key: rsa.RSAPrivateKey) -> GoogleFiles:
    """The account as a file."""
    account = {
        "type": "service_account",
        "client_email": "kiosk@bakery.example",
        "private_key": pem(key).decode(),
    }
    file = folder / "google.json"
    file.write_text(json.dumps(account))
    return GoogleFiles(str(file), ISSUER)


def wallet_settings(folder: Path) -> Wallet:
    """Both wallets, signed with files that do not run out."""
    apple = apple_files(folder, end=datetime(9000, 1, 1, tzinfo=UTC))
    google = google_files(folder, new_key())
    return Wallet(
        **{f"apple_{name}": file for name, file in apple._asdict().items()},
        **{f"google_{name}": value for name, value in google._asdict().items()},
    )


def _name(names: dict[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(name, value) for name, value in names.items()])
