"""Scanners behind a network: sockets and RFC 2217."""

import socket
import threading
from collections.abc import Iterator
from typing import cast

import pytest
import serial
from serial import rfc2217

from drivers import Connection, Refusal, Scan, ScannerLost, open_scanner

PATIENCE = 10.0


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening_socket:
        listening_socket.settimeout(PATIENCE)
        yield listening_socket


def test_a_scanner_behind_a_socket_is_read(server: socket.socket) -> None:
    scans = open_scanner(Connection(f"socket://127.0.0.1:{server.getsockname()[1]}")).scans()
    connection, _ = server.accept()
    with connection:
        connection.sendall(b"LOY-1\r")
        assert number(next(scans)) == "LOY-1"
    with pytest.raises(ScannerLost):
        next(scans)


def test_a_scanner_behind_a_socket_is_stopped_while_nothing_comes(server: socket.socket) -> None:
    scanner = open_scanner(Connection(f"socket://127.0.0.1:{server.getsockname()[1]}"))
    connection, _ = server.accept()
    with connection:
        threading.Timer(0.05, scanner.stop).start()
        assert list(scanner.scans()) == []


def number(event: Scan | Refusal) -> str:
    assert isinstance(event, Scan)
    return event.number


class Client:
    """The network side of an RFC 2217 server, as PortManager wants it."""

    def __init__(self, peer: socket.socket) -> None:
        self._peer = peer

    def write(self, data: bytes) -> None:
        self._peer.sendall(data)


def serve_rfc2217(server: socket.socket, port: serial.Serial, negotiated: threading.Event) -> None:
    """Answer one client until it leaves; what the port reads goes out."""
    peer, _ = server.accept()
    with peer:
        peer.settimeout(0.02)
        # The published types ask for a client here, where the server side belongs.
        manager = rfc2217.PortManager(cast(rfc2217.Serial, port), cast(rfc2217.Serial, Client(peer)))
        while True:
            try:
                asked = peer.recv(1024)
            except TimeoutError:
                asked = b""
            else:
                if not asked:
                    return
            list(manager.filter(asked))
            if port.baudrate == 19200:
                negotiated.set()
            peer.sendall(b"".join(manager.escape(port.read(port.in_waiting))))


@pytest.mark.filterwarnings("ignore:setDaemon:DeprecationWarning", "ignore:setName:DeprecationWarning")
def test_a_scanner_behind_rfc_2217_is_read(server: socket.socket) -> None:
    # A looped port has the modem lines that the server reports and a pseudo-terminal lacks.
    port = serial.serial_for_url("loop://", baudrate=9600, timeout=0)
    negotiated = threading.Event()
    serving = threading.Thread(target=serve_rfc2217, args=(server, port, negotiated))
    serving.start()
    scanner = open_scanner(Connection(f"rfc2217://127.0.0.1:{server.getsockname()[1]}", baud=19200))
    assert negotiated.wait(PATIENCE)
    port.write(b"LOY-1\r")
    scans = scanner.scans()
    assert number(next(scans)) == "LOY-1"
    scanner.stop()
    assert list(scans) == []
    serving.join(PATIENCE)
    assert not serving.is_alive()
