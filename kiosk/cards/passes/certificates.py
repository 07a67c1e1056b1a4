"""The shop's certificate for passes, and whether Apple would take what it signs."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key
from cryptography.x509 import (
    Certificate,
    NameOID,
    ObjectIdentifier,
    load_der_x509_certificate,
    load_pem_x509_certificate,
)

from kiosk.cards.passes.card import AppleFiles, PassError
from kiosk.files import read_whole
from kiosk.people.words import to_translate

_LARGEST = 1 << 20
_PEM = b"-----BEGIN"

_UNREADABLE = to_translate("One of the three files for Apple Wallet cannot be read.")
_LOCKED = to_translate("The key for Apple Wallet is protected by a password; save it without one.")
_RUN_OUT = to_translate("The shop’s certificate for Apple Wallet has run out. Get a new one from Apple.")
_OTHER_KEY = to_translate("The key for Apple Wallet is not that of the certificate.")
_OTHER_ISSUER = to_translate(
    "The certificate for Apple Wallet was not signed by Apple’s certificate that is set beside it."
)
_NO_PASSES = to_translate("The certificate for Apple Wallet is none for passes.")


class Signer(NamedTuple):
    """Who signs passes, of which type, for which of Apple's teams."""

    certificate: Certificate
    key: RSAPrivateKey
    intermediate: Certificate
    pass_type: str
    team: str


def signer_of(files: AppleFiles, now: datetime) -> Signer:
    """What stands in these files, checked. Raises PassError."""
    certificate, intermediate = _certificate(files.certificate), _certificate(files.intermediate)
    key = _key(files.key)
    if key.public_key() != certificate.public_key():
        raise PassError(_OTHER_KEY)
    if now >= certificate.not_valid_after_utc:
        raise PassError(_RUN_OUT)
    try:
        certificate.verify_directly_issued_by(intermediate)
    except (ValueError, TypeError, InvalidSignature):
        raise PassError(_OTHER_ISSUER) from None
    pass_type, team = (
        _named(certificate, NameOID.USER_ID),
        _named(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME),
    )
    return Signer(certificate, key, intermediate, pass_type, team)


def _certificate(file: str) -> Certificate:
    data = _read(file)
    try:
        return load_pem_x509_certificate(data) if _PEM in data else load_der_x509_certificate(data)
    except ValueError:
        raise PassError(_UNREADABLE) from None


def _key(file: str) -> RSAPrivateKey:
    data = _read(file)
    try:
        key = load_pem_private_key(data, None) if _PEM in data else load_der_private_key(data, None)
    except TypeError:
        raise PassError(_LOCKED) from None
    except ValueError:
        raise PassError(_UNREADABLE) from None
    if not isinstance(key, RSAPrivateKey):
        raise PassError(_OTHER_KEY)
    return key


def _read(file: str) -> bytes:
    try:
        return read_whole(Path(file), _LARGEST)
    except OSError:
        raise PassError(_UNREADABLE) from None


def _named(certificate: Certificate, name: ObjectIdentifier) -> str:
    """Its subject's value under a name, of which a certificate for passes has one."""
    found = certificate.subject.get_attributes_for_oid(name)
    if not found:
        raise PassError(_NO_PASSES)
    return str(found[0].value)
