"""A later version, and back."""

from tests.appliance.appliance import JOURNAL, Appliance
from tests.appliance.chapters.greeting import JACK
from tests.appliance.table import Table


def upgrade_and_return(table: Table, kiosk: Appliance) -> None:
    """The later version changes the data in a way that the one before cannot read."""
    machine, before = kiosk.machine, _version(kiosk)
    with table.step("an upgrade brings a later version, and keeps the one before") as remarks:
        machine.must("/mnt/brought/later/systemd/install", 900)
        assert _version(kiosk) != before
        remarks.append(f"{before} to {_version(kiosk)}")
    with table.step("the later version greets"):
        _greet_when_ready(kiosk)
    with table.step("a rollback returns to the version before, and to its data") as remarks:
        told = machine.must("/opt/greeting-kiosk/current/systemd/install --rollback", 300)
        assert _version(kiosk) == before
        assert "as it was before the upgrade" in told, told
        machine.must("ls /var/lib/greeting-kiosk/kiosk.db.aside-*")
    with table.step("the version before greets again"):
        _greet_when_ready(kiosk)


def _version(kiosk: Appliance) -> str:
    return kiosk.machine.must("basename $(readlink -f /opt/greeting-kiosk/current)").strip()


def _greet_when_ready(kiosk: Appliance) -> None:
    kiosk.machine.until(f"{JOURNAL} | tail -n 5 | grep 'scanner ready'")
    kiosk.greet(JACK)
