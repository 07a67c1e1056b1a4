"""The JSON of Monica 4 and of Loyverse's API as tables, a row for each person.

Sources: monicahq/monica, app/ExportResources; the customers of Loyverse's API. Gifts, debts and totals are
never read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.exchange.lists.table import LARGEST, ListError, Row, Table, decoded

MONICA = ("UUID", "First name", "Middle name", "Last name", "Nickname", "Birthday", "Labels", "Note")
LOYVERSE = ("ID", "Name", "Email", "Phone", "Customer code", "Note", "First visit", "Deleted at")
_ESTIMATED = "estimated"
_NOT_CHOSEN = "Other Contacts"
_KEYS = ("id", "name", "email", "phone_number", "customer_code", "note", "first_visit", "deleted_at")

_Object = Mapping[str, Any]


def read_json(file: Path) -> tuple[str, Table]:
    """Read such a file; returns the name of its program as well. Raises ListError, or OSError."""
    if file.stat().st_size > LARGEST:
        raise ListError(f"{file.name} is larger than {LARGEST >> 20} MB: no list of customers is.")
    try:
        told = json.loads(decoded(file.read_bytes(), file.name))
    except (json.JSONDecodeError, RecursionError):
        raise ListError(f"{file.name} is not JSON that can be read.") from None
    try:
        if isinstance(told, dict) and "account" in told:
            return "Monica", _table(MONICA, map(_contact, _contacts(told["account"])))
        customers = told["customers"] if isinstance(told, dict) else told
        return "Loyverse", _table(LOYVERSE, map(_customer, customers))
    except (AttributeError, KeyError, TypeError):
        raise ListError(f"{file.name} is neither Monica’s nor Loyverse’s list of people.") from None


def _table(header: Sequence[str], rows: Iterator[Sequence[str]]) -> Table:
    """Several notes of one person have several columns of that name."""
    listed = list(rows)
    widest = max((len(row) for row in listed), default=len(header))
    names = (*header, *(widest - len(header)) * ("Note",))
    return Table(names, [Row(number, tuple(row)) for number, row in enumerate(listed, 1)])


def _contacts(account: _Object) -> Iterator[_Object]:
    """In the newer form collections of several types, in the older one of contacts alone."""
    if "data" not in account:
        yield from account["contacts"]["values"]
        return
    for collection in account["data"]:
        if collection["type"] == "contact":
            yield from collection["values"]


def _contact(contact: _Object) -> list[str]:
    about = contact["properties"]
    return [
        str(contact.get("uuid", "")),
        *(str(about.get(name) or "") for name in ("first_name", "middle_name", "last_name", "nickname")),
        _birthday(about.get("birthdate")),
        _NOT_CHOSEN if about.get("is_partial") or about.get("is_dead") else "",
        *_notes(contact.get("data") or ()),
    ]


def _birthday(birthdate: _Object | None) -> str:
    """An estimate is no birthday, so it is written as what cannot be read as one."""
    if not birthdate:
        return ""
    if birthdate.get("is_age_based"):
        return _ESTIMATED
    day = str(birthdate.get("date") or "")[:10]
    return f"--{day[5:]}" if birthdate.get("is_year_unknown") else day


def _notes(parts: Sequence[_Object]) -> Iterator[str]:
    for collection in parts:
        if collection.get("type") == "note":
            yield from (str(note["properties"]["body"]) for note in collection["values"])


def _customer(customer: _Object) -> list[str]:
    return [str(customer.get(key) or "") for key in _KEYS]
