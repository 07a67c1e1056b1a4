"""`kiosk run`, which tells when it shows a scan or what a tap has done. Argument: the settings file."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from kiosk.cli import main
from kiosk.commands import run as command
from kiosk.commands.kiosk import Kiosk
from kiosk.people.greeting.outcomes import Outcome
from tests.benchmarks.fingers import for_each_line, touch
from tests.benchmarks.flips import after_each_flip, tell

if TYPE_CHECKING:
    from kiosk.people.changing.taps import Tap
    from kiosk.people.greeting.greetings import Greeting


class WatchedKiosk(Kiosk):
    """The kiosk itself; its first flip is told, and those that show a scan."""

    _last_flip = 0.0
    _shows_a_tap = False

    def run(self) -> None:
        """The window is there by now."""
        after_each_flip(self._flipped)
        for_each_line(lambda: self.app.cross(self._tap))
        super().run()

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """Called when the flip that shows a scan has been done."""
        super().shown(outcome, milliseconds)
        if outcome is Outcome.WELCOME:
            tell(self._last_flip)

    def _flipped(self, time: float) -> None:
        if not self._last_flip or self._shows_a_tap:
            self._shows_a_tap = False
            tell(time)
        self._last_flip = time

    def _tap(self) -> None:
        """Tap the first button of the greeting that keeps something, or that takes it back."""
        screen = self.app.flows.serving.screen
        undo = [button for button in screen.ids.foot.ids.asking.ids.buttons.children if button.text == "Undo"]
        done = [card.ids.button for card in reversed(screen.ids.cards.ids.shown.children) if card.done]
        screen.__dict__["show"] = self._showing
        tell(touch(*(undo or done)[0].center))

    def _showing(self, greeting: "Greeting", done: "Tap | None" = None) -> None:
        """The greeting has come back from the desk: the next flip shows it."""
        screen = self.app.flows.serving.screen
        del screen.__dict__["show"]
        screen.show(greeting, done)
        self._shows_a_tap = True


def put_in_place(module: ModuleType) -> None:
    """Have the command start the watched kiosk."""
    vars(module)["Kiosk"] = WatchedKiosk


if __name__ == "__main__":
    put_in_place(command)
    sys.exit(main(["--config", sys.argv[1], "run"]))
