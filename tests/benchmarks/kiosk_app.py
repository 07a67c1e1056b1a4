"""`kiosk run`, which tells when it shows a scan. Argument: the settings file."""

import sys
from types import ModuleType

from kiosk.cli import main
from kiosk.commands import run as command
from kiosk.people.greetings import Outcome
from tests.benchmarks.flips import after_each_flip, tell


class WatchedKiosk(command.Kiosk):
    """The kiosk itself; its first flip is told, and those that show a scan."""

    _last_flip = 0.0

    def run(self) -> None:
        """The window is there by now."""
        after_each_flip(self._flipped)
        super().run()

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """Called when the flip that shows a scan has been done."""
        super().shown(outcome, milliseconds)
        if outcome is Outcome.WELCOME:
            tell(self._last_flip)

    def _flipped(self, time: float) -> None:
        if not self._last_flip:
            tell(time)
        self._last_flip = time


def put_in_place(module: ModuleType) -> None:
    """Have the command start the watched kiosk."""
    vars(module)["Kiosk"] = WatchedKiosk


if __name__ == "__main__":
    put_in_place(command)
    sys.exit(main(["--config", sys.argv[1], "run"]))
