"""How something travels to a till."""

import os
import select
import socket
from contextlib import suppress
from typing import Protocol

import serial

from drivers.connection import Connection
from drivers.serial_port import PORT_ERRORS
from drivers.till.keyboard import reports

_PATIENCE = 1.0
"""Seconds for a connection, and for what is written to be taken."""

TCP = "tcp://"
GADGET = "/dev/hidg"


class Way(Protocol):
    """A way to a till, open. One thread owns it; one of ``PORT_ERRORS`` tells that it is lost."""

    def write(self, data: bytes) -> None:
        """Send ``data``, all of it."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class SerialWay:
    """A serial line, or a gadget that is one on the other end."""

    def __init__(self, line: Connection) -> None:
        self._port = serial.Serial(
            line.port,
            baudrate=line.baud,
            bytesize=line.bits,
            parity=line.parity[0].upper(),
            stopbits=line.stop_bits,
            timeout=0,
            write_timeout=_PATIENCE,
            exclusive=True,
        )

    def write(self, data: bytes) -> None:
        """See Way."""
        self._port.write(data)

    def close(self) -> None:
        """See Way."""
        with suppress(*PORT_ERRORS):
            self._port.close()


class TcpWay:
    """A connection to a program of the till, at ``tcp://host:port``."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix(TCP).rpartition(":")
        self._socket = socket.create_connection((host.strip("[]"), int(port)), _PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes) -> None:
        """See Way. A till that has gone is found out before anything is sent to nobody."""
        while select.select([self._socket], [], [], 0)[0]:
            if not self._socket.recv(4096):
                raise ConnectionResetError("the till has closed the connection")
        self._socket.sendall(data)

    def close(self) -> None:
        """See Way."""
        self._socket.close()


class KeyboardWay:
    """A USB gadget that is a keyboard to the till; it types ASCII, on a US layout."""

    def __init__(self, path: str) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)

    def write(self, data: bytes) -> None:
        """See Way."""
        for report in reports(data):
            _, writable, _ = select.select([], [self._descriptor], [], _PATIENCE)
            if not writable:
                raise TimeoutError("the till does not take what is typed")
            os.write(self._descriptor, report)

    def close(self) -> None:
        """See Way."""
        os.close(self._descriptor)


def open_way(line: Connection) -> Way:
    """Open the way that ``line.port`` names. Raises one of ``PORT_ERRORS``."""
    if line.port.startswith(TCP):
        return TcpWay(line.port)
    if line.port.startswith(GADGET):
        return KeyboardWay(line.port)
    return SerialWay(line)
