"""Opening the scanner that the settings describe."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drivers.card_pattern import CardPattern
from drivers.connected import ConnectedScanner
from drivers.connection import Connection
from drivers.discovery import Identity, Listing, find, identify, serial_ports
from drivers.hid_devices import keyboards, pos_scanners
from drivers.hidraw_device import open_hidraw_device
from drivers.input_device import open_input_device
from drivers.listening import listens
from drivers.port_address import shown, why_refused
from drivers.profile import Profile
from drivers.profiles import UnknownProfile, profile_named
from drivers.relay.relayed import RelayedScanner
from drivers.scanner import Scanner, ScannerLost
from drivers.serial_port import PORT_ERRORS, SerialPort, cause_of
from drivers.transport import Transport, TransportKind
from drivers.watcher import Watcher

RELAY = "unix://"
"""Begins the port of a scanner that another process owns: the path of its socket follows."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How ports of one kind are opened and found, who may use them, and what they have to be, if anything."""

    open: Callable[[str, Connection], Transport]
    plugged_in: Listing
    group: str
    wanted: str


_WAYS = {
    TransportKind.SERIAL: _Way(SerialPort, serial_ports, "dialout", ""),
    TransportKind.INPUT: _Way(open_input_device, keyboards, "input", "keyboard"),
    TransportKind.HIDRAW: _Way(open_hidraw_device, pos_scanners, "input", "HID POS scanner"),
}
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
    way = _WAYS[profile.transport]
    try:
        path = find(connection.port, seen, way.plugged_in)
        identity = identify(path, way.plugged_in)
        _refuse_what_is_no_scanner(path, identity, way)
        transport, session = way.open(path, connection), profile.session(connection)
        return ConnectedScanner(transport, session, own, identity, watcher, connection.wrapping)
    except PORT_ERRORS as error:
        cause = cause_of(error, way.group)
        raise ScannerLost(f"The scanner at {connection.port} cannot be opened: {cause}.") from error


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


def _refuse_what_is_no_scanner(path: str, identity: Identity | None, way: _Way) -> None:
    maker = _STRIPE_READERS.get(identity.vid) if identity else None
    if maker:
        raise ScannerLost(f"The device at {path} is refused: {maker} makes readers of magnetic stripes.")
    can_scan = identity is not None and identity.can_scan
    if way.wanted and not can_scan and os.path.exists(path):
        raise ScannerLost(f"The device at {path} is refused: it is no {way.wanted}.")
