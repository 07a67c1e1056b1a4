"""A command at a real terminal: what it shows is read, and what a person would type is typed."""

import codecs
import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 30.0
_STEP = 4096


class Terminal:
    """A program with its own terminal; `shown` is all that has stood on it so far."""

    def __init__(self, *command: str | Path) -> None:
        self.shown = ""
        self._read = 0
        self._has_ended = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._end, theirs = os.openpty()
        # What is typed at it has to reach the program as signals, too.
        own = ["setsid", "--ctty", *map(str, command)]
        self._program = subprocess.Popen(own, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)

    def until(self, pattern: str) -> re.Match[str]:
        """Wait for what is shown behind all that was waited for before."""
        deadline = time.monotonic() + PATIENCE
        while True:
            found = re.compile(pattern).search(self.shown, self._read)
            if found is not None:
                self._read = found.end()
                return found
            if not self._hear(deadline):
                raise AssertionError(f"{pattern!r} was not shown, but {self.shown[self._read :]!r}")

    def types(self, text: str) -> None:
        """Type it, and press Enter."""
        os.write(self._end, f"{text}\n".encode())

    def interrupts(self) -> int:
        """Press Ctrl-C, and wait for the program as `ends` does.

        Between a question and reading its answer Python takes no notice of it: then it is pressed again.
        """
        while not self._has_ended:
            os.write(self._end, b"\x03")
            while self._hear(time.monotonic() + 1):
                pass
        return self.ends()

    def ends(self) -> int:
        """Wait for the program; returns its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self._hear(deadline):
            pass
        assert self._has_ended, f"it goes on, and shows {self.shown[self._read :]!r}"
        return self._program.wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._end)

    def _hear(self, deadline: float) -> bool:
        """Read on; False where nothing comes any more."""
        if not select.select([self._end], [], [], max(0.0, deadline - time.monotonic()))[0]:
            return False
        try:
            heard = os.read(self._end, _STEP)
        except OSError:
            # The other end is closed.
            heard = b""
        self._has_ended = not heard
        self.shown += self._decoder.decode(heard)
        return bool(heard)


def kiosk_at_a_terminal(*arguments: str | Path) -> Terminal:
    """`kiosk` with these arguments."""
    return Terminal(sys.executable, "-m", "kiosk", *arguments)
