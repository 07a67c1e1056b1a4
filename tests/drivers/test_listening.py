"""Addresses at which this machine listens: which may be, and what is said where one cannot be opened."""

import re
import socket
from pathlib import Path

import pytest

from drivers import Connection, ScannerLost, open_scanner
from drivers.listening import OWN_NETWORKS, address_of, open_address
from drivers.port_address import why_refused

DROP_IN = Path(__file__).parents[2] / "systemd/network-scanner.conf"


@pytest.mark.parametrize(
    "port",
    [
        "listen://127.0.0.1:4001",
        "listen://10.0.0.5:4001",
        "listen://192.168.178.20:65535",
        "listen://[::1]:4001",
        "listen://[fd12:3456::7]:1024",
        "listen://[fe80::1%eth0]:4001",
    ],
)
def test_an_address_of_the_shops_own_network_may_be_listened_at(port: str) -> None:
    assert why_refused(port) == ""


@pytest.mark.parametrize(
    "ip", ["0.0.0.0", "[::]", "8.8.8.8", "172.32.0.1", "[2001:db8::1]", "[::ffff:0.0.0.0]"]
)
def test_an_address_that_others_reach_may_not(ip: str) -> None:
    assert "anybody may send there" in why_refused(f"listen://{ip}:4001")


@pytest.mark.parametrize(
    "address",
    [
        *("", "10.0.0.5", "10.0.0.5:", "10.0.0.5:80", "10.0.0.5:65536", "10.0.0.5:-1", "10.0.0.05:4001"),
        *("10.0.0.5:4001/x", "10.0.0.5:4001?x", "::1:4001", "[::1", "till:4001", "a:b@10.0.0.5:4001"),
    ],
)
def test_what_is_no_address_and_port_is_refused(address: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it is the only one
        address_of(address)
    assert "no address of this machine" in why_refused(f"listen://{address}")


def test_the_unit_lets_the_same_networks_through() -> None:
    (allowed,) = re.findall(r"^IPAddressAllow=(.*)$", DROP_IN.read_text("utf-8"), re.MULTILINE)
    assert allowed.split() == ["localhost", "link-local", *OWN_NETWORKS]


def test_a_port_that_is_taken_is_named_with_the_cause() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            ScannerLost, match=r"^Nothing .* at till: another program listens there already\.$"
        ):
            open_address(address_of(f"127.0.0.1:{port}"), "till")


def test_an_address_that_is_not_this_machines_is_named_with_the_cause() -> None:
    with pytest.raises(ScannerLost, match="this machine does not have that address, or not yet"):
        open_address(address_of("192.0.2.7:4001"), "till")


def test_an_address_at_which_others_connect_is_not_opened_as_a_scanner() -> None:
    with pytest.raises(ScannerLost, match="others connect to it"):
        open_scanner(Connection("listen://127.0.0.1:4001"))
