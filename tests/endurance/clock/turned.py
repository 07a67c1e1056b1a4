"""A program on a machine whose clock can be turned while it runs."""

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_LIBRARY = Path(f"/usr/lib/{platform.machine()}-linux-gnu/faketime/libfaketimeMT.so.1")
_ROOT = Path(__file__).resolve().parents[3]


def why_not() -> str:
    """Why no clock can be turned here; empty where one can."""
    return "" if _LIBRARY.exists() else "libfaketime is not here (apt install faketime)"


class TurnedShop:
    """`at_night.py` at work, and its clock."""

    def __init__(self, folder: Path) -> None:
        self._clock = folder / "clock"
        self._clock.write_text("+0")
        # Only the time of day is turned: neither time that passes nor what files tell.
        surroundings = {
            "LD_PRELOAD": str(_LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._clock),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }
        self._log = (folder / "at-night.log").open("w")
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.endurance.clock.at_night"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            cwd=_ROOT,
            env={**os.environ, **surroundings},
        )

    def at(self, moment: float) -> Self:
        """Turn the clock to so many seconds since 1970; it goes on from there."""
        coming = self._clock.with_suffix(".coming")
        coming.write_text(f"{moment - time.time():+.6f}")
        coming.replace(self._clock)
        return self

    def do(self, what: str, **more: object) -> dict[str, Any]:
        """Have something done; whatever it raises is raised here."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(f"{json.dumps({'do': what, **more})}\n")
        self._program.stdin.flush()
        answer: dict[str, Any] = json.loads(self._program.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.wait()
        self._log.close()
