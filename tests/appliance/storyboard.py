"""A technician’s day: from a bare disk to a kiosk that greets, through all that goes wrong, and away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from release.targets import Target
from tests.appliance.appliance import Appliance
from tests.appliance.bringing import BUILD, OFFSCREEN, Brought, bring_all
from tests.appliance.chapters import first_day, greeting, installing, leaving, mishaps, scanners, versions
from tests.appliance.machine import Machine
from tests.appliance.table import FailedStepError, Table

MORNING, LATER = "2026-11-24T09:00:00", "2026-11-24T11:00:00"
TODAY = date(2026, 11, 24)


def main(archives: Path, target: Target, is_clone: bool) -> int:
    """Tell the whole storyboard; returns the exit status."""
    table = Table()
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        _tell(table, bring_all(table, archives, target, is_clone=is_clone))
    except FailedStepError:
        return 1
    finally:
        table.close()
    return 0


def _tell(table: Table, brought: Brought) -> None:
    with _switched_on(table, brought, MORNING) as kiosk:
        with kiosk.plugged_in():
            first_day.lead(table, kiosk, brought)
            installing.install(table, kiosk, brought)
            greeting.greet(table, kiosk)
        mishaps.unplug(table, kiosk)
        mishaps.replug_the_display(table, kiosk)
        with kiosk.plugged_in():
            mishaps.kill_and_freeze(table, kiosk)
            mishaps.copy_to_a_stick(table, kiosk)
            confirmed = mishaps.cut_the_power(table, kiosk)
    with _switched_on(table, brought, LATER) as kiosk:
        mishaps.find_everything_again(table, kiosk, confirmed, TODAY)
        with kiosk.plugged_in():
            versions.upgrade_and_return(table, kiosk)
            scanners.pass_on(table, kiosk, brought)
        scanners.type_cards(table, kiosk)
        leaving.install_otherwise(table, kiosk, brought)
        leaving.uninstall(table, kiosk, brought)


@contextmanager
def _switched_on(table: Table, brought: Brought, now: str) -> Iterator[Appliance]:
    machine = Machine(brought, BUILD, now)
    try:
        with table.step("the machine boots"):
            machine.wait_until_up()
            machine.must("mkdir -p /mnt/brought && mount -o ro /dev/vdb /mnt/brought")
        yield Appliance(machine, OFFSCREEN)
    finally:
        machine.cut_power()
