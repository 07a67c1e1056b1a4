"""From a bare Debian to a kiosk that is open."""

from tests.appliance.appliance import UNIT, Appliance
from tests.appliance.bringing import Brought
from tests.appliance.table import Table

SETTINGS = "/etc/greeting-kiosk/kiosk.toml"

ANSWERS = ("Corner Bakery", "Europe/London", "en", "1", "", "", "29", "13", "")
"""To the installer's questions; an empty one takes the default."""


def install(table: Table, kiosk: Appliance, brought: Brought) -> None:
    """One command, its questions answered; and once more."""
    answers, machine = "".join(f"{answer}\\n" for answer in ANSWERS), kiosk.machine
    if brought.is_clone:
        machine.join_network()
    how = "from a clone, over the network" if brought.is_clone else "with no network"
    with table.step(f"one command installs the kiosk, {how}"):
        machine.must(f"printf '{answers}' | {brought.install} --ask", 1800)
    with table.step("the settings are those that were answered"):
        settings = machine.must(f"cat {SETTINGS}")
        for line in ('name = "Corner Bakery"', "/dev/serial/by-id/", 'prefix = "29"', "width = 1280"):
            assert line in settings, settings
    with table.step("installing again changes nothing") as remarks:
        before = kiosk.pid()
        machine.must(f"{brought.install} </dev/null", 600)
        assert machine.must(f"cat {SETTINGS}") == settings
        assert machine.must("ls -d /opt/greeting-kiosk/*/").count("\n") == 2
        remarks.append("started anew" if kiosk.pid() != before else "left running")
    with table.step("the unit is hardened, and opens its screen all the same") as remarks:
        told = machine.must(f"systemd-analyze security --threshold=15 {UNIT} --no-pager | tail -n 1")
        remarks.append(told.strip(" →\n"))
