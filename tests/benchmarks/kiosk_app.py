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
    from kivy.uix.widget import Widget

_UNDO = "Undo"
_DONE = ("Wished", "Asked", "Thanked", "Put right")


class WatchedKiosk(Kiosk):
    """The kiosk itself; its first flip is told, those that show a scan, and those that show a tap."""

    _last_flip = 0.0
    _awaits_undo: bool | None = None

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
        """Tap the word that takes back what was kept, or else the first that keeps something."""
        undo, done = self._buttons(_UNDO), self._buttons(*_DONE)
        self._awaits_undo = not undo
        highest = max(undo or done, key=lambda button: button.y)
        touch(*highest.center)

    def _shows_a_tap(self) -> bool:
        """Tell whether this flip is the one that shows what the tap has done; it is so once."""
        shows = self._awaits_undo is not None and bool(self._buttons(_UNDO)) is self._awaits_undo
        if shows:
            self._awaits_undo = None
        return shows

    def _buttons(self, *words: str) -> "list[Widget]":
        """What can be tapped, by what is written on it."""
        widgets = self.app.root.walk(restrict=True)
        return [one for one in widgets if one.is_event_type("on_tap") and getattr(one, "text", "") in words]


def put_in_place(module: ModuleType) -> None:
    """Have the command start the watched kiosk."""
    vars(module)["Kiosk"] = WatchedKiosk


if __name__ == "__main__":
    put_in_place(command)
    sys.exit(main(["--config", sys.argv[1], "run"]))
