"""The kiosk's journal while a rig runs: kept in a file, and every error in it is a finding."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from tests.endurance.rig import Trial


@contextmanager
def journal(trial: Trial) -> Iterator[None]:
    """Have the trial hear of errors, and the rest lie in its folder."""
    logs = [logging.getLogger(name) for name in ("kiosk", "kivy")]
    heard, kept = _Heard(trial.errors), logging.FileHandler(trial.folder / "journal.log")
    for log in logs:
        log.addHandler(heard)
        log.addHandler(kept)
    try:
        yield
    finally:
        for log in logs:
            log.removeHandler(heard)
            log.removeHandler(kept)
        kept.close()


class _Heard(logging.Handler):
    def __init__(self, errors: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        self._errors.append(record.getMessage())
