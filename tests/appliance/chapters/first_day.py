"""From a bare installation to the first greeting, by touch and scanner alone."""

import json

from tests.appliance.appliance import Appliance
from tests.appliance.bringing import OFFSCREEN, Brought
from tests.appliance.table import Table

NOW = "2026-11-24 09:14:20 UTC"
CARDS = ("2900000000018", "2910000000025", "2950000000039")


def lead(table: Table, kiosk: Appliance, brought: Brought) -> None:
    """Nothing is asked on the terminal; what the glass asks is answered there; and away with all of it."""
    machine = kiosk.machine
    touches = json.loads((OFFSCREEN / "first-day.json").read_text("utf-8"))
    if brought.is_clone:
        machine.join_network()
    with table.step("one command installs the kiosk, and asks nothing"):
        machine.must(f"date -s '{NOW}'")
        machine.must(f"{brought.install} </dev/null", 1800)
    for name, place in touches.items():
        with table.step(f"the first day: {name}") as remarks:
            if name != "pin":
                remarks.append(kiosk.looks_like(f"first-{name}", patience=180))
            else:
                machine.until("/usr/local/bin/kiosk staff | grep -i manager")
                machine.must("sleep 5")
            if name == "scanner":
                for card in CARDS:
                    kiosk.scan(card)
                    machine.must("sleep 3")
            if place is not None:
                machine.touch(*map(round, place))
    with table.step("it opens anew by itself, and greets a new face"):
        machine.until("/usr/local/bin/kiosk settings | grep 'card.1.prefix = .29.'")
        machine.must("sleep 20")
        kiosk.scan("2900000000186")
        machine.until("journalctl --namespace greeting-kiosk -o cat --no-pager | grep 'scan unknown'")
    with table.step("all of it is taken away again"):
        machine.must(f"{brought.install} --uninstall --purge")
