"""The certificate by which counters know their hub: it vouches for itself, and they know its fingerprint."""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_BEGINS, _NEVER_ENDS = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""It is known by its fingerprint, and a counter whose clock is wrong must not be kept out by it.

Source: RFC 5280, 4.1.2.5, for one that has no end.
"""

_ALWAYS = ("127.0.0.1", "localhost")
"""How the counter on the hub's own machine reaches it."""


class Certificate(NamedTuple):
    """As PEM: what the hub shows, and its key."""

    shown: str
    key: str


def make_certificate(address: str) -> Certificate:
    """For a hub that is reached at this name or address."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "greeting-kiosk hub")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(_BEGINS).not_valid_after(_NEVER_ENDS)
    builder = builder.add_extension(x509.BasicConstraints(True, 0), critical=True)
    names = [_address(one) for one in dict.fromkeys((*_ALWAYS, address))]
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    shown = builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Certificate(shown.decode(), secret.decode())


def _address(address: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(address))
    except ValueError:
        return x509.DNSName(address)
