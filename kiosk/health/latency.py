"""How long the last scans took from their last byte to the glass."""

from collections.abc import Iterator
from statistics import quantiles

from kiosk.health.examination import Examination, amber, green
from kiosk.health.finding import Finding

NAME = "latency"

_A_BLINK = 250.0
"""Milliseconds; longer than this a greeting is waited for."""


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    times = case.vitals.milliseconds if case.vitals else ()
    if len(times) < 2:
        yield green(NAME, says=words.gettext("Nothing has been scanned yet."))
        return
    parts = quantiles(times, n=100, method="inclusive")
    half, nearly_all = parts[49], parts[98]
    says = words.gettext("Of the last {n} scans half took {half} ms or less, 99 of 100 {all} ms.")
    says = says.format(n=len(times), half=round(half), all=round(nearly_all))
    if nearly_all > _A_BLINK:
        yield amber(NAME, says=says, do=words.gettext("See whether it is hot, or whether the card is dying."))
    else:
        yield green(NAME, says=says)
