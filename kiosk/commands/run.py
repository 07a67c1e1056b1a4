"""`kiosk run`: scanner, desk and glass, joined."""

import faulthandler
import logging
import sys
from argparse import Namespace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from drivers import Reason, Refusal, Scan
from kiosk.backlight import BACKLIGHTS, find_backlight
from kiosk.commands import Clock, CommandError
from kiosk.display_card import point_sdl_to_it
from kiosk.health.finding import Finding
from kiosk.health.vitals import EVERY, VitalsTold
from kiosk.heartbeat import BEATS, Heartbeat
from kiosk.listener import Listener
from kiosk.locale import speech
from kiosk.notify import notifier, watchdog_seconds
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Settings
from kiosk.ui.setting import Hooks, Look, Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kivy.clock import ClockEvent

    from kiosk.commands.service import Service
    from kiosk.desk import Desk
    from kiosk.ui.app import KioskApp

log = logging.getLogger("kiosk")

NOISE_AGAIN_AFTER = 0.5
COUNT_AGAIN_AFTER = 50.0
"""Seconds for which the numbers on the ready screen are fresh; under a minute, so that midnight is seen."""


def run(settings: Settings, _chosen: Namespace) -> int:
    """Open the kiosk and greet, until it is told to stop."""
    start_journal()
    faulthandler.enable()
    if not point_sdl_to_it():
        raise CommandError("No display is connected. As soon as one is, the kiosk opens on it.")
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
        self,
        settings: Settings,
        clock: Clock = datetime.now,
        backlights: Path = BACKLIGHTS,
        root: Path = Path("/"),
    ) -> None:
        self._settings, self._clock, self._backlights, self._root = settings, clock, backlights, root
        self._worker = Worker()
        self._tell_manager = notifier()
        self._own = settings.card_patterns
        self._lost: set[int] = set()
        self._noise_at = 0.0
        self._is_open = False
        self._counted_at = -COUNT_AGAIN_AFTER
        self._telling: ClockEvent | None = None
        self._vitals = VitalsTold([scanner.port for scanner in settings.scanner])
        self._listeners = [
            Listener(
                scanner.line, self._own, partial(self._heard, number), partial(self.tell_scanner, number)
            )
            for number, scanner in enumerate(settings.scanner)
        ]
        self.app = self._open_glass()

    def run(self) -> None:
        """Show the glass until it is closed."""
        try:
            self.app.run()
        finally:
            self._close()

    def _heard(self, number: int, scan: Scan | Refusal) -> None:
        self._vitals.heard(number)
        self.scanned(scan)

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
        self._vitals.tell_scanner(number, well)
        self._worker.submit(self._vitals.write)
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
        self._place = place
        hooks = Hooks(
            opened=self._open,
            closed=self._close,
            resting=self._rest,
            shown=self.shown,
            shine=find_backlight(self._backlights),
            service=lambda: self._service,
        )
        return self.make_app(look, place, hooks)

    @cached_property
    def _service(self) -> "Service":
        """Loaded after the first picture: it knows everything that can be asked."""
        from kiosk.commands.service import Service

        service = Service(self._worker, self._open_desk, self._place)
        service.app, service.examine = self.app, self._examine
        return service

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """The journal's one line for a scan: nothing in it tells who it was."""
        log.info("scan %s %.1f ms", outcome, milliseconds)
        self._vitals.shown(milliseconds)

    def _open(self) -> None:
        self._worker.start()
        for listener in self._listeners:
            listener.start()
        self._is_open = True
        self._rest()
        self._tell_manager("READY=1")
        self._give_signs_of_life()

    def _give_signs_of_life(self) -> None:
        from kivy.clock import Clock as GlassClock

        from kiosk.ui.renderer import renderer

        self._vitals.renderer = renderer()
        self._telling = GlassClock.schedule_interval(self._tell_vitals, EVERY)
        patience = watchdog_seconds()
        if patience is not None:
            heart = Heartbeat(self._tell_manager, self._all_listen, self._worker.submit)
            GlassClock.schedule_interval(lambda _: heart.beat(), patience / BEATS)

    def _tell_vitals(self, _seconds: float) -> None:
        self._worker.submit(self._vitals.write)

    def _all_listen(self) -> bool:
        return all(listener.is_alive for listener in self._listeners)

    def _close(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
        for listener in self._listeners:
            listener.stop()
        self._worker.stop()

    def _rest(self) -> None:
        """Nobody is served: a time to count, but not after every greeting in a queue of customers."""
        if not self._is_open or monotonic() - self._counted_at < COUNT_AGAIN_AFTER:
            return
        self._counted_at = monotonic()
        self._service.count()

    def _examine(self) -> list[Finding]:
        from kiosk.commands.doctor import look_at

        self._vitals.write()
        return look_at(self._settings, self._words, self._root)

    def _open_desk(self) -> "Desk":
        from kiosk.commands.opening import open_desk

        desk = open_desk(self._settings, self._words, self._clock, self._vitals)
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
