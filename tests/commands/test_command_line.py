"""The command line itself: help, mistakes, and what is never loaded."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.storage.file.database import Database
from kiosk.storage.file.holding import holding

Kiosk = Callable[..., Any]
COMMANDS = ("run", "demo", "load", "export", "greet", "staff", "migrate", "backup", "restore", "doctor")


def test_the_help_names_every_command(kiosk: Kiosk) -> None:
    ran = kiosk("--help")
    assert ran.status == 0
    assert all(f"\n    {command} " in ran.out for command in COMMANDS)
    assert "exit status: 0 done; 1 it could not be done" in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, kiosk: Kiosk) -> None:
    ran = kiosk(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: kiosk {command} ")
    assert "--config FILE" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["dance"], ["load"], ["greet"], ["export", "a", "b"], ["greet", "1", "--at"]),
        *(["backup", "a", "b"], ["restore", "a", "b"], ["restore", "a", "--dry-run", "--accept"]),
        *(["staff", "fire", "mia"], ["staff", "pin"], ["staff", "badge", "mia"]),
    ],
    ids=str,
)
def test_a_command_line_that_is_not_understood_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    printed = capsys.readouterr()
    assert (end.value.code, printed.out) == (2, "")
    assert printed.err.startswith("usage: kiosk")


def test_a_mistake_in_the_settings_is_one_sentence(config: Path, refused: Callable[..., str]) -> None:
    config.write_text("[display]\nwidth = 12")
    assert refused("export").startswith(f"{config}, line 2: display.width: ")


def test_the_settings_may_stand_before_the_command_too(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--config", str(config), "migrate"]) == 0
    assert config.with_name("kiosk.db").exists()


def test_the_environment_names_the_settings(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(config))
    assert main(["migrate"]) == 0
    assert config.with_name("kiosk.db").exists()


@pytest.mark.parametrize(
    "arguments", [("migrate",), ("export",), ("greet", "LOY-1"), ("backup", "copy.db"), ("load", "none.json")]
)
def test_a_command_without_a_window_never_loads_kivy(arguments: tuple[str, ...], config: Path) -> None:
    program = f"""
import sys
from kiosk.cli import main
from kiosk.storage.file.database import Database
from kiosk.storage.file.holding import holding
main([*{arguments!r}, "--config", {str(config)!r}])
assert "kiosk.settings" in sys.modules
sys.exit(sorted(name for name in sys.modules if name.split(".")[0] == "kivy" or name == "kiosk.ui")[:3] or 0)
"""
    ran = subprocess.run([sys.executable, "-c", program], cwd=config.parent, capture_output=True, text=True)
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), ran.stderr


def test_a_reader_that_has_had_enough_is_no_error(shop: object, config: Path) -> None:
    command = f"{sys.executable} -m kiosk export --config {config} | head -c 20; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ran.stdout.endswith("0\n")
    assert ran.stderr == ""


def test_an_unexpected_error_is_told_without_what_it_says(
    kiosk: Kiosk, shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError("Jack Okafor 2900000000018")

    monkeypatch.setattr("kiosk.commands.data.export_shop", stumble)
    ran = kiosk("export")
    assert ran.status == 1
    assert "what was saved before is safe" in ran.err
    assert "ValueError at" in ran.err
    assert "Okafor" not in ran.err


def test_a_second_kiosk_on_one_file_says_so_and_ends(refused: Callable[..., str], tmp_path: Path) -> None:
    with holding(tmp_path / "kiosk.db", "counter"):
        told = refused("run")
    assert told == f"Another kiosk is at work on {tmp_path / 'kiosk.db'} already. Close that one first."
    assert not (tmp_path / "kiosk.db").exists()


def test_no_other_command_is_kept_out_by_a_kiosk_at_work(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    with holding(tmp_path / "kiosk.db", "counter"):
        assert kiosk("export", tmp_path / "shop.json").status == 0
        for command in (["load", tmp_path / "shop.json"], ["backup"], ["migrate"], ["staff"]):
            assert kiosk(*command).status == 0
        assert kiosk("greet", "2900000000018").status == 0
        assert kiosk("restore", *(tmp_path / "backups").glob("*.db")).status == 0
