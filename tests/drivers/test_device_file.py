"""A device that is only read: it ends waiting for bytes, for a loss, for the time, and when it is woken."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from io import FileIO
from pathlib import Path
from threading import Thread

import pytest

from drivers import ScannerLost
from drivers.device_file import DeviceFile


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "device"
    os.mkfifo(path)
    return path


@pytest.fixture
def device(fifo: Path) -> Iterator[DeviceFile]:
    opened = DeviceFile(str(fifo), "/dev/scanner", reserve=lambda _: None)
    yield opened
    opened.close()


def test_what_comes_is_read(device: DeviceFile, fifo: Path) -> None:
    with fifo.open("wb", buffering=0) as scanner:
        scanner.write(b"events")
        assert device.read(None) == b"events"


def test_a_time_that_has_come_ends_it_without_bytes(device: DeviceFile) -> None:
    until = time.monotonic() + 0.01
    assert device.read(until) == b""
    assert time.monotonic() >= until


def test_being_woken_from_another_thread_ends_it(device: DeviceFile) -> None:
    thread = Thread(target=device.wake)
    thread.start()
    assert device.read(None) == b""
    thread.join()


def test_a_scanner_that_is_unplugged_is_lost_when_all_was_read(device: DeviceFile, fifo: Path) -> None:
    with fifo.open("wb", buffering=0) as scanner:
        scanner.write(b"events")
    assert device.read(None) == b"events"
    with pytest.raises(ScannerLost, match="at /dev/scanner was lost: it was unplugged"):
        device.read(None)


def test_it_can_be_woken_when_it_is_closed(device: DeviceFile) -> None:
    device.close()
    device.wake()


def test_no_descriptor_is_left_of_it_also_where_it_is_not_ours(fifo: Path) -> None:
    def refuse(_: FileIO) -> None:
        raise PermissionError

    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        with ExitStack() as closing:
            opened = DeviceFile(str(fifo), "", reserve=lambda _: None)
            closing.callback(opened.close)
        with pytest.raises(PermissionError):
            DeviceFile(str(fifo), "", reserve=refuse)
    assert len(os.listdir("/proc/self/fd")) == before
