"""`kiosk doctor`: what is well, what is not, and the one thing to do about it."""

import json
import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from pwd import getpwuid
from zoneinfo import ZoneInfo

import kiosk
from kiosk.commands.keeping import ROOT, data_file, own_folders, vitals_of
from kiosk.health.clock import kernel_is_synchronised
from kiosk.health.examination import ACCOUNT, Examination
from kiosk.health.examining import examine_all
from kiosk.health.finding import Finding, State, title, worst
from kiosk.health.vitals import read_vitals
from kiosk.locale import Speech, speech
from kiosk.settings import Settings

_SIGNS = {State.GREEN: "✓", State.AMBER: "!", State.RED: "✗"}


def doctor(settings: Settings, chosen: Namespace) -> int:
    """Print what was found; 1 where something needs a hand now."""
    words = speech("en")
    findings = look_at(settings, words)
    state = worst(findings)
    if chosen.json:
        told = {"state": state, "findings": [asdict(one) for one in findings]}
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(findings, words)))
    return int(state is State.RED)


def look_at(settings: Settings, words: Speech, root: Path = ROOT) -> list[Finding]:
    """Everything that can be found out about this machine, in the words of a language; takes a second."""
    zone = ZoneInfo(settings.shop.time_zone) if settings.shop.time_zone else None
    database = data_file(settings)
    return examine_all(
        Examination(
            settings=settings,
            words=words,
            now=datetime.now(zone).astimezone(zone),
            database=database,
            copies=own_folders(settings, database, root) if database else (),
            vitals=read_vitals(vitals_of(settings)),
            root=root,
            built=datetime.fromtimestamp(Path(kiosk.__file__).stat().st_mtime, UTC),
            is_synchronised=kernel_is_synchronised(),
            account=_account(),
        )
    )


def _account() -> str:
    try:
        return getpwuid(os.getuid()).pw_name
    except KeyError:
        # A number without a name, as in a container.
        return ACCOUNT


def _lines(findings: list[Finding], words: Speech) -> Iterator[str]:
    titles = [title(one, words) for one in findings]
    width = max(map(len, titles))
    for name, one in zip(titles, findings, strict=True):
        yield f"{_SIGNS[one.state]} {one.state:<5}  {name:<{width}}  {one.says}"
        if one.do:
            yield f"{'':<{width + 11}}→ {one.do}"
