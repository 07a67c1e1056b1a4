"""The installer's own decisions: its functions, run by a shell of their own on files of their own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.encryption.keys import SecretKey
from kiosk.settings import Settings, read
from tests.terminal import Terminal

INSTALLER = Path(__file__).resolve().parents[2] / "systemd" / "install"
ANY_ANSWERS = ["Corner Bakery", "Europe/London", "en", "1", "none", "any", "1280x800"]
TOKEN = "a-token-of-the-tests"
OTHER_ANSWERS = (
    "form=write_settings written=$scratch/kiosk.toml shop=x zone=UTC language=en counter=1",
    "scanner=/dev/ttyUSB0 profile='' baud=9600 prefix=any length=any glass=800x480",
)


class Machine:
    """A folder that stands for a machine, and the installer's functions at work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = folder / "etc/kiosk.toml"
        self.boot = folder / "boot"
        self.ports = ""
        kiosk = folder / "new/venv/bin/kiosk"
        kiosk.parent.mkdir(parents=True)
        kiosk.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kiosk "$@"\n')
        kiosk.chmod(0o755)
        self.boot.mkdir()
        self.settings.parent.mkdir()
        (folder / "scratch").mkdir()
        functions = INSTALLER.read_text("utf-8").replace('\nmain "$@"\n', "\n")
        here = f"HERE='{INSTALLER.parents[1]}'"
        (folder / "functions").write_text(re.sub("^HERE=.*", here, functions, flags=re.MULTILINE), "utf-8")

    def does(self, *steps: str, typed: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run these steps of the installer, while `typed` is typed. What only root may do is left out."""
        shell = self._shell(*steps)
        done = subprocess.run(shell, input=typed, capture_output=True, env=environment, check=False)
        return subprocess.CompletedProcess(shell, done.returncode, done.stdout.decode(), done.stderr.decode())

    def at_a_terminal(self, *steps: str) -> Terminal:
        """Run these steps where somebody sits at a terminal."""
        return Terminal(*self._shell(*steps))

    def _shell(self, *steps: str) -> list[str]:
        script = [
            f". {self.folder}/functions",
            f"PROGRAM={self.folder}/opt SETTINGS={self.settings} UNITS={self.folder}/units BOOT={self.boot}",
            f"DATA={self.folder}/data scratch={self.folder}/scratch new={self.folder}/new",
            "answers='' asks=yes",
            f"plugged_in() {{ printf '{self.ports}'; }}",
            "chown() { :; }; systemctl() { :; }; stop_kiosk() { say stopped; }",
            *steps,
        ]
        return ["sh", "-c", "\n".join(script)]

    def asks(self, *answers: str, **environment: str) -> str:
        """Answer the questions of the first installation; returns what was printed."""
        typed = "".join(f"{answer}\n" for answer in answers).encode()
        done = self.does("install_settings", typed=typed, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def kept(self) -> Settings:
        """The settings that were written."""
        return read(self.settings)


AN_ADAPTER = "/dev/serial/by-id/usb-A-if00  auto  An adapter of FTDI.\\n"
A_SCANNER = "/dev/serial/by-id/usb-B-if00  honeywell  A scanner of Honeywell.\\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_answers_become_settings_and_an_umlaut_is_kept_in_every_locale(machine: Machine) -> None:
    machine.asks("Müllers Käse “& Söhne”", *ANY_ANSWERS[1:], LC_ALL="C")
    kept = machine.kept()
    assert kept.shop.name == "Müllers Käse “& Söhne”"
    assert (kept.shop.time_zone, kept.display.width, kept.display.fullscreen) == ("Europe/London", 1280, True)
    assert not kept.scanner


def test_without_being_told_to_it_asks_nothing(machine: Machine) -> None:
    machine.ports = A_SCANNER
    for _ in range(2):
        done = machine.does("asks=no", "install_settings", "ask_for_backup_key")
        assert (done.returncode, done.stderr) == (0, "")
        assert "[" not in done.stdout
    kept = machine.kept()
    assert kept.database.url == f"sqlite:///{machine.folder}/data/kiosk.db"
    assert (kept.display.fullscreen, kept.scanner, kept.shop.name) == (True, (), None)


def test_a_name_stands_in_the_settings_as_it_was_typed(machine: Machine) -> None:
    machine.asks('The "Corner" \\ Bakery’s', *ANY_ANSWERS[1:])
    assert machine.kept().shop.name == 'The "Corner" \\ Bakery’s'


@pytest.mark.parametrize(
    ("name", "wrong", "sentence", "right"),
    [
        ("zone", b"Berlin", "“Berlin” is not a time zone, written like Europe/London", b"Europe/Berlin"),
        ("language", b"English", "use one of en, de, fr, es, uk, ar", b"de"),
        ("baud", b"9600 8N1", "baud: expected a whole number", b"115200"),
        ("glass", b"1280", "display.height: expected a whole number", b"1280x800"),
        ("shop", b"\x1b[D", "Illegal character", b"Bakery"),
        ("shop", b"M\xfcller", "not UTF-8", b"Bakery"),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_for_again_at_once(
    machine: Machine, name: str, wrong: bytes, sentence: str, right: bytes
) -> None:
    typed = b"\n".join((wrong, right, b""))
    done = machine.does(*OTHER_ANSWERS, f"ask {name} Question ''", f'say "kept ${name}"', typed=typed)
    assert sentence in done.stdout
    assert str(machine.folder) not in done.stdout
    assert done.stdout.endswith(f"kept {right.decode()}\n")


def test_where_nobody_answers_a_wrong_default_ends_it(machine: Machine) -> None:
    done = machine.does("hostname() { printf %080d 1; }", "install_settings")
    assert done.returncode == 1
    assert "Nothing was changed" in done.stderr
    assert not machine.settings.exists()


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("glass", "720x1280", "720x1280"),
        ("glass", "720 × 1280", "720x1280"),
        ("glass", "720X1280", "720x1280"),
        ("scanner", "2", "/dev/serial/by-id/usb-B-if00"),
        ("scanner", "ttyUSB0", "/dev/ttyUSB0"),
        ("scanner", "/dev/serial0", "/dev/serial0"),
        ("scanner", "socket://10.0.0.7:4001", "socket://10.0.0.7:4001"),
        ("scanner", "None", "none"),
        ("prefix", "Any", "any"),
        ("shop", "None x 2", "None x 2"),
    ],
)
def test_an_answer_is_understood_as_it_is_meant(machine: Machine, name: str, typed: str, meant: str) -> None:
    machine.ports = f"{AN_ADAPTER}{A_SCANNER}"
    assert machine.does(f"meant_by {name} '{typed}'").stdout.rstrip("\n") == meant


def test_a_scanner_that_comes_later_is_added_by_installing_once_more(machine: Machine) -> None:
    before = '[shop]\nname = "Corner Bakery"\n[display]\nwidth = 800\n'
    machine.settings.write_text(before, "utf-8")
    machine.ports = AN_ADAPTER
    assert "stays as it is" in machine.asks("none")
    assert machine.settings.read_text("utf-8") == before
    machine.asks("", "")
    assert machine.settings.read_text("utf-8").startswith(before)
    assert [scanner.port for scanner in machine.kept().scanner] == ["/dev/serial/by-id/usb-A-if00"]
    assert machine.asks() == f"{machine.settings} stays as it is.\n"


def test_of_a_scanner_whose_maker_is_known_nothing_more_is_asked(machine: Machine) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    machine.ports = f"{AN_ADAPTER}{A_SCANNER}"
    assert "speed" not in machine.asks("2")
    (scanner,) = machine.kept().scanner
    assert (scanner.port, scanner.profile, scanner.baud) == (
        "/dev/serial/by-id/usb-B-if00",
        "honeywell",
        None,
    )


def test_an_adapter_is_asked_for_its_speed_and_finds_out_the_rest(machine: Machine) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    machine.ports = AN_ADAPTER
    machine.asks("1", "19200")
    (scanner,) = machine.kept().scanner
    assert (scanner.profile, scanner.baud) == ("auto", 19200)


def test_a_mistake_in_a_file_of_answers_is_told_with_its_own_name(machine: Machine) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    answers = machine.folder / "my answers.toml"
    answers.write_text('[shop]\nlanguage = "deutsch"\n', "utf-8")
    done = machine.does(f"answers='{answers}'", "install_settings")
    assert done.returncode == 1
    assert f"{answers}, line 2: shop.language" in done.stderr
    assert machine.settings.read_text("utf-8") == "[shop]\n"


def test_at_a_terminal_a_key_is_made_and_nobody_is_asked_again(machine: Machine) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    with machine.at_a_terminal("trap 'exit 1' INT", "ask_for_backup_key", "say done") as terminal:
        terminal.until("later”: ")
        terminal.types("")
        terminal.until("Write the words down")
        words = dict(re.findall(r"(\d+)\. ([a-z]+)", terminal.shown))
        terminal.until("for none: ")
        terminal.types("")
        asked = terminal.until(r"Type word (\d+) as")
        terminal.types(words[asked[1]])
        terminal.until("done")
        assert terminal.ends() == 0
    assert machine.kept().backup.key.startswith("age1")
    with machine.at_a_terminal("ask_for_backup_key", "say done") as terminal:
        assert terminal.ends() == 0
        assert terminal.shown.split() == ["done"]


def test_whoever_breaks_the_key_off_has_the_rest_installed(machine: Machine) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    with machine.at_a_terminal("trap 'exit 1' INT", "ask_for_backup_key", "say done") as terminal:
        terminal.until("later”: ")
        assert terminal.interrupts() == 0
        assert "There is no key yet: sudo kiosk backup-key makes one." in terminal.shown
        assert terminal.shown.split()[-1] == "done"
    assert machine.settings.read_text("utf-8") == "[shop]\n"


@pytest.mark.parametrize("answers", ["answers=''", "answers=/some/file"])
def test_where_nobody_sits_no_words_are_shown_and_the_command_is_named(
    machine: Machine, answers: str
) -> None:
    machine.settings.write_text("[shop]\n", "utf-8")
    done = machine.does(answers, "ask_for_backup_key")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Until there is a key they are not encrypted: sudo kiosk backup-key\n" in done.stdout


def test_a_key_among_the_answers_is_all_that_is_needed(machine: Machine) -> None:
    public = SecretKey.from_bytes(bytes(range(32))).public
    answers = machine.folder / "answers.toml"
    answers.write_text(f'[backup]\nkey = "{public}"\n', "utf-8")
    done = machine.does(f"answers='{answers}'", "install_settings", "ask_for_backup_key")
    assert (done.returncode, done.stdout) == (0, "")
    assert machine.kept().backup.key == public


def test_however_a_port_is_written_the_pins_become_the_scanners(machine: Machine) -> None:
    machine.settings.write_text("[[scanner]]\n\tport = '/dev/serial0'\n", "utf-8")
    command_line, config = machine.boot / "cmdline.txt", machine.boot / "config.txt"
    command_line.write_text("console=serial0,115200 console=tty1 root=/dev/sda2 rootwait\n")
    config.write_text("dtparam=audio=on\n")
    assert "sudo reboot" in machine.asks()
    assert command_line.read_text() == "console=tty1 root=/dev/sda2 rootwait\n"
    written = config.read_text()
    assert written.endswith("[pi5]\ndtparam=uart0_console\n\n[all]\nenable_uart=1\n")
    assert "sudo reboot" not in machine.asks()
    assert config.read_text() == written
    machine.does("return_serial_pins")
    assert set(command_line.read_text().split()) == {
        *("console=serial0,115200", "console=tty1", "root=/dev/sda2", "rootwait")
    }


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ('[[scanner]]\nport = "/dev/ttyACM0"\n', None),
        ('[[scanner]]\nport = "socket://10.0.0.7:4001"\n', "network-scanner.conf"),
        ('[[scanner]]\nport = "socket://127.0.0.1:4001"\n', "network-scanner.conf"),
        ('[[scanner]]\nport = "listen://10.0.0.5:4001"\n', "network-scanner.conf"),
        ('[[scanner]]\nport = "listen://127.0.0.1:4001"\n', "network-loopback.conf"),
        (f'[network]\nhttp = "127.0.0.1:8780"\ntoken = "{TOKEN}"\n', "network-loopback.conf"),
        (f'[network]\nhttp = "[::1]:8780"\ntoken = "{TOKEN}"\n', "network-loopback.conf"),
        (f'[network]\nhttp = "0.0.0.0:8780"\ntoken = "{TOKEN}"\n', "network-scanner.conf"),
        (
            f'[network]\nhttp = "127.0.0.1:8780"\ntoken = "{TOKEN}"\n[[scanner]]\nport = "listen://10.0.0.5:1234"',
            "network-scanner.conf",
        ),
    ],
)
def test_the_unit_gets_the_network_that_the_settings_take_and_no_more(
    machine: Machine, text: str, needed: str | None
) -> None:
    (machine.folder / "new/systemd").symlink_to(INSTALLER.parent)
    units = [f"{name}.service.d/network-scanner.conf" for name in ("greeting-kiosk", "greeting-kiosk-cage")]
    for written in (text, "[shop]\n", text):
        machine.settings.write_text(written, "utf-8")
        machine.asks()
        given = [machine.folder / "units" / unit for unit in units]
        if needed is None or written != text:
            assert not any(unit.exists() for unit in given)
        else:
            expected = (INSTALLER.parent / needed).read_text("utf-8")
            assert [unit.read_text("utf-8") for unit in given] == [expected] * 2


@pytest.mark.parametrize(
    ("brought", "refused"),
    [("0.9.0-0a", True), ("0.10.0-0b", False), ("0.10.0-0a", False), ("0.11.0-0c", False)],
)
def test_an_older_version_does_not_take_the_place_of_a_newer_one(
    machine: Machine, brought: str, refused: bool
) -> None:
    there = machine.folder / "opt/0.10.0-0a"
    there.mkdir(parents=True)
    (there / "complete").touch()
    (machine.folder / "opt/current").symlink_to(there)
    done = machine.does(f"new=$PROGRAM/{brought}", "refuse_older")
    assert (done.returncode == 1) is refused
    assert ("older than 0.10.0-0a" in done.stderr) is refused


def test_the_first_installation_has_nothing_that_could_be_newer(machine: Machine) -> None:
    assert machine.does("new=$PROGRAM/0.1.0-0a", "refuse_older").returncode == 0


def test_a_rollback_to_a_version_that_does_not_know_a_setting_changes_nothing(machine: Machine) -> None:
    machine.settings.write_text("[of_a_later_version]\n", "utf-8")
    versions = machine.folder / "opt"
    versions.mkdir()
    (versions / "previous").symlink_to(machine.folder / "new")
    (versions / "current").symlink_to(machine.folder)
    done = machine.does("rollback")
    assert done.returncode == 1
    assert "of_a_later_version" in done.stderr
    assert "stopped" not in done.stdout
    assert (versions / "current").readlink() == machine.folder


def test_data_is_never_purged_without_being_asked_to_uninstall() -> None:
    done = subprocess.run(["sh", INSTALLER, "--purge"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--uninstall" in done.stderr


@pytest.mark.parametrize(
    ("refused", "asked"),
    [
        ("nothing", ["update brought", "install brought"]),
        ("brought", ["update brought", "update", "install"]),
    ],
)
def test_packages_that_do_not_go_with_the_system_are_asked_for_on_the_network(
    machine: Machine, refused: str, asked: list[str]
) -> None:
    (machine.folder / "debs/trixie").mkdir(parents=True)
    (machine.folder / "debs/trixie/Packages").touch()
    script = [
        "#!/bin/sh",
        'from=""; case "$*" in *sources/list*) from=" brought" ;; esac',
        f'case "$*" in *-qyf*) [ "$from" != " {refused}" ] || exit 100; exit 0 ;; esac',
        'echo "did $1$from"',
    ]
    tools = machine.folder / "tools"
    tools.mkdir()
    for name in ("apt-get", "apt-cache", "dpkg"):
        (tools / name).write_text("\n".join(script) + "\n")
        (tools / name).chmod(0o755)
    done = machine.does(
        f"PATH={tools}:$PATH suite=trixie offline={machine.folder}",
        "is_installed() { false; }",
        f"install_packages {INSTALLER.parent}/packages",
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line[4:] for line in lines if line.startswith(("did update", "did install"))] == asked


@pytest.mark.parametrize(
    ("session", "opens"), [("", True), ("greeter", True), ("user", False), ("user-early", False)]
)
def test_whoever_is_signed_in_at_the_display_is_not_thrown_out_amid_it(
    machine: Machine, session: str, opens: bool
) -> None:
    done = machine.does(
        f"loginctl() {{ case $1 in show-seat) echo {session and 7} ;; *) echo {session} ;; esac; }}",
        "systemctl() { case $1 in show) echo lightdm.service ;; *) echo did $* ;; esac; }",
        "unit=greeting-kiosk",
        "start_kiosk",
    )
    assert done.returncode == 0, done.stderr
    assert ("did restart greeting-kiosk.service" in done.stdout) is opens
    assert ("did disable --now --quiet lightdm.service" in done.stdout) is opens
    assert ("sudo reboot" in done.stdout) is not opens
    for change in ("enable --quiet greeting-kiosk.service", "mask", "disable"):
        assert f"did {change}" in done.stdout
    assert done.stdout.index("did enable --quiet") < done.stdout.index("did mask")


def test_a_version_without_a_key_keeps_the_one_that_is_known(machine: Machine) -> None:
    known = machine.folder / "opt/current/systemd/release-signers"
    known.parent.mkdir(parents=True)
    known.write_text("greeting-kiosk ssh-ed25519 AAAA\n")
    (machine.folder / "new/systemd").mkdir()
    machine.does("keep_signers")
    assert (machine.folder / "new/systemd/release-signers").read_text() == known.read_text()
    (machine.folder / "new/systemd/release-signers").write_text("another\n")
    machine.does("keep_signers")
    assert (machine.folder / "new/systemd/release-signers").read_text() == "another\n"
