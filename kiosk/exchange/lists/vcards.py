"""An address book of vCards as a table, a row for each card.

Sources: RFC 2426 (3.0), RFC 6350 (4.0); the files that Apple's Contacts writes (labels, years that are none).
"""

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from kiosk.exchange.lists.columns import RELATIONS, Field, relation_of
from kiosk.exchange.lists.table import LARGEST, ListError, Row, Table, decoded

BEGINNING = b"BEGIN:VCARD"
_HEADER = (
    *("Name", "Nickname", "Phonetic First Name", "Birthday", "Anniversary", "Notes"),
    *("E-mail", "Phone", "UUID"),
    *(field.value for field in RELATIONS),
)
_PLAIN = {
    "FN": "Name",
    "NICKNAME": "Nickname",
    "X-PHONETIC-FIRST-NAME": "Phonetic First Name",
    "BDAY": "Birthday",
    "ANNIVERSARY": "Anniversary",
    "NOTE": "Notes",
    "EMAIL": "E-mail",
    "TEL": "Phone",
    "UID": "UUID",
}
_DATE, _LABEL, _OMITTED = "X-ABDATE", "X-ABLABEL", "X-APPLE-OMIT-YEAR"
_RELATED, _APPLE_RELATED = "RELATED", "X-ABRELATEDNAMES"
_BETWEEN = " ::: "
_WEDDING = "anniversary"


class _Line(Protocol):
    """One line of a card, as vobject has it."""

    name: str
    group: str | None
    params: Mapping[str, list[str]]
    value: object


def read_vcards(file: Path) -> Table:
    """Read an address book; the number of a row is that of its card. Raises ListError, or OSError."""
    if file.stat().st_size > LARGEST:
        raise ListError(f"{file.name} is larger than {LARGEST >> 20} MB: no address book is.")
    rows = [Row(number, _cells(lines)) for number, lines in enumerate(_cards(file), 1)]
    return Table(_HEADER, rows)


def _cards(file: Path) -> Iterator[list[_Line]]:
    import vobject

    # What it cannot read it would write into the journal, names and all.
    logging.getLogger("vobject").setLevel(logging.CRITICAL)
    logging.getLogger("vobject.base").setLevel(logging.CRITICAL)
    text = decoded(file.read_bytes(), file.name)
    try:
        for card in vobject.readComponents(text, ignoreUnreadable=True, allowQP=True):
            yield list(card.getChildren())
    except vobject.base.VObjectError:
        raise ListError(f"{file.name} is no address book that can be read.") from None


def _cells(lines: list[_Line]) -> tuple[str, ...]:
    told = {_PLAIN[line.name]: _value(line) for line in reversed(lines) if line.name in _PLAIN}
    labels = {line.group: str(line.value).casefold() for line in lines if line.name == _LABEL}
    for line in lines:
        if line.name == _DATE and _WEDDING in labels.get(line.group, ""):
            told["Anniversary"] = _value(line)
        relation = _relation(line, labels)
        if relation is not None:
            told[relation] = _BETWEEN.join(filter(None, [told.get(relation), _value(line)]))
    return tuple(told.get(name, "") for name in _HEADER)


def _relation(line: _Line, labels: Mapping[str | None, str]) -> Field | None:
    """What the person of this line is to that of the card; by a name, not by the id of another card."""
    if line.name == _APPLE_RELATED:
        return relation_of(labels.get(line.group, ""))
    if line.name != _RELATED or _value(line).startswith("urn:"):
        return None
    kinds = (relation_of(kind) for kinds in line.params.get("TYPE", ()) for kind in kinds.split(","))
    return next(filter(None, kinds), None)


def _value(line: _Line) -> str:
    """Its text; of a day whose year stands for none, the day alone."""
    values = line.value if isinstance(line.value, list) else [line.value]
    text = ", ".join(map(str, values)).strip()
    omitted = next(iter(line.params.get(_OMITTED, ())), "").strip('"')
    if omitted and text.startswith(omitted):
        digits = "".join(filter(str.isdigit, text[len(omitted) :]))[:4]
        return f"--{digits[:2]}-{digits[2:]}"
    return text
