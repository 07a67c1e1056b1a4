"""The units and the installer, as far as they can be judged without installing them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SYSTEMD = Path(__file__).resolve().parents[2] / "systemd"
SERVICES = sorted(SYSTEMD.glob("*.service"))
ON_THE_DISPLAY = SYSTEMD / "greeting-kiosk.service"
MOST_EXPOSED = {
    "greeting-kiosk.service": 1.5,
    "greeting-kiosk-backup.service": 1.0,
    "greeting-kiosk-cage.service": 1.5,
    "greeting-kiosk-gadget.service": 3.5,
    "greeting-kiosk-hub.service": 1.5,
    "greeting-kiosk-relay.service": 1.5,
    "greeting-kiosk-sync.service": 1.5,
}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a checker that Debian has; the test is skipped where it is not installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_unit_exposes_no_more_than_was_agreed(unit: Path) -> None:
    told = run("systemd-analyze", "security", "--offline=true", unit).stdout
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", told)
    assert exposure is not None, told
    assert float(exposure[1]) <= MOST_EXPOSED[unit.name]


def test_the_kiosk_without_a_network_scanner_has_no_network() -> None:
    text = ON_THE_DISPLAY.read_text("utf-8")
    assert "\nRestrictAddressFamilies=AF_UNIX AF_NETLINK\n" in text
    assert "\nIPAddressDeny=any\n" in text


def test_whoever_listens_to_this_machine_alone_hears_nobody_else() -> None:
    text = (SYSTEMD / "network-loopback.conf").read_text("utf-8")
    assert "\nIPAddressAllow=localhost\n" in text


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_no_line_of_a_unit_is_without_meaning(unit: Path) -> None:
    told = run("systemd-analyze", "verify", unit).stderr
    strange = [line for line in told.splitlines() if "Unknown" in line or "Failed to parse" in line]
    assert strange == []


def test_a_keyboard_at_the_counter_does_not_restart_the_machine() -> None:
    rules, leaving = (
        (SYSTEMD / "installer" / name).read_text("utf-8") for name in ("rules.sh", "leaving.sh")
    )
    settings = (SYSTEMD / "greeting-kiosk.system").read_text("utf-8")
    assert "\nCtrlAltDelBurstAction=none\n" in settings
    assert "systemctl mask --quiet ctrl-alt-del.target" in rules
    assert "systemctl unmask --quiet getty@tty1.service ctrl-alt-del.target" in leaving
    assert rules.count("system.conf.d/greeting-kiosk.conf") == leaving.count(
        "system.conf.d/greeting-kiosk.conf"
    )


@pytest.mark.parametrize("script", ["install", "kiosk"])
def test_the_scripts_are_clean(script: str) -> None:
    checked = run("shellcheck", "--external-sources", "--check-sourced", SYSTEMD / script)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("arguments", "power"),
    [
        (["restore", "/mnt/copy.db"], "dac_read_search"),
        (["--config", "kiosk.toml", "load", "export"], "dac_read_search"),
        (["doctor"], "dac_read_search"),
        (["export", "/root/shop.json"], "dac_override"),
        (["--config", "kiosk.toml", "briefing", "--pdf", "/root/page.pdf"], "dac_override"),
        (["backup", "/root/copy.db"], "dac_override"),
        (["cards", "new", "--pdf", "/root/cards.pdf"], "dac_override"),
        (["staff", "print", "sam", "--pdf", "/root/badges.pdf"], "dac_override"),
        (["person", "jack", "--pdf", "/root/jack.pdf"], "dac_override"),
    ],
)
def test_only_what_writes_a_file_where_it_is_told_may_write_as_root_does(
    arguments: list[str], power: str, tmp_path: Path
) -> None:
    """Commands stand in for those of the system: one tells who runs the script, one what it was asked."""
    for name, does in [("id", "echo 0"), ("setpriv", 'printf "%s\\n" "$@"')]:
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    ran = subprocess.run(
        [SYSTEMD / "kiosk", *arguments], capture_output=True, text=True, env=path, check=True
    )
    asked = ran.stdout.splitlines()
    assert [word for word in asked if "-caps" in word] == [f"--inh-caps=+{power}", f"--ambient-caps=+{power}"]
    assert asked[-len(arguments) :] == arguments


def test_what_changes_the_settings_runs_as_root_whose_they_are(tmp_path: Path) -> None:
    script = (SYSTEMD / "kiosk").read_text("utf-8")
    installed = "/opt/greeting-kiosk/current/venv/bin/kiosk"
    assert installed in script
    for name, does in [("id", "echo 0"), ("setpriv", "echo as the account"), ("kiosk", 'echo as root "$@"')]:
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "script").write_text(script.replace(installed, f"{tmp_path}/kiosk"))
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    for arguments, told in [
        (["backup-key"], "as root backup-key"),
        (["hub", "install"], "as root hub install"),
        (["restore", "backup-key"], "as the account"),
    ]:
        command = ["sh", str(tmp_path / "script"), *arguments]
        ran = subprocess.run(command, capture_output=True, text=True, env=path, check=True)
        assert ran.stdout.strip() == told


def test_the_nightly_copy_is_made_without_any_power_of_root() -> None:
    text = (SYSTEMD / "greeting-kiosk-backup.service").read_text("utf-8")
    assert {"CapabilityBoundingSet=", "AmbientCapabilities=", "NoNewPrivileges=yes"} <= set(text.splitlines())
