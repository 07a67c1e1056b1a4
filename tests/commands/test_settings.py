"""`kiosk settings`: a line each for what the installer, and whoever has changed them, wants to know."""

from pathlib import Path

import pytest

from kiosk.cli import main


def told(file: Path, text: str) -> int:
    file.write_text(text, "utf-8")
    return main(["--config", str(file), "settings"])


def test_it_is_told_where_data_and_scanners_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scanners = '[[scanner]]\nport = "/dev/ttyACM0"\n[[scanner]]\nport = "socket://10.0.0.9:4001"\n'
    assert told(tmp_path / "k.toml", f'[database]\nurl = "sqlite:////srv/kiosk.db"\n{scanners}') == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["database /srv/kiosk.db", "scanner /dev/ttyACM0", "scanner socket://10.0.0.9:4001"]
    assert f'value scanner.2.port = "socket://10.0.0.9:4001" ({tmp_path / "k.toml"})' in lines
    assert 'value shop.language = "en" (built in)' in lines


def test_it_is_told_where_scans_are_taken_by_http_and_never_the_token(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = '[database]\nurl = "postgresql://shop/kiosk"\n'
    http = '[network]\nhttp = "127.0.0.1:8780"\ntoken = "a-token-of-the-tests"\n'
    assert told(tmp_path / "k.toml", database + http) == 0
    out = capsys.readouterr().out
    assert out.startswith("network http://127.0.0.1:8780\nvalue ")
    assert "a-token" not in out


def test_of_another_kind_of_database_no_password_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(tmp_path / "k.toml", '[database]\nurl = "postgresql://kiosk:secret@shop/kiosk"\n') == 0
    out = capsys.readouterr().out
    assert "secret" not in out
    assert {line.split()[0] for line in out.splitlines()} == {"value"}


def test_a_mistake_is_one_sentence_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(tmp_path / "k.toml", '[shop]\ntime_zone = "Berlin"\n') == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "k.toml" in line
    assert "Berlin" in line
