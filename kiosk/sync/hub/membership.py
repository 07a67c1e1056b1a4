"""How a counter is known to the hub: what it got when it was joined, kept beside its data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.files import read_whole, remove, replace_whole
from kiosk.people.words import to_translate
from kiosk.storage.file.lasting import give_to_owner_of_folder

_BEGINS, _BETWEEN = "KIOSKHUB1", "|"
_LARGEST = 64 << 10
_FINGERPRINT = 43
"""Letters of one."""


class CodeError(Exception):
    """This is no code of a hub; the message is a sentence to be translated."""


_NO_CODE = to_translate("This is not the code of a hub. Nothing was changed.")
_NOT_WHOLE = to_translate("The code is not whole. Copy or scan all of it. Nothing was changed.")


class Membership(NamedTuple):
    """Where the hub is, the shop's number there, this counter's login, and its certificate's fingerprint.

    Without a `fingerprint` the hub has none, and is on this very machine.
    """

    host: str
    port: int
    shop: int
    role: str
    password: str
    fingerprint: str = ""

    def connection(self, certificate: Path) -> Mapping[str, Any]:
        """The parameters of libpq, which reads the hub's certificate from a file."""
        own = {
            "host": self.host,
            "port": self.port,
            "dbname": "kiosk",
            "user": self.role,
            "password": self.password,
        }
        tls = {"sslmode": "verify-full", "sslrootcert": str(certificate)}
        return own | (tls if self.fingerprint else {})

    def code(self) -> str:
        """All of it as one word, to be scanned or copied."""
        return _BETWEEN.join((_BEGINS, *map(str, self)))


def from_code(code: str) -> Membership:
    """What stands in a code. Raises CodeError."""
    begins, *parts = code.strip().split(_BETWEEN)
    if begins != _BEGINS:
        raise CodeError(_NO_CODE)
    try:
        host, port, shop, role, password, fingerprint = parts
        member = Membership(host, int(port), int(shop), role, password, fingerprint)
    except ValueError:
        raise CodeError(_NOT_WHOLE) from None
    if not (host and role and password and len(fingerprint) in (0, _FINGERPRINT)):
        raise CodeError(_NOT_WHOLE)
    return member


def has_joined(database: Path) -> bool:
    """Whether one is kept beside a database."""
    return _file(database).exists()


def membership_of(database: Path) -> Membership | None:
    """The one that is kept beside a database, if there is one. Raises CodeError."""
    try:
        return from_code(read_whole(_file(database), _LARGEST).decode("ascii", "replace"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CodeError(f"{_file(database)} cannot be read: {error.strerror}.") from None


def keep_membership(database: Path, membership: Membership) -> None:
    """Keep it beside a database, for its owner alone. Raises OSError."""
    _keep(_file(database), membership.code())


def forget_membership(database: Path) -> None:
    """This counter stands for itself again."""
    remove(_file(database), certificate_file(database))


def certificate_file(database: Path) -> Path:
    """Where libpq reads the certificate of the hub."""
    return database.with_name(f"{database.name}.hub-certificate")


def _keep(file: Path, content: str) -> None:
    replace_whole(file, content.encode())
    give_to_owner_of_folder(file)


def _file(database: Path) -> Path:
    return database.with_name(f"{database.name}.hub")
