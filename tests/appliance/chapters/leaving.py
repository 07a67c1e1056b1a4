"""Another way of drawing and another scanner, and away."""

from tests.appliance.appliance import Appliance
from tests.appliance.bringing import Brought
from tests.appliance.chapters.installing import SETTINGS
from tests.appliance.table import Table

_CAGE = "greeting-kiosk-cage.service"
_BOOT = "/boot/firmware"
_COMMAND_LINE = "console=serial0,115200 console=tty1 root=/dev/vda rootwait"


def install_otherwise(table: Table, kiosk: Appliance, brought: Brought) -> None:
    """From a file of answers: through the compositor, with a scanner on the pins of what looks like a Pi."""
    machine = kiosk.machine
    with table.step("a file of answers installs it through the compositor, with a scanner on the pins"):
        machine.must(f"mkdir -p {_BOOT} && echo '{_COMMAND_LINE}' >{_BOOT}/cmdline.txt")
        machine.must(f"echo dtparam=audio=on >{_BOOT}/config.txt")
        machine.must(f"sed 's#^port = .*#port = \"/dev/serial0\"#' {SETTINGS} >/root/answers.toml")
        told = machine.must(f"{brought.install} --cage --answers /root/answers.toml", 900)
        assert "sudo reboot" in told, told
    with table.step("the compositor shows the same picture") as remarks:
        machine.must(f"systemctl is-active {_CAGE} && ! systemctl is-active greeting-kiosk.service")
        remarks.append(kiosk.looks_like("quiet", patience=180))
    with table.step("Linux leaves the pins to the scanner"):
        assert machine.must(f"cat {_BOOT}/cmdline.txt").strip() == "console=tty1 root=/dev/vda rootwait"
        assert "enable_uart=1" in machine.must(f"cat {_BOOT}/config.txt")
        assert machine.run("systemctl is-enabled serial-getty@serial0").out.strip() == "masked"


def uninstall(table: Table, kiosk: Appliance, brought: Brought) -> None:
    """First the program, then everything."""
    machine = kiosk.machine
    with table.step("uninstalled, only the data and the settings stay"):
        machine.must(f"{brought.install} --uninstall")
        left = machine.must(
            "find / -xdev -name '*greeting*kiosk*' -not -path '/mnt/*' -not -path '/proc/*'"
            " -not -path '/var/log/*' -not -path '/run/log/*' -not -path '/var/lib/systemd/*'"
        )
        assert set(left.split()) == {"/var/lib/greeting-kiosk", "/etc/greeting-kiosk"}, left
        machine.must("test -f /var/lib/greeting-kiosk/kiosk.db")
        machine.until("systemctl is-active getty@tty1.service")
        assert set(machine.must(f"cat {_BOOT}/cmdline.txt").split()) == set(_COMMAND_LINE.split())
        assert machine.run("systemctl is-enabled serial-getty@serial0").out.strip() != "masked"
    with table.step("purged, nothing stays"):
        machine.must(f"{brought.install} --uninstall --purge")
        machine.must("! ls -d /var/lib/greeting-kiosk /etc/greeting-kiosk; ! id greeting-kiosk")
