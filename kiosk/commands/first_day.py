"""The first day, for the glass: what is chosen is kept beside the data; cards are heard from any scanner."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from drivers import Reason, Refusal, Scan
from drivers.in_common import in_common
from kiosk.machine import home
from kiosk.people.words import Words, filled
from kiosk.settings import Settings
from kiosk.settings.chosen import choose, chosen_file, read_chosen

if TYPE_CHECKING:
    from drivers import CardPattern
    from drivers.plugged_in import Device
    from kiosk.commands.any_scanner import AnyScanner
    from kiosk.ui.asking import CardsInCommon, ScannedCard

_TABLE, _NEXT = "first_day", "next"
_FIRST = "language"


# Little is loaded before the first picture: what only the first day needs is loaded then.


class FirstDay:
    """Fulfils `kiosk.ui.asking.FirstDay`; `again` opens the kiosk anew.

    It is due where nobody is kept yet and the settings name neither shop nor scanner nor cards.
    """

    def __init__(
        self,
        settings: Settings,
        words: Words,
        cross: Callable[[Callable[[], None]], None],
        again: Callable[[], None],
        root: Path,
    ) -> None:
        self._settings, self._words, self._cross, self.again = settings, words, cross, again
        self._root, self._file = root, chosen_file(settings)
        self._scanner: AnyScanner | None = None
        self._device: Device | None = None
        self._cards: dict[str, Scan] = {}
        self.next = self._begun()
        self.language = home.language(root)
        self.time_zone = settings.shop.time_zone or home.time_zone(root)

    def choose(self, tables: Mapping[str, Any], following: str) -> str:
        """See `kiosk.ui.asking.FirstDay`."""
        if self._file is None:
            return self._words.gettext("Settings are kept here in the settings file alone.")
        try:
            choose(self._file, {**tables, _TABLE: {_NEXT: following}})
        except OSError as error:
            return filled(self._words.gettext("It could not be kept: {why}."), why=error.strerror)
        self.next = following
        return ""

    def hear(self, take: "Callable[[ScannedCard], None] | None") -> None:
        """See `kiosk.ui.asking.FirstDay`."""
        if self._scanner is not None:
            self._scanner.stop()
            self._scanner = None
        if take is not None:
            from kiosk.commands.any_scanner import AnyScanner

            self._device, self._cards = None, {}
            found, heard = partial(self._found, take), partial(self._heard, take)
            self._scanner = AnyScanner(
                lambda device: self._cross(partial(found, device)),
                lambda device, scan: self._cross(partial(heard, device, scan)),
            )
            self._scanner.start()

    def _begun(self) -> str:
        told = read_chosen(self._file).get(_TABLE)
        if isinstance(told, dict):
            return str(told.get(_NEXT, ""))
        settings, file = self._settings, self._file
        is_bare = settings.shop.name is None and not settings.scan_ports and not settings.card
        return _FIRST if is_bare and file is not None and _is_empty(file.with_suffix("")) else ""

    def _found(self, take: "Callable[[ScannedCard], None]", device: "Device") -> None:
        from kiosk.health.plugged_in import told_of
        from kiosk.ui.asking import ScannedCard

        if self._scanner is not None:
            take(ScannedCard(self._in_common(), told=told_of(device, self._words)))

    def _heard(self, take: "Callable[[ScannedCard], None]", device: "Device", scan: Scan | Refusal) -> None:
        """What was scanned with one device counts; the first that sends a card is the scanner."""
        from kiosk.health.plugged_in import told_of
        from kiosk.ui.asking import ScannedCard

        if self._scanner is None:
            return
        if isinstance(scan, Refusal):
            take(ScannedCard(self._in_common(), refused=_why_refused(scan, self._words)))
            return
        self._device = self._device or device
        if scan.number in self._cards:
            again = self._words.gettext("That one was scanned already: take another.")
            take(ScannedCard(self._in_common(), refused=again))
            return
        self._cards[scan.number] = scan
        take(ScannedCard(self._in_common(), told=told_of(self._device, self._words)))

    def _in_common(self) -> "CardsInCommon":
        from kiosk.ui.asking import CardsInCommon

        cards, device = list(self._cards.values()), self._device
        scanner = {} if device is None else {"scanner": [{"port": device.path, "profile": device.profile}]}
        pattern = in_common(cards) if cards else None
        if pattern is None:
            return CardsInCommon(len(cards), scanner=scanner)
        return CardsInCommon(len(cards), _likeness(pattern, cards, self._words), scanner, _kind(pattern))


def _is_empty(database: Path) -> bool:
    """Whether nobody is kept in it, or there is none; the desk, which could tell as well, opens later."""
    if not database.exists():
        return True
    import sqlite3

    tables = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in ("shop", "staff", "customer"))
    try:
        with closing(sqlite3.connect(f"file:{quote(str(database))}?mode=ro", uri=True)) as connection:
            return connection.execute(f"{tables} LIMIT 1").fetchone() is None
    except sqlite3.Error:
        return False


def _why_refused(refusal: Refusal, words: Words) -> str:
    from kiosk.people.greeting.greetings import Greeting
    from kiosk.people.greeting.notices import notice
    from kiosk.people.greeting.outcomes import Outcome

    is_payment = refusal.reason is Reason.PAYMENT_CARD
    said = notice(Greeting(Outcome.PAYMENT_CARD if is_payment else Outcome.UNREADABLE), words)
    return f"{said.title} {said.sentence}"


def _likeness(pattern: "CardPattern", cards: Sequence[Scan], words: Words) -> str:
    digits = all(card.number.isdigit() for card in cards)
    if not pattern.length:
        return words.gettext("They begin with {prefix}.").format(prefix=pattern.prefix)
    if digits:
        long = words.gettext("They have {n} digits.")
        both = words.gettext("They begin with {prefix} and have {n} digits.")
    else:
        long = words.gettext("They have {n} characters.")
        both = words.gettext("They begin with {prefix} and have {n} characters.")
    return (both if pattern.prefix else long).format(prefix=pattern.prefix, n=pattern.length)


def _kind(pattern: "CardPattern") -> Mapping[str, Any]:
    told = {"prefix": pattern.prefix, "length": pattern.length, "symbology": pattern.symbology}
    return {"card": [{name: value for name, value in told.items() if value}]}
