"""What it is there for."""

import json

from tests.appliance.appliance import UNIT, Appliance
from tests.appliance.table import Table

JACK = "2900000000018"
_WISHED = (1163, 161)


def greet(table: Table, kiosk: Appliance) -> None:
    """A card, a finger, and how it stands."""
    machine = kiosk.machine
    with table.step("a shop is loaded by the command for technicians"):
        machine.must("date -s '2026-11-24 09:14:20 UTC'")
        machine.must("/usr/local/bin/kiosk load /mnt/brought/shop.json")
        machine.must(f"systemctl restart {UNIT}")
    with table.step("the display shows the ready screen") as remarks:
        remarks.append(kiosk.looks_like("ready"))
    with table.step("a card under the scanner greets on the display") as remarks:
        kiosk.greet(JACK)
        remarks.append(kiosk.looks_like("jack"))
    with table.step("a finger on “Wished” is felt, and kept") as remarks:
        kiosk.greet(JACK)
        machine.touch(*_WISHED)
        remarks.append(kiosk.looks_like("wished"))
        told = machine.must(f"/usr/local/bin/kiosk greet {JACK}")
        assert "Not wished yet" not in told, told
    with table.step("a greeting takes so long, byte to glass, on this emulated machine") as remarks:
        kiosk.greet(JACK)
        remarks += [kiosk.last_latency(), f"memory at its peak {kiosk.peak_memory()}"]
    with table.step("the doctor finds nothing red") as remarks:
        findings = json.loads(machine.must("/usr/local/bin/kiosk doctor --json"))["findings"]
        of_state = {
            state: [one["name"] for one in findings if one["state"] == state] for state in ("amber", "green")
        }
        remarks.append(f"amber: {' '.join(of_state['amber'])}; green: {' '.join(of_state['green'])}")
