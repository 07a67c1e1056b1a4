"""The kiosk: scanner, desk and glass, joined."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from kiosk.commands import Clock
from kiosk.commands.asking import Asking, OpenDesk
from kiosk.commands.first_day import FirstDay
from kiosk.commands.glass import look_of, place_of
from kiosk.commands.scanners import Scanners
from kiosk.commands.scanning import Scanning
from kiosk.commands.stick_lists import StickLists
from kiosk.commands.trial import Trial
from kiosk.health.finding import Finding, not_looked_at
from kiosk.health.vitals import VitalsTold
from kiosk.machine.backlight import BACKLIGHTS, find_backlight
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Settings
from kiosk.ui.configuration import Callbacks, Look, Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.commands.signs_of_life import SignsOfLife
    from kiosk.desk import Desk
    from kiosk.ui.app import KioskApp

log = logging.getLogger("kiosk")


class Kiosk:
    """One counter at work: it shows its first picture, and only then loads and opens everything else."""

    below = 0
    """Pixels that the window is higher than the glass."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock = datetime.now,
        backlights: Path = BACKLIGHTS,
        root: Path = Path("/"),
    ) -> None:
        self._settings, self._clock, self._backlights, self._root = settings, clock, backlights, root
        self._place = place_of(settings, clock)
        self._worker, self._reader = Worker("desk"), Worker("greetings")
        self._workers = self._worker, self._reader
        self._vitals = VitalsTold(settings.scan_ports)
        desk = OpenDesk(self._open_desk)
        # Two threads, since a greeting does not wait for what is written.
        self._ask, self._look_up = (self._asking(worker, desk) for worker in self._workers)
        self._scanning = Scanning(
            self._reader,
            self._look_up,
            lambda call: self.app.cross(call),
            lambda: self.app.flows,
            self._tell_trouble,
            self._place.words,
        )
        self._trial = Trial(settings.card_patterns, self._place.words, lambda call: self.app.cross(call))
        self._scanners = Scanners(
            settings, self._vitals, self._trial, self._scanning.scanned, self.tell_scanners
        )
        self._first_day = FirstDay(
            settings, self._place.words, lambda call: self.app.cross(call), self.open_again, root
        )
        self.opens_again = False
        self._signs_of_life: SignsOfLife | None = None
        self.app = self._make_glass()

    def run(self) -> None:
        """Show the glass until it is closed."""
        from kiosk.ui import garbage
        from kiosk.ui.rest import rest_between_events

        rest_between_events()
        # The first who asks has the desk opened.
        self._ask(lambda desk: None, then=lambda _: garbage.settle())
        try:
            self.app.run()
        finally:
            self._close()

    def make_app(self, look: Look, place: Place, callbacks: Callbacks) -> "KioskApp":
        """The glass itself."""
        from kiosk.ui.app import KioskApp

        return KioskApp(look, place, callbacks)

    def open_again(self) -> None:
        """Close, to be opened anew with what was chosen meanwhile."""
        self.opens_again = True
        self.app.stop()

    def tell_scanners(self, lost: int) -> None:
        """So many of the scanners are not there; called on the thread of one."""
        self._worker.submit(self._vitals.write)
        self.app.resting.tell_scanner(lost, len(self._scanners.listeners))

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """The journal's one line for a scan: nothing in it tells who it was."""
        log.info("scan %s %.1f ms", outcome, milliseconds)
        self._vitals.shown(milliseconds)

    def examine(self, then: Callable[[Sequence[Finding]], None]) -> None:
        """Fulfils `kiosk.ui.asking.Examine`, on a thread of its own: a scan meanwhile is greeted at once."""
        self._look(self.findings, then)

    def find_scanners(self, then: Callable[[Sequence[Finding]], None]) -> None:
        """The same for what is plugged in that may be a scanner."""
        from kiosk.health.plugged_in import findings

        self._look(lambda: findings(self._place.words), then)

    def find_code(self, then: Callable[[str, str], None]) -> None:
        """Fulfils `kiosk.ui.asking.FindCode`, in the same way."""
        from kiosk.health.setting_up import code_for

        def look() -> None:
            found = code_for(self._place.words)
            self.app.cross(lambda: then(*found))

        Thread(target=look, name="look", daemon=True).start()

    def findings(self) -> list[Finding]:
        """How everything is."""
        from kiosk.commands.doctor import look_at

        self._vitals.write()
        return look_at(self._settings, self._place.words, self._root)

    def _asking(self, worker: Worker, desk: OpenDesk) -> Asking:
        return Asking(
            worker,
            desk,
            lambda call: self.app.cross(call),
            self._tell_trouble,
            self._place.words,
        )

    def _tell_trouble(self, sentence: str) -> None:
        self.app.resting.tell_trouble(sentence)

    def _make_glass(self) -> "KioskApp":
        from kiosk.ui.environment import prepare

        look = look_of(self._settings)
        prepare(look.width, look.height + self.below, self._settings.display.fullscreen)
        callbacks = Callbacks(
            opened=self._open,
            closed=self._close,
            shown=self.shown,
            shine=find_backlight(self._backlights),
            ask=self._ask,
            look_up=self._look_up,
            next_scan=self._scanning.give_next_to,
            examine=self.examine,
            find_scanners=self.find_scanners,
            find_code=self.find_code,
            try_scans=self._trial.try_scans,
            lists=StickLists(self._settings, lambda call: self.app.cross(call), self._root),
            first_day=self._first_day,
        )
        return self.make_app(look, self._place, callbacks)

    def _open(self) -> None:
        """There is a picture."""
        from kiosk.commands.displays import leave_for_a_new_display
        from kiosk.commands.signs_of_life import SignsOfLife

        for worker in self._workers:
            worker.start()
        self.app.flows.today.count()
        self._scanners.start()
        if self._first_day.next:
            self.app.flows.first_day.open()
        self._signs_of_life = SignsOfLife(self._vitals, self._workers, self._scanners.all_listen)
        leave_for_a_new_display(self.app.stop)

    def _close(self) -> None:
        if self._signs_of_life is not None:
            self._signs_of_life.end()
        self._first_day.hear(None)
        self._scanners.stop()
        for worker in self._workers:
            worker.stop()

    def _open_desk(self) -> "Desk":
        """Called by the worker: it takes its time."""
        from kiosk.commands.opening import open_desk

        desk = open_desk(self._settings, self._place.words, self._clock, self._vitals)
        self.app.tell_standing_trouble(desk.store.standing_trouble())
        return desk

    def _look(self, find: Callable[[], list[Finding]], then: Callable[[Sequence[Finding]], None]) -> None:
        Thread(target=self._look_now, args=(find, then), name="look", daemon=True).start()

    def _look_now(self, find: Callable[[], list[Finding]], then: Callable[[Sequence[Finding]], None]) -> None:
        try:
            findings = find()
        except Exception as error:
            findings = [not_looked_at("kiosk", error, self._place.words)]
        self.app.cross(lambda: then(findings))
