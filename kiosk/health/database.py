"""The database: there, undamaged, at the schema of this program, and not put in place by a failover."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.remedies import own
from kiosk.people.words import filled, side_by_side
from kiosk.storage.file.contents import check, contents
from kiosk.storage.file.database import Database
from kiosk.storage.file.restoring import failover_since
from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.file.snapshot import snapshot
from kiosk.storage.trouble import StorageDamage, StorageTrouble

NAME = "database"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, file = case.words, case.database
    to_a_copy = words.gettext("“kiosk restore” lists the copies that can take its place.")
    if file is None:
        yield green(NAME, says=words.gettext("It is kept by a server, which has its own checks."))
        return
    for path in (file.parent, file):
        if path.exists() and not case.access(path, os.R_OK):
            says = filled(words.gettext("This account may not read {name}."), name=path)
            yield red(NAME, says=says, do=own(case, file.parent))
            return
    if not file.exists():
        says = filled(words.gettext("There is none at {file}."), file=file)
        yield red(NAME, says=says, do=to_a_copy)
        return
    try:
        yield _checked(case, file)
    except StorageDamage as damage:
        yield red(NAME, says=words.gettext(str(damage)), do=to_a_copy)
    except StorageTrouble as trouble:
        yield red(NAME, says=words.gettext(str(trouble)), do="sudo reboot")
    day = failover_since(file)
    if day is not None:
        says = words.gettext(
            "The kiosk works from the copy of {day}: what was written since then is missing."
        )
        do = words.gettext(
            "Restore the one that was set aside, or “kiosk restore --accept” to go on with this."
        )
        yield red(NAME, says=says.format(day=words.day_and_year(day)), do=do)


def _checked(case: Examination, file: Path) -> Finding:
    words = case.words
    with (
        closing(Database.at(file, read_only=True)) as live,
        snapshot(live) as copy,
        copy.reading() as session,
    ):
        check(session, "quick_check")
        schema = schema_of(session)
        if schema is Schema.NEWER:
            says = words.gettext("It is newer than this program, so it is only read.")
            return red(NAME, says=says, do=words.gettext("Update the program."))
        if schema is not Schema.CURRENT:
            says = words.gettext("It is older than this program.")
            return amber(NAME, says=says, do=words.gettext("“kiosk migrate” brings it up to date."))
        holds = contents(session)
    says = side_by_side(
        words.gettext("Intact"),
        words.ngettext("{n} person", "{n} people", holds.people).format(n=words.number(holds.people)),
        words.ngettext("{n} visit", "{n} visits", holds.visits).format(n=words.number(holds.visits)),
        words.ngettext("{n} note", "{n} notes", holds.notes).format(n=words.number(holds.notes)),
        f"{words.number(round(file.stat().st_size / 1e6, 1))} MB",
    )
    return green(NAME, says=says)
