"""Every value of a database, read once as the program reads it: in a copy there may be anything."""

from collections.abc import Callable, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Enum,
    Integer,
    String,
    Table,
    and_,
    func,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from kiosk.people.calendars import Day, rules_of
from kiosk.people.texts import can_be_seen, holds_unseen
from kiosk.storage.models import NAME_WORD, Base
from kiosk.storage.models.columns import UtcTime
from kiosk.storage.trouble import StorageDamage

_LONGEST = 512
"""Characters of a text whose column has no bound of its own."""

_AT_ONCE = 1000
_YEARS = range(2, 9999)
# The number of a bar code may hold signs that nobody sees.
_SCANNED = frozenset({"card.number", "staff.badge"})

_ODD = "There is a value in this copy that the kiosk never writes. It was left as it is."


def refuse_odd_values(session: Session) -> None:
    """Read everything. Raises StorageDamage where a value is not what the models, or the rules, say."""
    for table in Base.metadata.sorted_tables:
        if table is not NAME_WORD:
            _refuse_odd_kinds(session, table)
            _read(session, table)


def _refuse_odd_kinds(session: Session, table: Table) -> None:
    """SQLite keeps anything in any column, of any length."""
    odd = or_(*(not_(_is_of_its_kind(column)) for column in table.columns))
    if session.scalar(select(func.count()).select_from(table).where(odd)):
        raise StorageDamage(_ODD)


def _is_of_its_kind(column: Column[Any]) -> ColumnElement[bool]:
    stored = func.typeof(column)
    if isinstance(column.type, Boolean):
        fits: ColumnElement[bool] = and_(stored == "integer", type_coerce(column, Integer).in_([0, 1]))
    elif isinstance(column.type, Integer):
        fits = stored == "integer"
    else:
        longest = column.type.length if isinstance(column.type, String) else None
        fits = and_(stored == "text", func.length(column) <= (longest or _LONGEST))
    return or_(column.is_(None), fits) if column.nullable else fits


def _read(session: Session, table: Table) -> None:
    checks = [(column.name, check) for column in table.columns if (check := _check_of(column)) is not None]
    rule = _RULES.get(table.name)
    try:
        rows = session.execute(select(table).execution_options(yield_per=_AT_ONCE))
        for row in map(attrgetter("_mapping"), rows):
            if not all(fits(row[name]) for name, fits in checks) or not (rule is None or rule(row)):
                raise StorageDamage(_ODD)
    except (ValueError, LookupError, TypeError, OverflowError, OperationalError):
        raise StorageDamage(_ODD) from None


def _check_of(column: Column[Any]) -> Callable[[Any], bool] | None:
    """What is asked of a value beside that it can be read at all."""
    if isinstance(column.type, UtcTime):
        return _is_of_our_time
    is_text = isinstance(column.type, String) and not isinstance(column.type, Enum)
    return _is_plain if is_text and str(column) not in _SCANNED else None


def _is_plain(text: str | None) -> bool:
    # The first question is asked in a hundredth of the time, and is nearly always enough.
    return text is None or text.isprintable() or not holds_unseen(text)


def _is_of_our_time(time: datetime | None) -> bool:
    return time is None or time.year in _YEARS


def _is_a_day(date: Mapping[str, Any]) -> bool:
    day = Day(date["month"], date["day"], date["year"], date["leap_month"])
    return rules_of(date["calendar"]).why_impossible(day) is None


def _has_names(customer: Mapping[str, Any]) -> bool:
    return can_be_seen(customer["name"]) and can_be_seen(customer["called_by"])


def _is_a_zone(shop: Mapping[str, Any]) -> bool:
    try:
        return bool(ZoneInfo(shop["time_zone"]).key)
    except (ZoneInfoNotFoundError, OSError):
        return False


_RULES: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "customer": _has_names,
    "important_date": _is_a_day,
    "shop": _is_a_zone,
}
