"""The scanners of the settings: there, usable by this account, and heard."""

import os
from collections.abc import Iterator

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.running import told_lately
from kiosk.health.vitals import ScannerVitals

NAME = "scanner"
_BY_ID = "dev/serial/by-id"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    if not case.settings.scanner:
        says = case.words.gettext("No scanner is set.")
        yield amber(NAME, says=says, do=_other_port(case))
    for number, scanner in enumerate(case.settings.scanner):
        yield _one(case, number, scanner.port)


def _one(case: Examination, number: int, port: str) -> Finding:
    words = case.words
    if "://" not in port and not (case.root / port.lstrip("/")).exists():
        says = words.gettext("There is nothing at {port}.").format(port=port)
        return red(NAME, says=says, do=_other_port(case))
    if "://" not in port and not case.may(port, os.R_OK | os.W_OK):
        says = words.gettext("This account may not use {port}.").format(port=port)
        do = words.gettext("sudo adduser greeting-kiosk dialout, then restart the kiosk")
        return red(NAME, says=says, do=do)
    told = _told(case, number, port)
    if told is not None and not told.there:
        says = words.gettext("The kiosk cannot open {port}.").format(port=port)
        return red(
            NAME,
            says=says,
            do=words.gettext("The journal says why: sudo journalctl --namespace greeting-kiosk"),
        )
    if told is None or told.heard_at is None:
        says = words.gettext("It is at {port}; nothing has been heard from it yet.").format(port=port)
        do = words.gettext("Scan a card. If nothing comes, set the scanner to “USB serial” with its manual.")
        return amber(NAME, says=says, do=do)
    says = words.gettext("It is at {port}, last heard on {moment}.")
    return green(NAME, says=says.format(port=port, moment=case.moment(told.heard_at)))


def _told(case: Examination, number: int, port: str) -> ScannerVitals | None:
    vitals = told_lately(case)
    told = vitals.scanners[number : number + 1] if vitals else ()
    return told[0] if told and told[0].port == port else None


def _other_port(case: Examination) -> str:
    """What could be set as a port instead."""
    there = sorted(file.name for file in (case.root / _BY_ID).glob("*"))
    if not there:
        return case.words.gettext("Plug it in. “ls /dev/serial/by-id” then shows it.")
    do = case.words.gettext("Check its cable, or set the port in the settings to what is there: {ports}")
    return do.format(ports=", ".join(f"/{_BY_ID}/{name}" for name in there))
