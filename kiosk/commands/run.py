"""`kiosk run`: scanner, desk and glass, joined."""

import logging
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from drivers import Reason, Refusal, Scan
from kiosk.commands import Clock, CommandError
from kiosk.listener import Listener
from kiosk.locale import speech
from kiosk.mishap import where
from kiosk.people.drafts import Draft
from kiosk.people.greetings import Outcome
from kiosk.people.newcomers import Newcomer
from kiosk.people.taps import Tap
from kiosk.people.texts import RefusedText
from kiosk.settings import Settings
from kiosk.ui.setting import Hooks, Look, Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk
    from kiosk.people.briefing import Briefing
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

    def __init__(self, settings: Settings, clock: Clock = datetime.now) -> None:
        self._settings, self._clock = settings, clock
        self._desk: Desk | None = None
        self._worker = Worker()
        self._own = settings.card_patterns
        self._new_card: Scan | None = None
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
        if not self._worker.submit(lambda: self._do(lambda desk: self._welcome(desk, scan))):
            self.app.tell_trouble(
                self._words.gettext("Too many scans at once. Please scan the last card again.")
            )

    def _change(self, make: Callable[["Desk"], "Answer"], done: Tap | None = None) -> None:
        """A tap on a greeting changes what is known; the greeting follows."""

        def work(desk: "Desk") -> None:
            answer = make(desk)
            self.app.renew(answer.greeting, answer.trouble, done)

        self._submit(work)

    def _submit(self, work: Callable[["Desk"], None]) -> None:
        if not self._worker.submit(lambda: self._do(work)):
            self.app.tell_trouble(self._words.gettext("Too much at once. Please tap again."))

    def _write_down(self, desk: "Desk", customer_id: UUID, present: frozenset[UUID], draft: Draft) -> None:
        from kiosk.storage.trouble import StorageTrouble

        try:
            answer = desk.write_down(customer_id, present, draft)
        except (RefusedText, StorageTrouble) as refused:
            self.app.refuse(draft, str(refused))
        else:
            self.app.renew(answer.greeting, answer.trouble)
            if not answer.kept:
                self.app.refuse(draft, answer.trouble)

    def _briefing(self, desk: "Desk") -> "Briefing":
        return desk.briefing(self._place.clock())

    def _print(self, desk: "Desk") -> None:
        from kiosk.paper.briefing import briefing_sheet
        from kiosk.paper.pdf import pdf
        from kiosk.printing import print_page

        page = pdf(briefing_sheet(self._briefing(desk), self._place.shop, self._words))
        self.app.tell_printed(print_page(page, self._words))

    def make_app(self, look: Look, place: Place, hooks: Hooks) -> "KioskApp":
        """The glass itself."""
        from kiosk.ui.app import KioskApp

        return KioskApp(look, place, hooks)

    def tell_scanner(self, number: int, well: bool) -> None:
        """One of the scanners is there, or is not; called on its thread."""
        (self._lost.discard if well else self._lost.add)(number)
        self.app.tell_scanner(len(self._lost), len(self._listeners))

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
            clear_after=display.clear_after,
        )
        name, zone = _shop(self._settings)
        self._words = speech(self._settings.shop.language)
        self._place = place = Place(
            shop=name,
            counter=self._settings.shop.counter,
            language=self._settings.shop.language,
            words=self._words,
            clock=lambda: self._clock(zone),
        )
        hooks = Hooks(
            opened=self._open,
            closed=self._close,
            resting=self._rest,
            shown=self.shown,
            tapped=lambda *what: self._change(lambda desk: desk.tapped(*what), done=what[-1]),
            taken_back=lambda *what: self._change(lambda desk: desk.take_back(*what)),
            written=lambda *what: self._submit(lambda desk: self._write_down(desk, *what)),
            newcomer=lambda at, who: self._submit(lambda desk: self._welcome_newcomer(desk, at, who)),
            briefing=lambda: self._submit(lambda desk: self.app.show_briefing(self._briefing(desk))),
            printing=lambda: self._submit(self._print),
            came_along=lambda *what: self._change(lambda desk: desk.come_along(*what)),
        )
        return self.make_app(look, place, hooks)

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
        self._worker.submit(lambda: self._do(lambda desk: self.app.tell_today(desk.today())))

    def _welcome(self, desk: "Desk", scan: Scan | Refusal) -> None:
        answer = desk.welcome(scan)
        is_new = answer.greeting.outcome is Outcome.UNKNOWN
        self._new_card = scan if is_new and isinstance(scan, Scan) else None
        self.app.show(answer.greeting, scan.received_at, answer.trouble)

    def _welcome_newcomer(self, desk: "Desk", scanned_at: float, newcomer: Newcomer) -> None:
        """Keep a new face with the card on the glass; another card may have been scanned meanwhile."""
        from kiosk.storage.trouble import StorageTrouble

        card = self._new_card
        if card is None or card.received_at != scanned_at:
            return
        try:
            answer = desk.newcomer(card.number, card.symbology, newcomer)
        except (RefusedText, StorageTrouble) as refused:
            self.app.refuse_newcomer(str(refused))
            return
        if answer.greeting.outcome is Outcome.UNKNOWN:
            self.app.refuse_newcomer(answer.trouble)
        else:
            self._new_card = None
            self.app.show(answer.greeting, monotonic(), answer.trouble)

    def _do(self, work: Callable[["Desk"], None]) -> None:
        """Work at the desk, on the worker's thread; whatever goes wrong ends in a sentence on the glass."""
        from kiosk.storage.trouble import StorageTrouble

        try:
            self._desk = self._desk or self._open_desk()
            work(self._desk)
        except StorageTrouble as trouble:
            self.app.tell_trouble(self._words.gettext(str(trouble)))
        except Exception as error:
            log.error("error at the desk: %s", where(error))
            self.app.tell_trouble(
                self._words.gettext(
                    "Something unexpected happened. What was saved before is safe. Please scan again."
                )
            )

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
