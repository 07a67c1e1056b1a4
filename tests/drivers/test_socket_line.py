"""A connection that somebody else has opened."""

import socket
from collections.abc import Iterator

import pytest

from drivers import ScannerLost
from drivers.socket_line import SocketLine


@pytest.fixture
def ends() -> Iterator[tuple[SocketLine, socket.socket]]:
    """Ours, which is silent for a moment at most, and that of whoever has connected."""
    ours, theirs = socket.socketpair()
    line = SocketLine(ours, patience=0.1)
    yield line, theirs
    line.close()
    theirs.close()


def test_what_is_sent_is_read_and_answered(ends: tuple[SocketLine, socket.socket]) -> None:
    line, theirs = ends
    theirs.sendall(b"29")
    assert line.read(None) == b"29"
    line.write(b"welcome\n")
    assert theirs.recv(100) == b"welcome\n"


def test_it_is_lost_when_the_other_end_leaves(ends: tuple[SocketLine, socket.socket]) -> None:
    line, theirs = ends
    theirs.close()
    with pytest.raises(ScannerLost, match="closed"):
        line.read(None)


def test_it_is_lost_when_nothing_comes(ends: tuple[SocketLine, socket.socket]) -> None:
    line, _ = ends
    with pytest.raises(ScannerLost, match="too long"):
        line.read(None)


def test_it_is_lost_when_nobody_takes_the_answers(ends: tuple[SocketLine, socket.socket]) -> None:
    line, _ = ends
    with pytest.raises(ScannerLost, match="does not take"):
        line.write(b"unknown\n" * 1_000_000)


def test_the_waiting_is_ended_from_outside(ends: tuple[SocketLine, socket.socket]) -> None:
    line, _ = ends
    line.wake()
    assert line.read(None) == b""
    line.close()
    line.wake()
