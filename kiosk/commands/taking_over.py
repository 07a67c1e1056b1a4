"""The process that reads a list from a stick and takes it over, and what it tells of it in plain words."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar

from kiosk.commands import CommandError
from kiosk.commands.joining import current_database, shop_of
from kiosk.commands.keeping import every_folder
from kiosk.exchange.lists.days import Order
from kiosk.exchange.lists.people import OrderUnknownError
from kiosk.exchange.lists.plan import Plan
from kiosk.exchange.lists.reading import FoundList, NoNamesError, read_list
from kiosk.exchange.lists.table import ListError
from kiosk.exchange.lists.takeover import prepare
from kiosk.exchange.saving import save
from kiosk.exchange.shop_file import Shop, ShopFileError
from kiosk.health.finding import Finding, State
from kiosk.locale import Speech, speech
from kiosk.people.words import filled, with_capital
from kiosk.settings import Settings
from kiosk.ui.asking import ListTold

Item = TypeVar("Item")


class Progress(NamedTuple):
    """So much is done, of how much."""

    done: int
    of: int


_STEPS = 100
_ROWS_NAMED = 8
_LESS_URGENT = 10


def work(settings: Settings, file: Path, order: str | None, take: bool, told: Connection) -> None:
    """Read a list and, where it is to be taken over, do so; tell how far it is, and what came of it."""
    with suppress(OSError):
        os.nice(_LESS_URGENT)
    words = speech(settings.shop.language)
    try:
        found = read_list(file)
        told.send(_carried_out(settings, found, file.name, order, take, words, told))
    except OrderUnknownError:
        told.send(ListTold((), asks_order=True))
    except NoNamesError:
        no_names = words.gettext("No column is known to hold names.")
        do = words.gettext("kiosk import can be told which one; see the README.")
        told.send(_not_taken(no_names, words, do))
    except (ListError, ShopFileError, CommandError) as error:
        told.send(_not_taken(str(error), words))
    except OSError as error:
        told.send(
            _not_taken(filled(words.gettext("The file cannot be read: {why}."), why=error.strerror), words)
        )


def ended_unexpectedly(language: str) -> ListTold:
    """What is told where the process is gone without a word."""
    words = speech(language)
    return _not_taken(words.gettext("Reading it ended unexpectedly."), words)


def _carried_out(
    settings: Settings,
    found: FoundList,
    name: str,
    order: str | None,
    take: bool,
    words: Speech,
    told: Connection,
) -> ListTold:
    def show(items: Sequence[Item], _what: str, /) -> Iterable[Item]:
        """A hundred times, however many there are."""
        step = max(1, len(items) // _STEPS)
        for done, item in enumerate(items):
            if done % step == 0:
                told.send(Progress(done, len(items)))
            yield item

    with current_database(settings) as database:
        shop_name, zone = shop_of(settings, database)
        shop, own = Shop(name=shop_name, time_zone=zone.key), settings.card_patterns
        today = datetime.now(zone).date()
        takeover = prepare(found, database, shop, own, today, Order(order) if order else None, show)
        planned = takeover.planned
        findings = [_summary(planned, name, found, words), *_held(planned, words), _columns(found, words)]
        if not take or not planned.people:
            return ListTold(findings, can_be_taken=bool(planned.people))
        folders = every_folder(settings, database.file) if database.file else []
        save(database, takeover.file, own, folders, show)
    done = words.gettext("Taken over. New: {new}. With something added: {changed}.")
    says = done.format(new=f"{len(planned.new):,}", changed=f"{len(planned.changed):,}")
    return ListTold([Finding("list", State.GREEN, says), *findings[1:]])


def _summary(planned: Plan, name: str, found: FoundList, words: Speech) -> Finding:
    counts = words.gettext(
        "New: {new}. With something added: {changed}. As they are: {same}. Held back: {held}."
    )
    says = counts.format(
        new=f"{len(planned.new):,}",
        changed=f"{len(planned.changed):,}",
        same=f"{len(planned.same):,}",
        held=f"{len(planned.held) + len(planned.refused):,}",
    )
    asked = words.gettext("Not asked yet whether we may remember them: {n}. Their first greeting asks.")
    do = asked.format(n=f"{len(planned.without_consent):,}") if planned.without_consent else ""
    rows = len(found.table.rows)
    said = filled(
        words.ngettext("{file}, {program}, {n} row.", "{file}, {program}, {n} rows.", rows),
        file=name,
        program=found.program.name,
        n=f"{rows:,}",
    )
    return Finding("list", State.GREEN, f"{said} {says}", do)


def _held(planned: Plan, words: Speech) -> Iterator[Finding]:
    """A card for each reason, with the first rows of it."""
    by_reason: defaultdict[str, list[int]] = defaultdict(list)
    for held in planned.held:
        by_reason[held.why].append(held.number)
    for refused in planned.refused:
        by_reason[refused.why].append(refused.number)
    for why, rows in by_reason.items():
        named = ", ".join(map(str, rows[:_ROWS_NAMED]))
        more = words.gettext("+{n} more").format(n=len(rows) - _ROWS_NAMED) if len(rows) > _ROWS_NAMED else ""
        do = words.gettext("Row: {rows}").format(rows=f"{named} {more}".strip())
        yield Finding("held", State.AMBER, with_capital(words.gettext(why)) + ".", do)


def _columns(found: FoundList, words: Speech) -> Finding:
    header = found.table.header
    read = ", ".join(header[place] for place in found.columns)
    left = ", ".join(name for place, name in enumerate(header) if place not in found.columns and name)
    says = filled(words.gettext("Read: {columns}."), columns=read)
    do = filled(words.gettext("Not read: {columns}."), columns=left) if left else ""
    return Finding("columns", State.GREEN, says, do)


def _not_taken(sentence: str, words: Speech, do: str = "") -> ListTold:
    nothing = words.gettext("Nothing was changed.")
    return ListTold([Finding("list", State.RED, f"{sentence} {nothing}", do)])
