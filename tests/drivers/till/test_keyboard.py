"""The keyboard that a till sees: what it types, on a US layout, key by key."""

import os
from pathlib import Path

import pytest

from drivers.connection import Connection
from drivers.till.keyboard import reports
from drivers.till.ways import KeyboardWay, open_way

UP = bytes(8)


def key(code: int, modifier: int = 0) -> list[bytes]:
    return [bytes([modifier, 0, code, 0, 0, 0, 0, 0]), UP]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"1", key(0x1E)),
        (b"0", key(0x27)),
        (b"a", key(0x04)),
        (b"Z", key(0x1D, 2)),
        (b"-", key(0x2D)),
        (b"_", key(0x2D, 2)),
        (b"/", key(0x38)),
        (b":", key(0x33, 2)),
        (b"!", key(0x1E, 2)),
        (b"\r", key(0x28)),
        (b"\r\n", key(0x28)),
        (b"\t", key(0x2B)),
        (b"11", key(0x1E) + key(0x1E)),
        (b"\x02\x1d\xc3\xa9", []),
    ],
)
def test_each_character_is_a_key_that_goes_down_and_up(text: bytes, expected: list[bytes]) -> None:
    assert list(reports(text)) == expected


def test_every_printable_character_of_ascii_has_a_key_of_its_own() -> None:
    pressed = [next(reports(bytes([code]))) for code in range(0x20, 0x7F)]
    assert len(set(pressed)) == len(pressed)


def test_the_reports_go_to_the_gadget_one_by_one(tmp_path: Path) -> None:
    gadget = tmp_path / "hidg0"
    os.mkfifo(gadget)
    reader = os.open(gadget, os.O_RDONLY | os.O_NONBLOCK)
    way = KeyboardWay(str(gadget))
    way.write(b"29\r")
    assert os.read(reader, 1000) == b"".join(key(0x1F) + key(0x26) + key(0x28))
    way.close()
    os.close(reader)


def test_a_gadget_that_is_not_there_is_an_error_of_the_port() -> None:
    with pytest.raises(FileNotFoundError):
        open_way(Connection("/dev/hidg77"))
