"""Sharing with other counters: the hub was met lately, and nothing waits to be told."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import text

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.stored import reading
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import is_sharing
from kiosk.sync.hub.membership import has_joined
from kiosk.sync.last_met import last_met

NAME = "sharing"

_LATE, _TOO_LATE = timedelta(hours=1), timedelta(days=1)


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`. A counter that stands for itself has nothing of it."""
    if case.database is None or not has_joined(case.database):
        return
    words, met, unsent = case.words, last_met(case.database), _unsent(case)
    do = words.gettext(
        "See that the hub is switched on and the network is plugged in. “kiosk hub status” tells more."
    )
    if met is None:
        yield amber(NAME, says=words.gettext("The hub has not been met yet."), do=do)
        return
    moment = case.moment(met)
    if case.now - met < _LATE:
        yield green(NAME, says=words.gettext("The hub was met {moment}.").format(moment=moment))
        return
    says = words.ngettext(
        "The hub was last met {moment}; {n} change waits to be told.",
        "The hub was last met {moment}; {n} changes wait to be told.",
        unsent,
    ).format(moment=moment, n=unsent)
    yield (red if case.now - met > _TOO_LATE else amber)(NAME, says=says, do=do)


def _unsent(case: Examination) -> int:
    """Entries of the change log."""
    with reading(case) as session:
        if not is_sharing(driver_of(session.connection())):
            return 0
        return int(session.scalar(text("SELECT count(*) FROM sync_log")) or 0)
