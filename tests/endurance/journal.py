"""The kiosk's journal while a rig runs: kept in a file, and every error in it is a finding."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from tests.endurance.rig import Trial


@contextmanager
def journal(trial: Trial) -> Iterator[None]:
    """Have the trial hear of errors, and the rest lie in its folder."""
    log = logging.getLogger("kiosk")
    heard, kept = _Heard(trial.errors), logging.FileHandler(trial.folder / "journal.log")
    propagates, log.propagate = log.propagate, False
    for handler in (heard, kept):
        log.addHandler(handler)
    try:
        yield
    finally:
        for handler in (heard, kept):
            log.removeHandler(handler)
        kept.close()
        log.propagate = propagates


class _Heard(logging.Handler):
    def __init__(self, errors: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.append(record.getMessage())
