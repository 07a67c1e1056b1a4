"""Sharing with other counters: the hub was met lately, and nothing waits to be told."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.stored import reading
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import is_sharing
from kiosk.sync.hub.membership import has_joined
from kiosk.sync.standing import CounterStatus, standing

NAME = "sharing"

_LATE, _TOO_LATE = timedelta(hours=1), timedelta(days=1)


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`. A counter that stands for itself has nothing of it."""
    if case.database is None or not has_joined(case.database):
        return
    words, known = case.words, standing(case.database)
    if known is None:
        yield amber(NAME, says=words.gettext("The hub has not been met yet."), do=_look(case))
        return
    if case.now - known.met < _LATE:
        moment = case.moment(known.met)
        yield green(NAME, says=words.gettext("The hub was met {moment}.").format(moment=moment))
        yield from filter(None, (_other(case, counter, known.met) for counter in known.counters))
        return
    unsent = _unsent(case)
    says = words.ngettext(
        "The hub was last met {moment}; {n} change waits to be told.",
        "The hub was last met {moment}; {n} changes wait to be told.",
        unsent,
    ).format(moment=case.moment(known.met), n=unsent)
    yield (red if case.now - known.met > _TOO_LATE else amber)(NAME, says=says, do=_look(case))


def _other(case: Examination, counter: CounterStatus, told_at: datetime) -> Finding | None:
    """What there is to tell of a counter that has not met the hub for long."""
    words = case.words
    met = None if counter.met is None else datetime.fromtimestamp(counter.met, UTC)
    if met is not None and told_at - met < _LATE:
        return None
    moment = words.gettext("never") if met is None else case.moment(met)
    says = words.ngettext(
        "Counter {name} has met the hub last: {moment}; {n} change waits for it.",
        "Counter {name} has met the hub last: {moment}; {n} changes wait for it.",
        counter.unheard,
    )
    do = words.gettext("See that it is switched on and its network is plugged in; or “kiosk hub revoke”.")
    return amber(NAME, says=says.format(name=counter.name, moment=moment, n=counter.unheard), do=do)


def _look(case: Examination) -> str:
    return case.words.gettext(
        "See that the hub is switched on and the network is plugged in. “kiosk hub status” tells more."
    )


def _unsent(case: Examination) -> int:
    """Entries of the change log."""
    with reading(case) as session:
        if not is_sharing(driver_of(session.connection())):
            return 0
        return int(session.scalar(text("SELECT count(*) FROM sync_log")) or 0)
