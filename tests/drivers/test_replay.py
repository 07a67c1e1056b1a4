"""The pretend scanner behaves like a plug in a socket."""

import os
from pathlib import Path

import pytest

from drivers import replay
from drivers.replay import PretendScanner


def test_what_is_scanned_comes_out_raw() -> None:
    with PretendScanner() as scanner:
        reader = os.open(scanner.port, os.O_RDONLY | os.O_NOCTTY)
        scanner.scan("Zoë\n\x03\x04", b"\r\n")
        assert os.read(reader, 100) == "Zoë\n\x03\x04\r\n".encode()
        os.close(reader)


def test_the_reader_sees_the_scanner_being_unplugged() -> None:
    scanner = PretendScanner()
    reader = os.open(scanner.port, os.O_RDONLY | os.O_NOCTTY)
    scanner.close()
    scanner.close()
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_an_unplugged_scanner_leaves_nothing_open() -> None:
    before = os.listdir("/proc/self/fd")
    PretendScanner().close()
    assert os.listdir("/proc/self/fd") == before


def test_a_link_leads_to_the_scanner_while_it_is_plugged_in(tmp_path: Path) -> None:
    link = tmp_path / "scanner"
    with PretendScanner(link=link) as scanner:
        assert os.path.realpath(link) == scanner.port
    assert not os.path.lexists(link)


def test_nobody_reading_is_an_error_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_PATIENCE", 0.05)
    with PretendScanner() as scanner, pytest.raises(TimeoutError):
        scanner.send(b"9" * (1 << 20))
