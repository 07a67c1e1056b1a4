"""The scanners of the settings, and HTTP: there, usable by this account, and heard."""

import os
import re
from collections.abc import Iterator

from drivers.makers import MAKERS, Kind
from kiosk.health.examination import ACCOUNT, Examination, amber, green, red, text_of
from kiosk.health.finding import Finding
from kiosk.health.remedies import INSTALL_AGAIN, INSTALL_ONCE_MORE, join
from kiosk.health.running import told_lately
from kiosk.health.vitals import ScannerVitals
from kiosk.people.words import filled

NAME = "scanner"
_BY_ID = "dev/serial/by-id"
_JOURNAL = "sudo journalctl --namespace greeting-kiosk -e"
_LISTENED_AT = ("listen://", "http://")
_PINS = re.compile(r"/dev/(serial|ttyAMA|ttyS)\d+")
_MAKERS = frozenset(f"{vid:04x}" for vid, maker in MAKERS.items() if maker.kind is Kind.SCANNER)


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    ports = case.settings.scan_ports
    if not ports:
        says = case.words.gettext("No scanner is set.")
        is_there = case.account == ACCOUNT and _plugged_in(case)
        yield amber(NAME, says=says, do=INSTALL_ONCE_MORE if is_there else _other_port(case))
    for number, port in enumerate(ports):
        yield _one(case, number, port)


def _one(case: Examination, number: int, port: str) -> Finding:
    words = case.words
    if "://" not in port and not (case.root / port.lstrip("/")).exists():
        says = filled(words.gettext("There is nothing at {port}."), port=port)
        return red(NAME, says=says, do=INSTALL_AGAIN if _PINS.fullmatch(port) else _other_port(case))
    if "://" not in port and not case.may(port, os.R_OK | os.W_OK):
        says = filled(words.gettext("This account may not use {port}."), port=port)
        return red(NAME, says=says, do=INSTALL_AGAIN if _PINS.fullmatch(port) else join(case, _group(port)))
    told = _told(case, number, port)
    if told is not None and not told.there:
        says = filled(words.gettext("The kiosk cannot open {port}."), port=port)
        return red(
            NAME,
            says=says,
            do=filled(words.gettext("The journal says why: {command}"), command=_JOURNAL),
        )
    if (told is None or told.heard_at is None) and port.startswith(_LISTENED_AT):
        says = filled(words.gettext("It listens at {port}; nothing has been sent there yet."), port=port)
        return amber(NAME, says=says, do=words.gettext("Send a scan to it, as the README shows."))
    if told is None or told.heard_at is None:
        says = filled(words.gettext("It is at {port}; nothing has been heard from it yet."), port=port)
        do = words.gettext(
            "Scan a card. If nothing comes, set baud, bits and parity in [[scanner]] as its manual says."
        )
        return amber(NAME, says=says, do=do)
    says = words.gettext("It is at {port}, last heard on {moment}.")
    return green(NAME, says=filled(says, port=port, moment=case.moment(told.heard_at)))


def _group(port: str) -> str:
    """Who may use a device of this kind."""
    return "input" if port.startswith(("/dev/input/", "/dev/hidraw")) else "dialout"


def _told(case: Examination, number: int, port: str) -> ScannerVitals | None:
    vitals = told_lately(case)
    told = vitals.scanners[number : number + 1] if vitals else ()
    return told[0] if told and told[0].port == port else None


def _other_port(case: Examination) -> str:
    """What to do about a scanner that is not where it was looked for."""
    keyboard = _as_a_keyboard(case)
    if keyboard:
        do = case.words.gettext('{name} types like a keyboard: set profile = "hid-keyboard" and its port.')
        return filled(do, name=keyboard)
    there = _plugged_in(case)
    if not there:
        return case.words.gettext("Plug it in. “ls /dev/serial/by-id” then shows it.")
    do = case.words.gettext("Check its cable, or set the port in the settings to what is there: {ports}")
    return filled(do, ports=", ".join(f"/{_BY_ID}/{name}" for name in there))


def _plugged_in(case: Examination) -> list[str]:
    return sorted(file.name for file in (case.root / _BY_ID).glob("*"))


def _as_a_keyboard(case: Examination) -> str:
    """The name of a scanner that types, as most do when they are new; empty where there is none."""
    devices = (event / "device" for event in sorted((case.root / "sys/class/input").glob("event*")))
    return next((text_of(one / "name") for one in devices if text_of(one / "id/vendor") in _MAKERS), "")
