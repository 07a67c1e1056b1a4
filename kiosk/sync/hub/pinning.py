"""The hub's own certificate, fetched once and known by its fingerprint, which the code of the hub holds."""

import socket
import ssl
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from struct import pack

from kiosk.files import replace_whole
from kiosk.storage.file.lasting import give_to_owner_of_folder
from kiosk.sync.hub.refusals import CANNOT_BE_REACHED, NOT_THIS_HUB, HubError

_ASKS_FOR_TLS = pack("!ii", 8, 80877103)
"""Source: PostgreSQL documentation, “Message Formats”, SSLRequest."""

_SECONDS = 3.0


def fingerprint(certificate: str) -> str:
    """The SHA-256 of a certificate in PEM, in letters that every scanner reads."""
    return _fingerprint(ssl.PEM_cert_to_DER_cert(certificate))


def pin(host: str, port: int, known: str, file: Path) -> None:
    """Keep the certificate of the hub in a file, unless it is there. Raises HubError for another one, too."""
    if file.exists():
        return
    shown = _shown(host, port)
    if _fingerprint(shown) != known:
        raise HubError(NOT_THIS_HUB)
    try:
        replace_whole(file, ssl.DER_cert_to_PEM_cert(shown).encode())
        give_to_owner_of_folder(file)
    except OSError as error:
        raise HubError(f"{file} cannot be written: {error.strerror}.") from None


def _shown(host: str, port: int) -> bytes:
    """What whoever answers there shows, as DER; nothing is told to them."""
    # It is compared with what is known: no authority of anybody's has a say.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with socket.create_connection((host, port), timeout=_SECONDS) as plain:
            plain.sendall(_ASKS_FOR_TLS)
            if plain.recv(1) != b"S":
                raise HubError(NOT_THIS_HUB)
            with context.wrap_socket(plain) as secured:
                return secured.getpeercert(binary_form=True) or b""
    except OSError:
        raise HubError(CANNOT_BE_REACHED) from None


def _fingerprint(certificate: bytes) -> str:
    return urlsafe_b64encode(sha256(certificate).digest()).rstrip(b"=").decode()
