"""Each thing that can be wrong with a machine is found, with the one thing to do; a well one is all green."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.drawing.coverage import can_draw
from kiosk.health.examination import Examination
from kiosk.health.examining import CHECKS, examine_all
from kiosk.health.finding import TITLES, Finding, State, title, worst
from kiosk.health.vitals import ScannerVitals
from kiosk.locale import Speech, speech
from kiosk.people.words import FIRST_STRONG_ISOLATE, POP_ISOLATE
from kiosk.settings import Backup, Display, Network, Scanner
from kiosk.storage.file.restoring import mark_failover
from tests.health.conftest import EVENT, PORT, edid, vitals

Found = Callable[..., list[Finding]]
GREEN, AMBER, RED = State.GREEN, State.AMBER, State.RED
RARE = ("\U00018b00", "\U00010570", "\U00016e40", "\U00017000")
"""Khitan, Vithkuqi, Medefaidrin, Tangut: no machine has fonts for all of them."""

HDMI = "sys/class/drm/card1-HDMI-A-1"
FIRMWARE = "sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled"


def test_a_machine_that_is_well_is_green_throughout(case: Examination) -> None:
    findings = examine_all(case)
    assert [one for one in findings if one.state is not GREEN or one.do] == []
    assert {one.name for one in findings} == set(TITLES) - {"sharing"}


def test_what_is_wrong_always_comes_with_something_to_do(case: Examination, tmp_path: Path) -> None:
    bare = replace(case, root=tmp_path / "nothing", vitals=None, copies=(tmp_path / "none",))
    findings = examine_all(bare)
    assert worst(findings) is RED
    assert all(one.do for one in findings if one.state is not GREEN)


def test_no_name_note_or_number_is_ever_told(case: Examination) -> None:
    told = " ".join(one.says + one.do for one in examine_all(case))
    assert "Jack" not in told
    assert "nuts" not in told


def test_every_finding_has_a_title(words: Speech) -> None:
    assert {name for name, _ in CHECKS} <= set(TITLES)
    assert title(Finding("clock", GREEN, ""), words) == "Clock"


def test_a_check_that_stumbles_is_a_finding_and_stops_no_other(case: Examination, pi: Path) -> None:
    (pi / EVENT / "properties").write_text("not a number")
    findings = examine_all(case)
    (touch,) = [one for one in findings if one.name == "touch"]
    assert (touch.state, touch.do) == (AMBER, "Show this to whoever looks after the program.")
    assert touch.says.startswith("This could not be looked at (ValueError at ")
    assert findings[-1].name == "versions"


def test_a_kiosk_that_has_fallen_silent_is_red(found: Found, case: Examination) -> None:
    silent = vitals(case.now, written_at=case.now - timedelta(minutes=10))
    (kiosk,) = found("kiosk", vitals=silent)
    assert (kiosk.state, kiosk.do) == (RED, "See why: systemctl status greeting-kiosk")
    (kiosk,) = found("kiosk", vitals=None)
    assert (kiosk.state, kiosk.do) == (AMBER, "Start it: sudo systemctl start greeting-kiosk")


def test_a_kiosk_that_systemd_has_just_started_may_be_silent_for_a_while(
    found: Found, case: Examination, pi: Path
) -> None:
    (pi / "run/systemd/units").mkdir(parents=True)
    invocation = pi / "run/systemd/units/invocation:greeting-kiosk.service"
    invocation.symlink_to("0123456789abcdef")
    before = vitals(case.now, written_at=case.now - timedelta(minutes=10))
    for told in (None, before):
        (kiosk,) = found("kiosk", vitals=told)
        assert (kiosk.state, kiosk.says) == (AMBER, "It has just been started, and has told nothing yet.")
        assert kiosk.do.endswith("see why: systemctl status greeting-kiosk")
    began = (case.now - timedelta(minutes=4)).timestamp()
    os.utime(invocation, (began, began), follow_symlinks=False)
    assert found("kiosk", vitals=before)[0].state is RED


def test_a_kiosk_that_draws_through_a_compositor_is_named_by_its_unit(
    found: Found, case: Examination, pi: Path
) -> None:
    wants = pi / "etc/systemd/system/multi-user.target.wants"
    wants.mkdir(parents=True)
    (wants / "greeting-kiosk-cage.service").touch()
    assert found("kiosk", vitals=None)[0].do == "Start it: sudo systemctl start greeting-kiosk-cage"


def test_a_scanner_that_is_not_there_is_told_with_those_that_are(found: Found, case: Examination) -> None:
    elsewhere = msgspec.structs.replace(case.settings, scanner=(Scanner(port="/dev/ttyUSB7"),))
    (scanner,) = found("scanner", settings=elsewhere)
    assert (scanner.state, scanner.says) == (RED, "There is nothing at /dev/ttyUSB7.")
    assert scanner.do.endswith(PORT)


def test_a_scanner_that_the_kiosk_cannot_open_is_red_and_one_never_heard_amber(
    found: Found, case: Examination
) -> None:
    told = case.vitals.scanners[0] if case.vitals else None
    assert told is not None
    lost = vitals(case.now, scanners=(msgspec.structs.replace(told, there=False),))
    mute = vitals(case.now, scanners=(msgspec.structs.replace(told, heard_at=None),))
    assert found("scanner", vitals=lost)[0].state is RED
    assert found("scanner", vitals=mute)[0].says == f"It is at {PORT}; nothing has been heard from it yet."


def test_a_scanner_that_types_is_to_be_set_to_another_way_of_speaking(
    found: Found, case: Examination, pi: Path
) -> None:
    keyboard = pi / "sys/class/input/event2/device"
    (keyboard / "id").mkdir(parents=True)
    (keyboard / "id/vendor").write_text("05e0\n")
    (keyboard / "name").write_text("Symbol Bar Code Scanner\n")
    elsewhere = msgspec.structs.replace(case.settings, scanner=(Scanner(port="/dev/ttyACM7"),))
    (scanner,) = found("scanner", settings=elsewhere)
    assert (scanner.state, scanner.do) == (
        RED,
        'Symbol Bar Code Scanner types like a keyboard: set profile = "hid-keyboard" and its port.',
    )


def test_a_scanner_that_this_account_may_not_use_is_red(found: Found, case: Examination, pi: Path) -> None:
    port = pi / PORT.lstrip("/")
    (scanner,) = found("scanner", access=lambda file, _: file != port)
    assert (scanner.state, scanner.do) == (
        RED,
        "sudo usermod -aG dialout greeting-kiosk && sudo systemctl restart greeting-kiosk",
    )
    (scanner,) = found("scanner", access=lambda file, _: file != port, account="mia")
    assert scanner.do == "sudo usermod -aG dialout mia && sudo reboot"


@pytest.mark.parametrize("port", ["/dev/input/event3", "/dev/hidraw-by-id/usb-1"])
def test_for_a_scanner_that_is_no_serial_line_it_is_another_group(
    found: Found, case: Examination, pi: Path, port: str
) -> None:
    device = pi / port.lstrip("/")
    device.parent.mkdir(parents=True, exist_ok=True)
    device.touch()
    typing = msgspec.structs.replace(case.settings, scanner=(Scanner(port=port, profile="hid-keyboard"),))
    (scanner,) = found("scanner", settings=typing, access=lambda file, _: file != device)
    assert "usermod -aG input greeting-kiosk" in scanner.do


def test_pins_that_linux_keeps_are_freed_by_the_installer(found: Found, case: Examination) -> None:
    pins = msgspec.structs.replace(case.settings, scanner=(Scanner(port="/dev/serial0"),))
    (scanner,) = found("scanner", settings=pins)
    assert (scanner.state, scanner.do) == (
        RED,
        "sudo /opt/greeting-kiosk/current/systemd/install && sudo reboot",
    )


def test_every_scanner_has_a_line_and_one_over_the_network_is_no_file(
    found: Found, case: Examination
) -> None:
    both = (Scanner(port=PORT), Scanner(port="socket://10.0.0.7:4001"))
    findings = found("scanner", settings=msgspec.structs.replace(case.settings, scanner=both))
    assert [one.state for one in findings] == [GREEN, AMBER]
    (none,) = found("scanner", settings=msgspec.structs.replace(case.settings, scanner=()))
    assert (none.state, none.says) == (AMBER, "No scanner is set.")
    assert none.do == "sudo /opt/greeting-kiosk/current/systemd/install"


def test_what_listens_to_a_network_has_a_line_as_a_scanner_has(found: Found, case: Examination) -> None:
    network = Network(http="127.0.0.1:8780", token="a-token-of-the-tests")
    lines = (Scanner(port="listen://10.0.0.5:4001"),)
    listening = msgspec.structs.replace(case.settings, scanner=lines, network=network)
    ports = ("listen://10.0.0.5:4001", "http://127.0.0.1:8780")
    findings = found("scanner", settings=listening)
    assert [(one.state, one.says) for one in findings] == [
        (AMBER, f"It listens at {port}; nothing has been sent there yet.") for port in ports
    ]
    heard = [ScannerVitals(port=port, there=port != ports[1], heard_at=case.now) for port in ports]
    findings = found("scanner", settings=listening, vitals=vitals(case.now, scanners=tuple(heard)))
    assert [one.state for one in findings] == [GREEN, RED]


def test_the_display_tells_its_size_its_driver_and_who_draws(found: Found) -> None:
    assert [one.says for one in found("display")] == [
        "HDMI-A-1, 1280×800, 217 × 136 mm, driver vc4-drm.",
        "Drawn by V3D 7.1.7.",
    ]


def test_a_display_of_another_width_than_is_believed_is_amber(found: Found, pi: Path) -> None:
    (pi / HDMI / "edid").write_bytes(edid(344, 215))
    display = found("display")[0]
    assert display.state is AMBER
    assert "217 mm: set width_mm = 344.0" in display.do


def test_a_display_that_hangs_upright_is_measured_as_it_hangs(
    found: Found, case: Examination, pi: Path
) -> None:
    (pi / HDMI / "edid").write_bytes(edid(154, 87))
    upright = msgspec.structs.replace(case.settings, display=Display(width=720, height=1280))
    assert found("display", settings=upright)[0].state is GREEN


@pytest.mark.parametrize("told", [b"", b"\0" * 128, edid(0, 0)])
def test_a_display_that_does_not_tell_its_size_is_to_be_measured_once(
    told: bytes, found: Found, case: Examination, pi: Path
) -> None:
    (pi / HDMI / "edid").write_bytes(told)
    assert found("display")[0].state is AMBER
    measured = msgspec.structs.replace(case.settings, display=Display(width_mm=217))
    assert found("display", settings=measured)[0].state is GREEN


def test_a_width_that_somebody_has_measured_counts_more_than_what_the_display_tells(
    found: Found, case: Examination, pi: Path
) -> None:
    (pi / HDMI / "edid").write_bytes(edid(1600, 900))
    measured = msgspec.structs.replace(case.settings, display=Display(width_mm=108))
    assert found("display", settings=measured)[0].state is GREEN


def test_without_a_display_it_is_red(found: Found, pi: Path) -> None:
    (pi / HDMI / "status").write_text("disconnected\n")
    display = found("display")[0]
    assert (display.state, display.says) == (RED, "No display is connected.")


def test_a_kernel_without_a_driver_for_any_display_is_told(found: Found, pi: Path) -> None:
    shutil.rmtree(pi / "sys/class/drm")
    (pi / "sys/class/drm").mkdir()
    assert found("display")[0].says == "The kernel knows of no graphics card here."


def test_the_database_is_counted(found: Found) -> None:
    (database,) = found("database")
    assert database.says.startswith("Intact · 1 person · 1 visit · 1 note · 0.")


def test_a_damaged_database_is_red_and_leads_to_a_copy(found: Found, shop_file: Path) -> None:
    content = bytearray(shop_file.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    shop_file.write_bytes(content)
    (database,) = found("database")
    assert (database.state, database.do[:15]) == (RED, "“kiosk restore”")


def test_a_database_that_this_account_may_not_use_is_red_and_given_to_it(
    found: Found, shop_file: Path
) -> None:
    unread = found("database", access=lambda file, mode: file != shop_file)
    assert [(one.state, one.says) for one in unread] == [(RED, f"This account may not read {shop_file}.")]
    assert unread[0].do == f"sudo chown -R greeting-kiosk: {shop_file.parent}"
    (disk,) = found("disk", access=lambda file, mode: file != shop_file or not mode & os.W_OK)
    assert (disk.state, disk.do) == (RED, unread[0].do)


def test_a_database_that_is_whole_for_all_one_knows_is_not_to_be_restored(
    found: Found, shop_file: Path
) -> None:
    shop_file.unlink()
    shop_file.mkdir()
    (database,) = found("database")
    assert database.says.startswith("The data file cannot be opened.")
    assert (database.state, database.do) == (RED, "sudo reboot")


def test_a_folder_that_is_gone_is_told_in_our_own_words(found: Found, tmp_path: Path) -> None:
    (disk,) = found("disk", database=tmp_path / "gone/kiosk.db")
    assert (disk.state, disk.says) == (RED, f"There is no folder {tmp_path / 'gone'}.")


def test_a_path_keeps_its_first_slash_in_front_where_the_words_run_from_the_right(
    found: Found, case: Examination
) -> None:
    elsewhere = msgspec.structs.replace(case.settings, scanner=(Scanner(port="/dev/ttyUSB7"),))
    (scanner,) = found("scanner", settings=elsewhere, words=speech("ar"))
    assert f"{FIRST_STRONG_ISOLATE}/dev/ttyUSB7{POP_ISOLATE}" in scanner.says
    (scanner,) = found("scanner", settings=elsewhere, words=speech("uk"))
    assert FIRST_STRONG_ISOLATE not in scanner.says


def test_a_missing_database_is_red(found: Found, shop_file: Path) -> None:
    shop_file.unlink()
    assert found("database")[0].says == f"There is none at {shop_file}."


@pytest.mark.parametrize(("revision", "state"), [("9999", RED), ("0001", AMBER)])
def test_a_database_of_another_program_version_is_told(
    revision: str, state: State, found: Found, shop_file: Path
) -> None:
    with sqlite3.connect(shop_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    assert found("database")[0].state is state


def test_a_copy_that_stands_in_is_red_until_somebody_has_seen_to_it(found: Found, shop_file: Path) -> None:
    mark_failover(shop_file, date(2026, 11, 21))
    database, copy = found("database")
    assert (database.state, copy.state) == (GREEN, RED)
    assert copy.says.startswith("The kiosk works from the copy of 21 November 2026")


def test_a_copy_that_is_old_damaged_or_missing_is_told(
    found: Found, case: Examination, tmp_path: Path
) -> None:
    assert found("backup", now=case.now + timedelta(days=3))[0].state is AMBER
    (copy,) = (tmp_path / "backups").iterdir()
    copy.write_bytes(b"\xff" * 8192)
    assert found("backup")[0].state is RED
    copy.unlink()
    assert found("backup")[0].says == "There is no copy yet."


def test_copies_on_the_card_alone_are_amber_unless_that_is_wanted(found: Found, case: Examination) -> None:
    alone = case.copies[:1]
    assert [one.state for one in found("backup", copies=alone)] == [GREEN, AMBER, GREEN]
    wanted = msgspec.structs.replace(case.settings, backup=Backup(usb=False))
    assert [one.state for one in found("backup", copies=alone, settings=wanted)] == [GREEN]
    shutil.rmtree(case.copies[1])
    assert found("backup")[1].says == "The USB stick has no copy of the last night."


def test_without_a_key_it_is_told_that_anybody_can_read_a_stick_and_how_to_make_one(
    found: Found, case: Examination
) -> None:
    without = msgspec.structs.replace(case.settings, backup=Backup())
    newest, on_stick, encrypted = found("backup", settings=without)
    assert (newest.state, on_stick.state, encrypted.state) == (GREEN, GREEN, AMBER)
    assert "whoever finds a stick can read them" in encrypted.says
    assert encrypted.do.endswith("sudo kiosk backup-key")
    wanted = msgspec.structs.replace(case.settings, backup=Backup(usb=False))
    assert [one.state for one in found("backup", settings=wanted)] == [GREEN]


def test_nightly_copies_that_lie_on_a_stick_themselves_are_told(
    found: Found, case: Examination, pi: Path
) -> None:
    own, stick = case.copies
    for name, content in {
        "proc/self/mounts": f"/dev/sda1 /{stick.relative_to(pi)} vfat rw 0 0\n",
        "sys/class/block/sda1/removable": "1\n",
    }.items():
        (pi / name).parent.mkdir(parents=True, exist_ok=True)
        (pi / name).write_text(content)
    assert [one.state for one in found("backup")] == [GREEN, GREEN, GREEN]
    there = stick / "own"
    shutil.copytree(own, there)
    told = found("backup", copies=(there, stick))[2]
    assert told.state is AMBER
    assert "where anybody can read them" in told.says


def test_older_copies_on_a_stick_that_anybody_can_read_are_told_and_the_command_takes_them_alone(
    found: Found, case: Examination
) -> None:
    own, stick = case.copies
    (copy,) = own.iterdir()
    shutil.copy(copy, stick / "kiosk-000000-2026-11-23.db")
    told = found("backup")[2]
    assert (told.state, told.says) == (AMBER, "A USB stick holds copies that anybody can read.")
    command = told.do.partition(": ")[2].removeprefix("sudo ")
    subprocess.run(command, shell=True, check=True)
    assert found("backup")[2] == Finding("backup", GREEN, "Copies on USB sticks are encrypted.")
    assert len(list(stick.iterdir())) == 2


@pytest.mark.parametrize(("degrees", "state"), [(79, GREEN), (80, AMBER), (85, RED)])
def test_heat_is_told(degrees: int, state: State, found: Found, pi: Path) -> None:
    (pi / "sys/class/thermal/thermal_zone0/temp").write_text(f"{degrees}000\n")
    assert found("temperature")[0].state is state


@pytest.mark.parametrize(
    ("bits", "state", "says"),
    [
        ("0", GREEN, "The voltage is good."),
        ("50005", RED, "The voltage is too low."),
        ("50000", AMBER, "The voltage was too low since the last start."),
        ("80000", AMBER, "It has been slowed down since the last start, because of heat."),
    ],
)
def test_power_is_told_as_the_firmware_tells_it(
    bits: str, state: State, says: str, found: Found, pi: Path
) -> None:
    (pi / FIRMWARE).write_text(f"{bits}\n")
    (power,) = found("power")
    assert (power.state, power.says) == (state, says)


def test_with_the_kernel_of_debian_the_voltage_is_told_by_its_monitor(found: Found, pi: Path) -> None:
    (pi / FIRMWARE).unlink()
    monitor = pi / "sys/class/hwmon/hwmon1"
    monitor.mkdir(parents=True)
    (monitor / "name").write_text("rpi_volt\n")
    (monitor / "in0_lcrit_alarm").write_text("0\n")
    assert found("power")[0].state is GREEN
    (monitor / "in0_lcrit_alarm").write_text("1\n")
    assert found("power")[0].says == "The voltage is too low."


def test_where_no_one_tells_of_heat_and_power_nothing_is_said(found: Found, tmp_path: Path) -> None:
    elsewhere = tmp_path / "pc"
    assert found("temperature", root=elsewhere) == found("power", root=elsewhere) == []


def test_scripts_in_use_are_named_and_one_without_a_font_is_red(
    found: Found, shop_file: Path, fill: Callable[..., None], database: object
) -> None:
    fill(database, {"key": "olena", "name": "Олена 🎂"}, {"key": "nour", "name": "نور"})
    assert found("fonts")[0].says.endswith("can be drawn: Arabic, Cyrillic, Emoji and Latin.")
    fill(database, {"key": "lost", "name": next(sign for sign in RARE if not can_draw(sign))})
    (fonts,) = found("fonts")
    assert (fonts.state, fonts.do.startswith("sudo apt install fonts-noto-core fonts-noto-cjk")) == (
        RED,
        True,
    )


def test_fonts_that_are_installed_already_are_not_to_be_installed(
    found: Found, pi: Path, fill: Callable[..., None], database: object
) -> None:
    fill(database, {"key": "lost", "name": next(sign for sign in RARE if not can_draw(sign))})
    (pi / "var/lib/dpkg/info").mkdir(parents=True)
    for package in ("fonts-noto-core", "fonts-noto-cjk"):
        (pi / f"var/lib/dpkg/info/{package}.list").touch()
    (fonts,) = found("fonts")
    assert fonts.do.startswith("sudo apt install fonts-noto-color-emoji && ")
    (pi / "var/lib/dpkg/info/fonts-noto-color-emoji.list").touch()
    (fonts,) = found("fonts")
    assert (fonts.state, "apt" in fonts.do, bool(fonts.do)) == (RED, False, True)


def test_scripts_are_named_in_the_language_of_the_shop(found: Found) -> None:
    assert found("fonts", words=speech("de"))[0].says.endswith("Lateinisch.")
    assert found("fonts", words=speech("uk"))[0].says.endswith("латиниця.")


def test_slow_scans_are_amber_and_counted_in_the_middle_and_at_the_end(
    found: Found, case: Examination
) -> None:
    assert found("latency")[0].says == "Of the last 1000 scans half took 25 ms or less, 99 of 100 30 ms."
    slow = vitals(case.now, milliseconds=(20.0,) * 90 + (400.0,) * 10)
    assert found("latency", vitals=slow)[0].state is AMBER
    assert found("latency", vitals=None)[0].says == "Nothing has been scanned yet."


def test_of_a_few_scans_nothing_is_concluded(found: Found, case: Examination) -> None:
    (latency,) = found("latency", vitals=vitals(case.now, milliseconds=(900.0, *[20.0] * 98)))
    assert (latency.state, latency.says) == (GREEN, "99 scans so far: too few to tell.")
    (latency,) = found("latency", vitals=vitals(case.now, milliseconds=(900.0,)))
    assert latency.says == "1 scan so far: too few to tell."


def test_memory_is_told_with_the_part_of_the_kiosk(found: Found, pi: Path) -> None:
    assert found("memory")[0].says == "3100 of 4045 MB are free. The kiosk takes 180 MB."
    (pi / "proc/meminfo").write_text("MemTotal: 1000000 kB\nMemAvailable: 50000 kB\n")
    assert found("memory")[0].state is AMBER
    (pi / "proc/meminfo").write_text("MemTotal: 8000000 kB\nMemAvailable: 500000 kB\n")
    assert found("memory")[0].state is GREEN


def test_versions_name_what_whoever_helps_will_ask_for(found: Found) -> None:
    (versions,) = found("versions")
    parts = [part.split(" ")[0] for part in versions.says.split(", ")]
    assert parts == ["greeting-kiosk", "Python", "Kivy", "SDL", "SQLite", "Debian", "Raspberry"]
    assert "?" not in versions.says
