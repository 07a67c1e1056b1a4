"""How others reach the hub on this machine: kept where it is, and beside the data of its own counter."""

from pathlib import Path

import msgspec

from kiosk.files import read_whole, replace_whole
from kiosk.storage.file.lasting import give_to_owner_of_folder

_LARGEST = 64 << 10


class Site(msgspec.Struct, frozen=True):
    """By which address and port the others reach it, the shop's number, and its certificate's fingerprint."""

    address: str
    port: int
    shop: int
    fingerprint: str


def as_json(site: Site) -> str:
    """As it is kept."""
    return msgspec.json.encode(site).decode()


def read_site(file: Path) -> Site | None:
    """What is kept in a file; None where nothing is that can be read."""
    try:
        return msgspec.json.decode(read_whole(file, _LARGEST), type=Site)
    except (OSError, msgspec.DecodeError):
        return None


def hosted_by(database: Path) -> Site | None:
    """The hub on the machine of this database; None on every other machine."""
    return read_site(_file(database))


def keep_hosted(database: Path, site: Site) -> None:
    """The hub is on the machine of this database. Raises OSError."""
    replace_whole(_file(database), as_json(site).encode())
    give_to_owner_of_folder(_file(database))


def _file(database: Path) -> Path:
    return database.with_name(f"{database.name}.hub-site")
