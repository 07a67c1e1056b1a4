"""What goes wrong, and heals."""

import json
from datetime import date
from time import sleep

from kiosk.encryption.keys import SecretKey, new_secret
from kiosk.encryption.words import words_of
from tests.appliance.appliance import JOURNAL, UNIT, Appliance
from tests.appliance.bringing import BUILD, ROOT
from tests.appliance.chapters.greeting import JACK
from tests.appliance.chapters.installing import SETTINGS
from tests.appliance.image import make_stick
from tests.appliance.releases import SHOP
from tests.appliance.table import Table

_ON_THE_STICK = "/media/KIOSK/greeting-kiosk-backups/counter"


def unplug(table: Table, kiosk: Appliance) -> None:
    """The scanner goes, and comes back."""
    with table.step("the scanner is unplugged, and the glass says so") as remarks:
        remarks.append(kiosk.looks_like("quiet"))
    with kiosk.plugged_in():
        with table.step("plugged in again, it is picked up by itself"):
            kiosk.machine.until(f"{JOURNAL} | tail -n 1 | grep 'scanner ready'")
        with table.step("and greets"):
            kiosk.greet(JACK)


def replug_the_display(table: Table, kiosk: Appliance) -> None:
    """The display goes, and comes back."""
    with table.step("the display is unplugged and comes back, and the kiosk opens anew on it") as remarks:
        pid = kiosk.pid()
        _tell_output(kiosk, "off")
        # As long as somebody needs to put it back.
        kiosk.machine.must("sleep 10")
        assert kiosk.pid() == pid
        _tell_output(kiosk, "detect")
        kiosk.wait_until_open(other_than=pid)
        remarks.append(kiosk.looks_like("quiet"))


def _tell_output(kiosk: Appliance, word: str) -> None:
    """What a test may tell the kernel of its output, as if the cable had been pulled, or was there again."""
    kiosk.machine.must(f"echo {word} | tee /sys/class/drm/card*-*/status")


def kill_and_freeze(table: Table, kiosk: Appliance) -> None:
    """The process goes, or stands still."""
    machine = kiosk.machine
    with table.step("the process is killed, and the screen comes back"):
        pid = kiosk.pid()
        machine.must(f"kill -KILL {pid}")
        kiosk.wait_until_open(other_than=pid)
    with table.step("it stands still, and the watchdog starts it anew") as remarks:
        pid = kiosk.pid()
        machine.must(f"kill -STOP {pid}")
        kiosk.wait_until_open(other_than=pid)
        told = machine.must(f"journalctl -u {UNIT} -o cat --no-pager | grep -i watchdog | head -n 1")
        remarks.append(told.strip())


def copy_to_a_stick(table: Table, kiosk: Appliance) -> None:
    """The night comes."""
    machine, secret = kiosk.machine, new_secret()
    with table.step("the key of the shop's other counter is taken into the settings"):
        machine.must(f"/usr/local/bin/kiosk backup-key {SecretKey.from_bytes(secret).public}")
        assert machine.must(f"stat -c '%U:%G %a' {SETTINGS}").strip() == "root:greeting-kiosk 640"
    with table.step("a stick is plugged in, and the nightly copy goes there as well, encrypted"):
        machine.plug_in_stick(make_stick(BUILD / "stick.img", "KIOSK"))
        machine.until("mountpoint -q /media/KIOSK")
        machine.must("systemctl start greeting-kiosk-backup.service")
        machine.must("ls /var/lib/greeting-kiosk/backups/*.db")
        machine.must(f"ls {_ON_THE_STICK}/*.db.age && ! ls {_ON_THE_STICK}/*.db")
    with table.step("and can be restored with the words"):
        words = " ".join(words_of(secret))
        told = machine.must(f"echo {words} | /usr/local/bin/kiosk restore --dry-run {_ON_THE_STICK}/*.age")
        assert "The copy is good." in told, told


def cut_the_power(table: Table, kiosk: Appliance) -> set[str]:
    """Returns the keys of those whose greeting was on the glass before."""
    customers = json.loads((ROOT / SHOP).read_text("utf-8"))["customers"]
    own = [
        (who["key"], card["number"])
        for who in customers
        for card in who.get("cards", [])
        if card["number"].startswith("29") and len(card["number"]) == 13 and not card.get("retired")
    ]
    greeted, in_flight = own[:12], own[12:20]
    with table.step("twelve are greeted, and amid eight more the power is cut"):
        for _, number in greeted:
            kiosk.greet(number)
        kiosk.scan(*(number for _, number in in_flight))
        sleep(1)
        kiosk.machine.cut_power()
    return {key for key, _ in greeted}


def find_everything_again(table: Table, kiosk: Appliance, confirmed: set[str], day: date) -> None:
    """The power is back."""
    with table.step("the kiosk opens by itself after the power comes back"):
        kiosk.wait_until_open()
    with table.step("what the glass had confirmed is there") as remarks:
        kept = kiosk.visitors(day)
        assert confirmed <= kept, f"lost: {confirmed - kept}"
        remarks.append(f"{len(kept)} visits, {len(confirmed)} of them confirmed")
    with table.step("and the database passes its check"):
        kiosk.machine.must("/usr/local/bin/kiosk backup /var/lib/greeting-kiosk/checked.db")
