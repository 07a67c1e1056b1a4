"""`kiosk scanners`, as it is typed."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers.replay import PretendScanner
from kiosk.cli import main

SSI = bytes.fromhex("12F300000B32393132333435363738393036FC42")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Those of a kiosk without a scanner."""
    file = tmp_path / "kiosk.toml"
    file.touch()
    return file


@contextmanager
def listening(settings: Path, port: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "kiosk", "--config", str(settings), "scanners", "--listen", port]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Listening at ")
        yield process
        process.send_signal(signal.SIGINT)


def lines_of(process: "subprocess.Popen[str]", count: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().rstrip("\n") for _ in range(count)]


def test_the_list_is_json_where_it_is_asked_for(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(settings), "scanners", "--json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


def test_what_a_scanner_sends_is_shown_without_a_digit_and_with_the_setting_for_it(settings: Path) -> None:
    with PretendScanner() as scanner, listening(settings, scanner.port) as process:
        scanner.scan("^2912345678906")
        assert lines_of(process, 3) == [
            "sent     ^#############<CR>",
            "read as  a number of 14 characters",
            'setting  prefix = "^"',
        ]


def test_a_payment_card_is_refused_here_as_well(settings: Path) -> None:
    with PretendScanner() as scanner, listening(settings, scanner.port) as process:
        scanner.scan("4111111111111111")
        assert lines_of(process, 2) == ["sent     ################<CR>", "read as  refused: payment card"]


def test_the_protocol_that_was_found_out_is_told(settings: Path) -> None:
    with PretendScanner() as scanner, listening(settings, scanner.port) as process:
        scanner.send(SSI)
        assert lines_of(process, 1) == ["speaks   ssi"]


def test_a_port_that_is_not_there_is_said_in_one_sentence(
    settings: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--config", str(settings), "scanners", "--listen", str(tmp_path / "none")]) == 1
    assert "there is no such device, so it may be unplugged" in capsys.readouterr().err


def test_a_profile_that_nobody_knows_is_said_in_one_sentence(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--config", str(settings), "scanners", "--listen", "/dev/null", "--profile", "magic"]) == 1
    assert "there is no profile “magic”" in capsys.readouterr().err
