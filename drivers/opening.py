"""Opening the scanner that the settings describe."""

from collections.abc import Sequence

from drivers.card_pattern import CardPattern
from drivers.connected import ConnectedScanner
from drivers.connection import Connection
from drivers.discovery import Identity, find, identify
from drivers.listening import listens
from drivers.port_address import shown, why_refused
from drivers.profile import Profile
from drivers.profiles import UnknownProfile, profile_named
from drivers.relay.relayed import RelayedScanner
from drivers.scanner import Scanner, ScannerLost
from drivers.serial_port import PORT_ERRORS, SerialPort, cause_of
from drivers.watcher import Watcher

RELAY = "unix://"
"""Begins the port of a scanner that another process owns: the path of its socket follows."""

_STRIPE_READERS = {0x0801: "MagTek", 0x0ACD: "ID Tech"}


def open_scanner(
    connection: Connection,
    own: Sequence[CardPattern] = (),
    seen: Identity | None = None,
    watcher: Watcher | None = None,
) -> Scanner:
    """Open the scanner at ``connection``, also one that another process owns. Raises ScannerLost.

    See ``open_port`` for the rest.
    """
    if connection.port.startswith(RELAY):
        return RelayedScanner(connection.port.removeprefix(RELAY))
    return open_port(connection, own, seen, watcher)


def open_port(
    connection: Connection,
    own: Sequence[CardPattern] = (),
    seen: Identity | None = None,
    watcher: Watcher | None = None,
) -> ConnectedScanner:
    """Open the scanner at ``connection``, for this program alone; what was sent before is dropped.

    ``own`` are the shop's card patterns. ``seen`` is the identity of the scanner that was lost: it is
    found again when it comes back under another path. ``watcher`` sees everything that it sends. Raises
    ScannerLost.
    """
    profile = _profile(connection)
    try:
        path = find(connection.port, seen)
        identity = identify(path)
        _refuse_stripe_reader(path, identity)
        transport, session = SerialPort(path, connection), profile.session(connection)
        return ConnectedScanner(transport, session, own, identity, watcher, connection.wrapping)
    except PORT_ERRORS as error:
        raise ScannerLost(f"The scanner at {connection.port} cannot be opened: {cause_of(error)}.") from error


def _profile(connection: Connection) -> Profile:
    if listens(connection.port):
        raise ScannerLost(f"No scanner can be opened at {connection.port}: others connect to it.")
    reason = why_refused(connection.port)
    if reason:
        raise ScannerLost(f"The scanner at {shown(connection.port)} is refused: {reason}.")
    try:
        return profile_named(connection.profile)
    except UnknownProfile as error:
        raise ScannerLost(f"The scanner at {connection.port} cannot be opened: {error}.") from None


def _refuse_stripe_reader(path: str, identity: Identity | None) -> None:
    maker = _STRIPE_READERS.get(identity.vid) if identity else None
    if maker:
        raise ScannerLost(f"The device at {path} is refused: {maker} makes readers of magnetic stripes.")
