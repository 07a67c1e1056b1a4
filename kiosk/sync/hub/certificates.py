"""The certificates by which counters know their hub: an authority of the shop's own, and what it signs."""

from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_YEARS = 20
"""A technician never comes back: they last longer than the machine."""

_ALWAYS = ("127.0.0.1", "localhost")
"""How the counter on the hub's own machine reaches it."""


class Certificates(NamedTuple):
    """As PEM: who vouches for the hub, and what the hub shows, with its key.

    The authority's own key is not kept: it has signed all that it ever will.
    """

    authority: str
    server: str
    key: str


def make_certificates(addresses: list[str], now: datetime) -> Certificates:
    """For a hub that is reached at these names and addresses; `now` is an aware time."""
    authority_key, key = generate_private_key(SECP256R1()), generate_private_key(SECP256R1())
    authority = _signed("Greeting kiosk", authority_key, authority_key, now, [], is_authority=True)
    server = _signed("hub", key, authority_key, now, [*_ALWAYS, *addresses], is_authority=False)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Certificates(_pem(authority), _pem(server), secret.decode())


def _signed(
    name: str,
    key: EllipticCurvePrivateKey,
    by: EllipticCurvePrivateKey,
    now: datetime,
    addresses: list[str],
    is_authority: bool,
) -> x509.Certificate:
    builder = x509.CertificateBuilder().subject_name(_named(name)).issuer_name(_named("Greeting kiosk"))
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    # The clock of a machine that was just switched on may be behind.
    builder = builder.not_valid_before(now - timedelta(days=365 * _YEARS))
    builder = builder.not_valid_after(now + timedelta(days=365 * _YEARS))
    builder = builder.add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    if addresses:
        names = [_address(address) for address in dict.fromkeys(addresses)]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(by, SHA256())


def _address(address: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(address))
    except ValueError:
        return x509.DNSName(address)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()
