"""The kiosk asks the hub about a card: it has no network, so `kiosk sync` asks for it.

The two meet at a Unix socket beside the database. A question is one JSON document, and so is its answer.
"""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

import msgspec

INVITE = "invite"
"""The name of what is asked where a counter of that name is to be let in; its answer is a code."""

_LARGEST = 64 << 10


def ask(database: Path, question: Mapping[str, Any], seconds: float) -> Any:
    """What the hub answers, within so many seconds; None where it is not asked, or does not know."""
    until = monotonic() + seconds
    with (
        suppress(OSError, msgspec.DecodeError),
        socket.socket(socket.AF_UNIX) as line,
        socket_path(database) as path,
    ):
        line.settimeout(seconds)
        line.connect(path)
        line.sendall(msgspec.json.encode(question))
        line.shutdown(socket.SHUT_WR)
        return msgspec.json.decode(read_all(line, until))
    return None


def read_all(line: socket.socket, until: float) -> bytes:
    """What is sent until its end. Raises TimeoutError, which is an OSError."""
    told = b""
    while len(told) <= _LARGEST:
        line.settimeout(max(0.001, until - monotonic()))
        part = line.recv(_LARGEST)
        if not part:
            break
        told += part
    return told


@contextmanager
def socket_path(database: Path) -> Iterator[str]:
    """The path of the socket beside a database, short enough for one: the folder may be deep."""
    folder = os.open(database.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{socket_file(database).name}"
    finally:
        os.close(folder)


def socket_file(database: Path) -> Path:
    """Where the socket is."""
    return database.with_name(f"{database.name}.hub-ask")
