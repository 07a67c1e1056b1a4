"""The report: what was tried, how long it took, and what came of it."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic


class FailedStepError(Exception):
    """A step failed; it has been told."""


class Table:
    """One line a step, printed as soon as it is over."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._passed = self._failed = 0
        print(f"{'what':<72}{'seconds':>9}")

    @contextmanager
    def step(self, what: str) -> Iterator[list[str]]:
        """Time a step; what is put into the list stands behind it. Raises FailedStepError when it fails."""
        began = monotonic()
        remarks: list[str] = []
        try:
            yield remarks
        except Exception as error:
            self._failed += 1
            print(f"{what:<72}{monotonic() - began:>9.1f}  FAILED", flush=True)
            traceback.print_exc()
            raise FailedStepError from error
        self._passed += 1
        print(f"{what:<72}{monotonic() - began:>9.1f}  {', '.join(remarks)}".rstrip(), flush=True)

    def close(self) -> None:
        """The last lines."""
        print(f"{'together':<72}{monotonic() - self._began:>9.1f}")
        print(f"{self._passed} passed, {self._failed} failed")
