"""How a counter is known to the hub: what it got when it was joined, kept beside its data."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kiosk.files import read_whole, remove, replace_whole
from kiosk.storage.file.lasting import give_to_owner_of_folder

_BEGINS = "KIOSKHUB1."
_LARGEST = 64 << 10


class CodeError(Exception):
    """This is no code of a hub; the message is a sentence."""


class Membership(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the hub is, the shop's number there, this counter's login, and who vouches for the hub, as PEM.

    Without an `authority` the hub is on this machine, behind a socket that only it reaches.
    """

    host: str
    port: int
    shop: int
    role: str
    password: str
    authority: str = ""

    def connection(self, authority: Path) -> Mapping[str, Any]:
        """The parameters of libpq, which reads from the file `authority` who vouches for the hub."""
        own = {
            "host": self.host,
            "port": self.port,
            "dbname": "kiosk",
            "user": self.role,
            "password": self.password,
        }
        return own | ({"sslmode": "verify-full", "sslrootcert": str(authority)} if self.authority else {})

    def code(self) -> str:
        """All of it as one word, to be scanned or copied."""
        return _BEGINS + urlsafe_b64encode(msgspec.json.encode(self)).decode()


def from_code(code: str) -> Membership:
    """What stands in a code. Raises CodeError."""
    code = code.strip()
    if not code.startswith(_BEGINS):
        raise CodeError("This is not the code of a hub. Nothing was changed.")
    try:
        return msgspec.json.decode(urlsafe_b64decode(code.removeprefix(_BEGINS)), type=Membership)
    except (ValueError, msgspec.DecodeError):
        raise CodeError("The code is not whole. Copy or scan all of it. Nothing was changed.") from None


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


def keep_authority(database: Path, membership: Membership) -> None:
    """Keep who vouches for the hub beside a database, for its owner alone. Raises OSError."""
    _keep(authority_file(database), membership.authority)


def keep_membership(database: Path, membership: Membership) -> None:
    """Keep it beside a database, for its owner alone. Raises OSError."""
    _keep(_file(database), membership.code())


def forget_membership(database: Path) -> None:
    """This counter stands for itself again."""
    remove(_file(database), authority_file(database))


def authority_file(database: Path) -> Path:
    """Where libpq reads who vouches for the hub."""
    return database.with_name(f"{database.name}.hub-authority")


def _keep(file: Path, content: str) -> None:
    replace_whole(file, content.encode())
    give_to_owner_of_folder(file)


def _file(database: Path) -> Path:
    return database.with_name(f"{database.name}.hub")
