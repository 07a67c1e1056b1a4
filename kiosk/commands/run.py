"""`kiosk run`: scanner, desk and glass, joined."""

import logging
import sys
from argparse import Namespace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from drivers import Reason, Refusal, Scan
from kiosk.backlight import BACKLIGHTS, find_backlight
from kiosk.commands import Clock, CommandError
from kiosk.commands.service import Service
from kiosk.listener import Listener
from kiosk.locale import speech
from kiosk.people.greetings import Outcome
from kiosk.settings import Settings
from kiosk.ui.setting import Hooks, Look, Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Desk
    from kiosk.ui.app import KioskApp

log = logging.getLogger("kiosk")

NOISE_AGAIN_AFTER = 0.5
COUNT_AGAIN_AFTER = 50.0
"""Seconds for which the numbers on the ready screen are fresh; under a minute, so that midnight is seen."""


def run(settings: Settings, _chosen: Namespace) -> int:
    """Open the kiosk and greet, until it is told to stop."""
    start_journal()
    Kiosk(settings).run()
    return 0


def start_journal() -> None:
    """One line an event on standard error, where the system's journal picks it up."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("alembic").setLevel(logging.WARNING)


class Kiosk:
    """One counter at work. The database is opened by the worker, after the first picture."""

    below = 0
    """Pixels that the window is higher than the glass."""

    def __init__(
        self, settings: Settings, clock: Clock = datetime.now, backlights: Path = BACKLIGHTS
    ) -> None:
        self._settings, self._clock, self._backlights = settings, clock, backlights
        self._worker = Worker()
        self._own = settings.card_patterns
        self._lost: set[int] = set()
        self._noise_at = 0.0
        self._counted_at = -COUNT_AGAIN_AFTER
        self._listeners = [
            Listener(scanner.line, self._own, self.scanned, partial(self.tell_scanner, number))
            for number, scanner in enumerate(settings.scanner)
        ]
        self.app = self._open_glass()

    def run(self) -> None:
        """Show the glass until it is closed."""
        try:
            self.app.run()
        finally:
            self._close()

    def scanned(self, scan: Scan | Refusal) -> None:
        """A scan has come in, on any thread; noise without end is told of twice a second at most."""
        if isinstance(scan, Refusal) and scan.reason is Reason.UNREADABLE:
            if scan.received_at - self._noise_at < NOISE_AGAIN_AFTER:
                return
            self._noise_at = scan.received_at
        self._service.welcome(scan)

    def make_app(self, look: Look, place: Place, hooks: Hooks) -> "KioskApp":
        """The glass itself."""
        from kiosk.ui.app import KioskApp

        return KioskApp(look, place, hooks)

    def tell_scanner(self, number: int, well: bool) -> None:
        """One of the scanners is there, or is not; called on its thread."""
        (self._lost.discard if well else self._lost.add)(number)
        self.app.resting.tell_scanner(len(self._lost), len(self._listeners))

    def _open_glass(self) -> "KioskApp":
        from kiosk.ui.environment import prepare

        display = self._settings.display
        prepare(display.width, display.height + self.below, display.fullscreen)
        look = Look(
            width=display.width,
            height=display.height,
            width_mm=display.width_mm,
            distance_mm=display.distance_mm,
            theme=display.theme,
            text_scale=display.text_scale,
            left_handed=display.hand == "left",
            cover_notes=display.cover_notes,
            clear_after=display.clear_after,
            brightness=display.brightness,
            dim_after=display.dim_after,
            dim_to=display.dim_to,
            volume=self._settings.sound.volume,
        )
        name, zone = _shop(self._settings)
        self._words = speech(self._settings.shop.language)
        place = Place(
            shop=name,
            counter=self._settings.shop.counter,
            language=self._settings.shop.language,
            words=self._words,
            clock=lambda: self._clock(zone),
            gestures=self._settings.shop.gestures,
            sign_in=self._settings.staff.sign_in,
            sign_out_after=self._settings.staff.sign_out_after * 60,
        )
        self._service = service = Service(self._worker, self._open_desk, place)
        hooks = Hooks(
            opened=self._open,
            closed=self._close,
            resting=self._rest,
            shown=self.shown,
            shine=find_backlight(self._backlights),
            service=service,
        )
        service.app = self.make_app(look, place, hooks)
        return service.app

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """The journal's one line for a scan: nothing in it tells who it was."""
        log.info("scan %s %.1f ms", outcome, milliseconds)

    def _open(self) -> None:
        self._worker.start()
        for listener in self._listeners:
            listener.start()

    def _close(self) -> None:
        for listener in self._listeners:
            listener.stop()
        self._worker.stop()

    def _rest(self) -> None:
        """Nobody is served: a time to count, but not after every greeting in a queue of customers."""
        if monotonic() - self._counted_at < COUNT_AGAIN_AFTER:
            return
        self._counted_at = monotonic()
        self._service.count()

    def _open_desk(self) -> "Desk":
        from kiosk.commands.joining import desk_for
        from kiosk.storage.opening import open_current

        database, backup = open_current(self._settings.database.url, datetime.now(UTC))
        if backup is not None:
            log.info("the database was brought up to date; a backup was made first: %s", backup)
        if database.read_only:
            log.warning("the database is newer than this program: it is only read")
        desk = desk_for(self._settings, database, self._words, self._clock)
        self.app.tell_standing_trouble(desk.standing_trouble())
        return desk


def _shop(settings: Settings) -> tuple[str, ZoneInfo]:
    """The shop's name and time zone; only where the settings lack them is the slow database asked."""
    if settings.shop.name is not None and settings.shop.time_zone is not None:
        return settings.shop.name, ZoneInfo(settings.shop.time_zone)
    from kiosk.commands.joining import existing_database, shop_of

    try:
        with existing_database(settings) as database:
            return shop_of(settings, database)
    except CommandError:
        return settings.shop.name or "", ZoneInfo(settings.shop.time_zone or "UTC")
