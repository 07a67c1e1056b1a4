"""What cannot be opened says why, in one sentence."""

import errno
import fcntl
import os

import pytest
import serial

from drivers import Connection, ScannerLost, open_scanner
from drivers.replay import PretendScanner

TIOCGEXCL = 0x80045440  # asks Linux whether TIOCEXCL is set; the termios module does not name it


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (Connection("/dev/not-there"), "no such device"),
        (Connection("/dev/null"), "configure"),
        (Connection("nothing://x"), "protocol"),
        (Connection("socket://127.0.0.1:1"), "refused"),
        (Connection("spy:///dev/ttyACM0"), "records what is read"),
        (Connection("socket://127.0.0.1:1?logging=debug"), "records what is read"),
        (Connection("/dev/not-there", profile="other"), "there is no profile “other”; there are auto, "),
    ],
)
def test_what_cannot_be_opened_says_why(line: Connection, cause: str) -> None:
    with pytest.raises(ScannerLost, match=cause) as lost:
        open_scanner(line)
    assert line.port in str(lost.value)


@pytest.mark.parametrize(
    ("port", "cause", "told"),
    [
        (
            "socket://127.0.0.1:1?log%67ing=debug",
            "records what is read",
            "socket://127.0.0.1:1?log%67ing=debug",
        ),
        (
            "RFC2217://127.0.0.1:1?timeout=1&logging",
            "records what is read",
            "RFC2217://127.0.0.1:1?timeout=1&l",
        ),
        ("SPY://dev/ttyACM0?file=x", "records what is read", "SPY://dev/ttyACM0?file=x"),
        ("loop://?logging=debug", "records what is read", "loop://?logging=debug"),
        ("alt:///dev/ttyACM0?class=Serial", "protocol", "alt:///dev/ttyACM0?class=Serial"),
        ("rfc2217://kiosk:s3cret@10.0.0.7:4001", "password", "rfc2217://10.0.0.7:4001"),
        ("socket://s3cret@10.0.0.7:4001", "password", "socket://10.0.0.7:4001"),
        ("socket://a:s3cret@b@10.0.0.7:x", "password", "socket://10.0.0.7:x"),
        ("socket://a:s3cret@[", "no address", "socket://["),
        ("socket://a:s3cret@\u2100.org:1", "no address", "socket://\u2100.org:1"),
        ("socket://10.0.0.7", "no address", "socket://10.0.0.7"),
        ("socket://:4001", "no address", "socket://:4001"),
        ("/dev/ttyACM0\nscanner ready", "cannot be seen", "/dev/ttyACM0\ufffdscanner ready"),
        ("socket://10.0.0.7:4001\r\nx", "cannot be seen", "socket://10.0.0.7:4001\ufffd\ufffdx"),
        ("/dev/\u202eACM0", "cannot be seen", "/dev/\ufffdACM0"),
    ],
)
def test_a_port_that_is_refused_is_named_in_one_line_without_its_password(
    port: str, cause: str, told: str
) -> None:
    with pytest.raises(ScannerLost, match=cause) as lost:
        open_scanner(Connection(port))
    assert str(lost.value).startswith(f"The scanner at {told}")
    assert str(lost.value).isprintable()
    assert "s3cret" not in str(lost.value)


def test_settings_that_a_port_cannot_have_are_a_loss_too() -> None:
    with PretendScanner() as pretend, pytest.raises(ScannerLost):
        open_scanner(Connection(pretend.port, bits=11))


def test_missing_rights_name_the_group(monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> serial.Serial:
        raise serial.SerialException(errno.EACCES, "could not open port")

    monkeypatch.setattr(serial, "serial_for_url", deny)
    with pytest.raises(ScannerLost, match="group dialout"):
        open_scanner(Connection("/dev/ttyACM0"))


def test_a_slow_line_waits_longer_for_its_next_byte() -> None:
    assert Connection("x").gap == 0.08
    assert Connection("x", baud=300).gap == pytest.approx(20 * 10 / 300)
    assert Connection("x", baud=300, bits=7, parity="space", stop_bits=2).gap == pytest.approx(20 * 11 / 300)


def test_programs_that_heed_no_lock_are_kept_out_while_the_port_is_open() -> None:
    with PretendScanner() as pretend:
        terminal = os.open(pretend.port, os.O_RDONLY | os.O_NOCTTY)
        scanner = open_scanner(Connection(pretend.port))
        assert is_reserved(terminal)
        scanner.stop()
        assert list(scanner.scans()) == []
        assert not is_reserved(terminal)
        os.close(terminal)


def is_reserved(terminal: int) -> bool:
    return any(fcntl.ioctl(terminal, TIOCGEXCL, bytes(4)))
