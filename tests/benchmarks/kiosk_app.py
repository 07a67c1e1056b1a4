"""`kiosk run`, which tells when it shows a scan or what a tap has done. Argument: the settings file."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from kiosk.cli import main
from kiosk.commands import run as command
from kiosk.commands.kiosk import Kiosk
from kiosk.people.greeting.outcomes import Outcome
from tests.benchmarks.fingers import for_each_line, tell_of_touches, touch
from tests.benchmarks.flips import Told, after_each_flip, tell

if TYPE_CHECKING:
    from kiosk.ui.widgets.undo_button import UndoButton


class WatchedKiosk(Kiosk):
    """The kiosk itself; its first flip is told, those that show a scan, and those that show a tap."""

    _last_flip = 0.0
    _tapped: "UndoButton | None" = None
    _was_done = False

    def run(self) -> None:
        """The window is there by now."""
        after_each_flip(self._flipped)
        tell_of_touches()
        for_each_line(lambda: self.app.cross(self._tap))
        super().run()

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """Called when the flip that shows a scan has been done."""
        super().shown(outcome, milliseconds)
        if outcome is Outcome.WELCOME:
            tell(Told.SHOWN, self._last_flip)

    def _flipped(self, time: float) -> None:
        if not self._last_flip or self._shows_a_tap():
            tell(Told.SHOWN, time)
        self._last_flip = time

    def _tap(self) -> None:
        """Tap what takes back what was kept, or else the first that keeps something."""
        from kiosk.ui.widgets.undo_button import UndoButton

        widgets = self.app.root.walk(restrict=True)
        buttons = [one for one in widgets if isinstance(one, UndoButton) and one.word]
        done = [one for one in buttons if one.is_done]
        self._tapped = max(done or buttons, key=lambda button: button.to_window(*button.center)[1])
        self._was_done = self._tapped.is_done
        touch(*self._tapped.to_window(*self._tapped.center))

    def _shows_a_tap(self) -> bool:
        """Tell whether this flip is the one that shows what the tap has done; it is so once."""
        shows = self._tapped is not None and self._tapped.is_done is not self._was_done
        if shows:
            self._tapped = None
        return shows


def put_in_place(module: ModuleType) -> None:
    """Have the command start the watched kiosk."""
    vars(module)["Kiosk"] = WatchedKiosk


if __name__ == "__main__":
    put_in_place(command)
    sys.exit(main(["--config", sys.argv[1], "run"]))
