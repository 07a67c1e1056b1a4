"""A technician’s day: from a bare disk to a kiosk that greets, through all that goes wrong, and away."""

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from time import sleep

from tests.appliance.appliance import JOURNAL, UNIT, Appliance
from tests.appliance.bringing import BUILD, OFFSCREEN, ROOT, Brought, bring_all
from tests.appliance.image import make_stick
from tests.appliance.machine import Machine
from tests.appliance.releases import SHOP
from tests.appliance.table import FailedStepError, Table

MORNING, LATER = "2026-11-24T09:00:00", "2026-11-24T11:00:00"
TODAY = date(2026, 11, 24)
JACK, WISHED = "2900000000018", (1163, 161)

ANSWERS = ("Corner Bakery", "Europe/London", "en", "1", "", "", "29", "13", "")
"""To the installer's questions; an empty one takes the default."""


def main(archives: Path, suite: str, is_clone: bool) -> int:
    """Tell the whole storyboard; returns the exit status."""
    table = Table()
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        Storyboard(table, bring_all(table, archives, suite, is_clone=is_clone)).tell()
    except FailedStepError:
        table.close()
        return 1
    table.close()
    return 0


class Storyboard:
    """Each method is a chapter; the disk goes from one to the next."""

    def __init__(self, table: Table, brought: Brought) -> None:
        self._step, self._brought = table.step, brought
        self._customers = json.loads((ROOT / SHOP).read_text("utf-8"))["customers"]

    def tell(self) -> None:
        """All of it."""
        with ExitStack() as power:
            self._switch_on(MORNING, power)
            with self._kiosk.plugged_in():
                self._install()
                self._greet()
            self._unplug()
            with self._kiosk.plugged_in():
                self._kill_and_freeze()
                confirmed = self._cut_the_power()
        with ExitStack() as power:
            self._switch_on(LATER, power)
            self._find_everything_again(confirmed)
            with self._kiosk.plugged_in():
                self._upgrade_and_return()
            self._uninstall()

    def _switch_on(self, now: str, power: ExitStack) -> None:
        with self._step("the machine boots"):
            machine = Machine(self._brought, BUILD, now)
            power.callback(machine.cut_power)
            machine.wait_until_up()
            machine.must("mkdir -p /mnt/brought && mount -o ro /dev/vdb /mnt/brought")
        self._machine = machine
        self._kiosk = Appliance(machine, OFFSCREEN)

    def _install(self) -> None:
        answers = "".join(f"{answer}\\n" for answer in ANSWERS)
        if self._brought.is_clone:
            self._machine.join_network()
        how = "from a clone, over the network" if self._brought.is_clone else "with no network"
        with self._step(f"one command installs the kiosk, {how}"):
            self._machine.must(f"printf '{answers}' | {self._brought.install}", 1800)
        with self._step("the settings are those that were answered"):
            settings = self._machine.must("cat /etc/greeting-kiosk/kiosk.toml")
            for line in ('name = "Corner Bakery"', "/dev/serial/by-id/", 'prefix = "29"', "width = 1280"):
                assert line in settings, settings
        with self._step("installing again changes nothing") as remarks:
            before = self._kiosk.pid()
            self._machine.must(f"{self._brought.install} </dev/null", 600)
            assert self._machine.must("cat /etc/greeting-kiosk/kiosk.toml") == settings
            assert self._machine.must("ls -d /opt/greeting-kiosk/*/").count("\n") == 2
            remarks.append("started anew" if self._kiosk.pid() != before else "left running")
        with self._step("the unit is hardened, and opens its screen all the same") as remarks:
            told = self._machine.must(
                f"systemd-analyze security --threshold=15 {UNIT} --no-pager | tail -n 1"
            )
            remarks.append(told.strip(" →\n"))

    def _greet(self) -> None:
        with self._step("a shop is loaded by the command for technicians"):
            self._machine.must("date -s '2026-11-24 09:14:20 UTC'")
            self._machine.must("/usr/local/bin/kiosk load /mnt/brought/shop.json")
            self._machine.must(f"systemctl restart {UNIT}")
        with self._step("the display shows the ready screen") as remarks:
            remarks.append(self._kiosk.looks_like("ready"))
        with self._step("a card under the scanner greets on the display") as remarks:
            self._kiosk.greet(JACK)
            remarks.append(self._kiosk.looks_like("jack"))
        with self._step("a finger on “Wished” is felt, and kept") as remarks:
            self._kiosk.greet(JACK)
            self._machine.touch(*WISHED)
            remarks.append(self._kiosk.looks_like("wished"))
            told = self._machine.must(f"/usr/local/bin/kiosk greet {JACK}")
            assert "Not wished yet" not in told, told
        with self._step("a greeting takes so long, byte to glass, on this emulated machine") as remarks:
            self._kiosk.greet(JACK)
            remarks += [self._kiosk.last_latency(), "memory at its peak " + self._peak()]

    def _peak(self) -> str:
        return f"{int(self._kiosk.property_of('MemoryPeak')) / 2**20:.0f} MiB"

    def _unplug(self) -> None:
        with self._step("the scanner is unplugged, and the glass says so") as remarks:
            remarks.append(self._kiosk.looks_like("quiet"))
        with self._kiosk.plugged_in():
            with self._step("plugged in again, it is picked up by itself"):
                self._machine.until(f"{JOURNAL} | tail -n 1 | grep 'scanner ready'")
            with self._step("and greets"):
                self._kiosk.greet(JACK)

    def _kill_and_freeze(self) -> None:
        with self._step("the process is killed, and the screen comes back"):
            pid = self._kiosk.pid()
            self._machine.must(f"kill -KILL {pid}")
            self._kiosk.wait_until_open(other_than=pid)
        with self._step("it stands still, and the watchdog starts it anew") as remarks:
            pid = self._kiosk.pid()
            self._machine.must(f"kill -STOP {pid}")
            self._kiosk.wait_until_open(other_than=pid)
            told = self._machine.must(
                f"journalctl -u {UNIT} -o cat --no-pager | grep -i watchdog | head -n 1"
            )
            remarks.append(told.strip())
        with self._step("a stick is plugged in, and the nightly copy goes there as well"):
            self._machine.plug_in_stick(make_stick(BUILD / "stick.img", "KIOSK"))
            self._machine.until("mountpoint -q /media/KIOSK")
            self._machine.must("systemctl start greeting-kiosk-backup.service")
            self._machine.must("ls /var/lib/greeting-kiosk/backups/*.db")
            self._machine.must("ls /media/KIOSK/greeting-kiosk-backups/counter/*.db")

    def _cut_the_power(self) -> set[str]:
        """Returns the keys of those whose greeting was on the glass before."""
        own = [
            (who["key"], card["number"])
            for who in self._customers
            for card in who.get("cards", [])
            if card["number"].startswith("29") and len(card["number"]) == 13 and not card.get("retired")
        ]
        greeted, in_flight = own[:12], own[12:20]
        with self._step("twelve are greeted, and amid eight more the power is cut"):
            for _, number in greeted:
                self._kiosk.greet(number)
            self._kiosk.scan(*(number for _, number in in_flight))
            sleep(1)
            self._machine.cut_power()
        return {key for key, _ in greeted}

    def _find_everything_again(self, confirmed: set[str]) -> None:
        with self._step("the kiosk opens by itself after the power comes back"):
            self._kiosk.wait_until_open()
        with self._step("what the glass had confirmed is there") as remarks:
            kept = self._kiosk.visitors(TODAY)
            assert confirmed <= kept, f"lost: {confirmed - kept}"
            remarks.append(f"{len(kept)} visits, {len(confirmed)} of them confirmed")
        with self._step("and the database passes its check"):
            self._machine.must("/usr/local/bin/kiosk backup /var/lib/greeting-kiosk/checked.db")

    def _upgrade_and_return(self) -> None:
        before = self._version()
        with self._step("an upgrade brings a later version, and keeps the one before") as remarks:
            self._machine.must("/mnt/brought/later/systemd/install", 600)
            assert self._version() != before
            remarks.append(f"{before} to {self._version()}")
        with self._step("the later version greets"):
            self._machine.until(f"{JOURNAL} | tail -n 5 | grep 'scanner ready'")
            self._kiosk.greet(JACK)
        with self._step("a rollback returns to the version before, and to its data") as remarks:
            told = self._machine.must("/opt/greeting-kiosk/current/systemd/install --rollback", 300)
            assert self._version() == before
            assert "as it was before the upgrade" in told, told
            self._machine.must("ls /var/lib/greeting-kiosk/kiosk.db.aside-*")
        with self._step("the version before greets again"):
            self._machine.until(f"{JOURNAL} | tail -n 5 | grep 'scanner ready'")
            self._kiosk.greet(JACK)

    def _version(self) -> str:
        return self._machine.must("basename $(readlink -f /opt/greeting-kiosk/current)").strip()

    def _uninstall(self) -> None:
        with self._step("uninstalled, only the data and the settings stay"):
            self._machine.must(f"{self._brought.install} --uninstall")
            left = self._machine.must(
                "find / -xdev -name '*greeting*kiosk*' -not -path '/mnt/*' -not -path '/proc/*'"
                " -not -path '/var/log/*' -not -path '/run/log/*' -not -path '/var/lib/systemd/*'"
            )
            assert set(left.split()) == {"/var/lib/greeting-kiosk", "/etc/greeting-kiosk"}, left
            self._machine.must("test -f /var/lib/greeting-kiosk/kiosk.db")
            self._machine.until("systemctl is-active getty@tty1.service")
        with self._step("purged, nothing stays"):
            self._machine.must(f"{self._brought.install} --uninstall --purge")
            self._machine.must("! ls -d /var/lib/greeting-kiosk /etc/greeting-kiosk; ! id greeting-kiosk")
