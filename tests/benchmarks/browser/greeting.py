"""What the page shows for one scan, from the rows of the database: about as much as the kiosk's greeting."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import inf
from typing import Any

from tests.benchmarks.bare import Rows

_ROOM = 4
"""Cards on a page."""

_DAYS_BEFORE, _DAYS_AFTER = 7, 20
_LAPSES_AFTER = {"ask_about": 28, "remember": 90}
"""Days; the other kinds stay."""

_LOOKS = {
    "make_right": ("alert", "⚠️", "Put right"),
    "always_show": ("alert", "⚠️", ""),
    "ask_about": ("", "💬", "Asked"),
    "remember": ("", "📝", ""),
}


def greeting(rows: Mapping[str, Rows], today: date) -> dict[str, Any]:
    """As JSON has it; what the members mean stands in page.html."""
    ((_, _, full, called_by, said, _, _, since, *_),) = rows["customer"]
    name, cards = called_by or full, [*_celebrations(rows["dates"], today), *_notes(rows["notes"], today)]
    return {
        "name": name,
        "full": f"{full} · say “{said}”" if said else full,
        "say": f"“Good to see you again, {name}!”",
        "chips": [f"{rows['visit_count'][0][0]} visits", f"With us since {since[:4]}"],
        "cards": cards[:_ROOM],
        "companions": [companion for _, companion in rows["companions"]],
    }


def _celebrations(dates: Rows, today: date) -> Iterator[dict[str, str]]:
    for _, _, _, occasion, _, month, day, *_ in dates:
        # Never the 29th of February, which not every year has.
        away = (date(today.year, month, min(day, 28)) - today).days
        if -_DAYS_AFTER <= away <= _DAYS_BEFORE:
            title = f"{occasion.replace('_', ' ').capitalize()} on {day}.{month}."
            yield _card("celebration", "🎂", title, "Not wished yet", "Wished")


def _notes(notes: Rows, today: date) -> Iterator[dict[str, str]]:
    for _, _, kind, text, _, written_at, _, _, _, author in notes:
        written, (style, picture, button) = date.fromisoformat(written_at[:10]), _LOOKS[kind]
        if (today - written).days < _LAPSES_AFTER.get(kind, inf):
            yield _card(style, picture, text, f"{written} · {author}", button)


def _card(kind: str, picture: str, title: str, detail: str, button: str) -> dict[str, str]:
    return {"kind": kind, "picture": picture, "title": title, "detail": detail, "button": button}
