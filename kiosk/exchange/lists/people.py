"""The rows of a list as people, and why some of them are held back."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from drivers import CardPattern, Reason, card_number, is_payment_card
from kiosk.exchange.lists.columns import RELATIONS, Field
from kiosk.exchange.lists.days import Day, Order, order_of, parse
from kiosk.exchange.lists.doubles import once
from kiosk.exchange.lists.listed import Held, HeldBack, Listed
from kiosk.exchange.lists.table import Row, Table
from kiosk.exchange.reader import refuse_unseen
from kiosk.exchange.shop_file import ShopFileError
from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.texts import MOST_CHARACTERS

_TAG = re.compile(r"<[^<>]+>")
_SEVERAL = re.compile(r"\s*(?:[,;|]|:::)\s*")
_NAMES = re.compile(r"\s*(?:;|:::)\s*")
_OTHERS = "other contacts"
_YES = frozenset({"1", "y", "yes", "true", "ja", "oui", "sí", "si", "так", "نعم"})
_NEVER_ASKED = frozenset({"true", "yes", "1", "y"})
_SHOWN = 60


class OrderUnknownError(Exception):
    """In which order a column writes its days cannot be told: somebody has to say it."""


def people_in(
    table: Table,
    columns: Mapping[int, Field],
    own: Sequence[CardPattern],
    order: Order | None = None,
    proves_consent: bool = True,
) -> tuple[list[Listed], list[HeldBack]]:
    """Everybody in a list. Raises OrderUnknownError where days may mean two things and no order is given.

    Where the program that wrote the list fills its consent with anything, it ``proves_consent`` of nobody.
    """
    read = _Reader(columns, own, order or _order(table, columns), proves_consent)
    people: list[Listed] = []
    held: list[HeldBack] = []
    for row in table.rows:
        one = read.row(row)
        if isinstance(one, Held):
            held.append(HeldBack(row.number, one))
        else:
            people.append(one)
    return once(people, held)


def _order(table: Table, columns: Mapping[int, Field]) -> Order:
    days = [place for place, field in columns.items() if field in (Field.BIRTHDAY, Field.ANNIVERSARY)]
    texts = (row.cells[place] for row in table.rows for place in days if place < len(row.cells))
    found = order_of(text for text in texts if text)
    if found is None:
        raise OrderUnknownError
    return found


class _Reader:
    def __init__(
        self, columns: Mapping[int, Field], own: Sequence[CardPattern], order: Order, proves_consent: bool
    ) -> None:
        self._columns, self._own, self._order, self._proves = columns, own, order, proves_consent

    def row(self, row: Row) -> Listed | Held:
        cells = self._cells(row)
        why = _why_held(cells)
        if why is not None:
            return why
        name = _name(cells)
        if not name:
            return Held.NO_NAME
        if "@" in name:
            return Held.NAME_IS_AN_ADDRESS
        if len(name) > MOST_IN_A_NAME:
            return Held.NAME_TOO_LONG
        if not may_be_kept(name):
            return Held.BAD_NAME
        cards = self._cards(cells)
        return cards if isinstance(cards, Held) else self._person(row.number, name, cards, cells)

    def _cells(self, row: Row) -> dict[Field, list[str]]:
        cells: dict[Field, list[str]] = {}
        for place, field in self._columns.items():
            text = row.cells[place] if place < len(row.cells) else ""
            if text:
                cells.setdefault(field, []).append(text)
        return cells

    def _cards(self, cells: Mapping[Field, Sequence[str]]) -> tuple[str, ...] | Held:
        """Several numbers may stand in one cell; one that is no card of the shop's is left out."""
        found: dict[str, None] = {}
        for text in (part for cell in cells.get(Field.CARD, ()) for part in _SEVERAL.split(_plain(cell))):
            if not text:
                continue
            card = card_number(text, None, self._own)
            if card is Reason.PAYMENT_CARD:
                return Held.PAYMENT_CARD
            if isinstance(card, Reason):
                return Held.BAD_CARD
            if not self._own or any(kind.matches(*card) for kind in self._own):
                found[card.number] = None
        return tuple(found)

    def _person(
        self, number: int, name: str, cards: tuple[str, ...], cells: Mapping[Field, Sequence[str]]
    ) -> Listed:
        remarks: list[str] = []
        consents = any(text.casefold() in _YES for text in cells.get(Field.CONSENT, ()))
        if consents and not self._proves:
            remarks.append("its consent proves nothing, since that program fills it with anything")
        since = self._day(cells, Field.SINCE, remarks)
        return Listed(
            number,
            name,
            called_by=self._short(cells, Field.CALLED_BY, remarks),
            pronunciation=self._short(cells, Field.PRONUNCIATION, remarks),
            birthday=self._day(cells, Field.BIRTHDAY, remarks),
            anniversary=self._day(cells, Field.ANNIVERSARY, remarks),
            cards=cards,
            notes=tuple(self._notes(cells, remarks)),
            consents=consents and self._proves,
            since=date(since.year, since.month, since.day) if since and since.year else None,
            id=_plain(_first(cells, Field.ID)),
            email=_first(cells, Field.EMAIL).casefold(),
            phone="".join(filter(str.isdigit, _first(cells, Field.PHONE))),
            relations=tuple(_relations(cells)),
            remarks=tuple(remarks),
        )

    def _short(self, cells: Mapping[Field, Sequence[str]], field: Field, remarks: list[str]) -> str:
        text = _first(cells, field)
        if len(text) <= MOST_IN_A_NAME and may_be_kept(text):
            return text
        remarks.append(f"its {field.value.replace('_', ' ')} cannot be kept")
        return ""

    def _day(self, cells: Mapping[Field, Sequence[str]], field: Field, remarks: list[str]) -> Day | None:
        text = _first(cells, field)
        day = parse(text, self._order) if text else None
        if text and day is None:
            remarks.append(f"its {field.value.replace('_', ' ')} is no day")
        return day

    def _notes(self, cells: Mapping[Field, Sequence[str]], remarks: list[str]) -> Iterator[str]:
        for cell in cells.get(Field.NOTE, ()):
            text = " ".join(html.unescape(_TAG.sub(" ", _plain(cell))).split())
            if len(text) > MOST_CHARACTERS:
                remarks.append(f"a note is longer than {MOST_CHARACTERS} characters")
            elif not may_be_kept(text):
                remarks.append("a note holds what cannot be seen, or the number of a payment card")
            elif text:
                yield text


def may_be_kept(text: str) -> bool:
    """Tell whether a shop file may hold this text: it can be seen, and no payment card stands in it."""
    try:
        refuse_unseen("", text)
    except ShopFileError:
        return False
    return not is_payment_card(text)


def _why_held(cells: Mapping[Field, Sequence[str]]) -> Held | None:
    if _first(cells, Field.HELD).casefold() in _NEVER_ASKED:
        return Held.FROM_A_PAYMENT
    labels = _first(cells, Field.LABELS).casefold()
    if _OTHERS in labels and "mycontacts" not in labels.replace(" ", ""):
        return Held.NEVER_CHOSEN
    return Held.DELETED if _first(cells, Field.DELETED) else None


def _name(cells: Mapping[Field, Sequence[str]]) -> str:
    parts = (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.PREPOSITION, Field.LAST_NAME)
    together = " ".join(filter(None, (_first(cells, part) for part in parts)))
    text = _first(cells, Field.NAME) or together
    return unicodedata.normalize("NFC", " ".join(_plain(text).split()))


def _relations(cells: Mapping[Field, Sequence[str]]) -> Iterator[tuple[RelationshipKind, str]]:
    for field in RELATIONS:
        for name in (name for cell in cells.get(field, ()) for name in _NAMES.split(cell)):
            if name:
                yield RelationshipKind(field.value), unicodedata.normalize("NFC", " ".join(name.split()))


def _first(cells: Mapping[Field, Sequence[str]], field: Field) -> str:
    return next(iter(cells.get(field, ())), "")


def _plain(text: str) -> str:
    """Without the apostrophe with which some programs keep a spreadsheet from reading a number."""
    return text.removeprefix("'").strip()
