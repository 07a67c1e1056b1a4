"""Addresses of this machine at which it listens for scans, and opening them."""

import errno
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from drivers.scanner import ScannerLost

PROTOCOL = "listen"
OWN_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8")
"""What a shop's own network may be (RFC 1918, RFC 4193); the kiosk's unit lets the same through."""

_LOWEST_PORT = 1024
_CAUSES = {
    errno.EADDRINUSE: "another program listens there already",
    errno.EADDRNOTAVAIL: "this machine does not have that address, or not yet",
    errno.EAFNOSUPPORT: "this program may not use the network, so the installer has to be run once more",
    errno.EPERM: "this program may not use the network, so the installer has to be run once more",
}


@dataclass(frozen=True, slots=True)
class Address:
    """An IP address and a TCP port."""

    ip: IPv4Address | IPv6Address
    port: int

    @property
    def is_own(self) -> bool:
        """True where nobody reaches it from beyond the machine, or the shop's own network."""
        return self.ip.is_loopback or self.ip.is_link_local or _is_in_own_network(self.ip)


def _is_in_own_network(ip: IPv4Address | IPv6Address) -> bool:
    networks = map(ip_network, OWN_NETWORKS)
    return any(ip in network for network in networks if network.version == ip.version)


def listens(port: str) -> bool:
    """Tell whether a scanner's port is an address at which this machine listens."""
    return port.startswith(f"{PROTOCOL}://")


def address_of(text: str) -> Address:
    """Return the address that is written like 127.0.0.1:8780 or [::1]:8780. Raises ValueError."""
    parts = urlsplit(f"//{text}")
    if parts.netloc != text or "@" in text or (parts.port or 0) < _LOWEST_PORT:
        raise ValueError("this is not an address and a port")
    return Address(ip_address(parts.hostname or ""), parts.port or 0)


def open_address(address: Address, name: str) -> socket.socket:
    """Listen at ``address``, which is called ``name`` in the message. Raises ScannerLost."""
    family = socket.AF_INET if address.ip.version == 4 else socket.AF_INET6
    try:
        return socket.create_server((str(address.ip), address.port), family=family)
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, error.strerror or str(error))
        raise ScannerLost(f"Nothing can be received at {name}: {cause}.") from error
