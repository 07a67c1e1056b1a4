"""A till that gets what is scanned, and a scanner that types."""

from tests.appliance.appliance import JOURNAL, UNIT, Appliance
from tests.appliance.bringing import Brought
from tests.appliance.chapters.greeting import JACK
from tests.appliance.chapters.installing import SETTINGS
from tests.appliance.table import Table

_TILL = "/dev/ttyUSB1"
_KEYBOARD = "/dev/input/by-id/usb-*_QEMU_USB_Keyboard_*-event-kbd"
_READY = f"{JOURNAL} | tail -n 5 | grep 'scanner ready'"


def pass_on(table: Table, kiosk: Appliance, brought: Brought) -> None:
    """By a service of its own, whatever the kiosk does."""
    machine = kiosk.machine
    with machine.till() as till:
        with table.step("a till gets what is scanned, once it is in the settings"):
            machine.until(f"ls {_TILL}")
            machine.must(f"printf '\\n[[pass_on]]\\nto = \"{_TILL}\"\\n' >>{SETTINGS}")
            machine.must(f"{brought.install} </dev/null", 600)
            machine.until("systemctl is-active greeting-kiosk-relay.service")
            machine.until(_READY)
            kiosk.greet(JACK)
            assert till.recv(100) == f"{JACK}\r".encode()
        with table.step("and while the kiosk stands still"):
            machine.must(f"kill -STOP {kiosk.pid()}")
            kiosk.scan("P-1", "P-2")
            received = b""
            while received.count(b"\r") < 2:
                received += till.recv(100)
            assert received == b"P-1\rP-2\r"
            machine.must(f"kill -KILL {kiosk.pid()}")
            kiosk.wait_until_open()
            machine.until(_READY)
        with table.step("its unit is hardened as well") as remarks:
            told = machine.must(
                "systemd-analyze security --threshold=15 greeting-kiosk-relay --no-pager | tail -n 1"
            )
            remarks.append(told.strip(" →\n"))
    machine.must(f"sed -i '/pass_on/,$d' {SETTINGS} && {brought.install} </dev/null", 600)
    assert machine.run("systemctl is-active greeting-kiosk-relay.service").status != 0


def type_cards(table: Table, kiosk: Appliance) -> None:
    """A USB keyboard of QEMU's is a scanner as it leaves the factory."""
    machine = kiosk.machine
    machine.must(f"cp {SETTINGS} /root/before.toml")
    with machine.keyboard(), table.step("a scanner that types is read, and nothing of it reaches the glass"):
        machine.until(f"ls {_KEYBOARD}")
        port = machine.must(f"ls {_KEYBOARD}").strip()
        machine.must(
            f'sed -i \'s#^port = .*#port = "{port}"#; s/^profile = .*/profile = "hid-keyboard"/\' {SETTINGS}'
        )
        machine.must(f"systemctl restart {UNIT}")
        machine.until(_READY, 120)
        before = kiosk.shown()
        machine.type(f"{JACK}\n")
        machine.until(f"[ $({JOURNAL} | grep -c 'scan welcome') -gt {before} ]")
    machine.must(f"cp /root/before.toml {SETTINGS} && systemctl restart {UNIT}")
