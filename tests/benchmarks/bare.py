"""What the desk reads and writes for one scan, by bare sqlite3: no objects, no greeting."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from time import time_ns
from typing import Any

Rows = Sequence[Sequence[Any]]

_CARD = "SELECT id, customer_id, number, symbology, retired, updated_at FROM card WHERE number IN (?)"
_QUESTIONS = {
    "customer": """SELECT id, key, name, called_by, pronunciation, may_mention_age, greet_by_name, since,
        consent_on, consent_by, tread_gently_until, deceased, updated_at FROM customer WHERE id = :id""",
    "dates": """SELECT id, customer_id, shared_with_id, occasion, label, month, day, year, calendar, leap_day,
        leap_month, updated_at, EXISTS (SELECT id FROM customer WHERE deceased
            AND id IN (important_date.customer_id, important_date.shared_with_id))
        FROM important_date WHERE customer_id = :id OR shared_with_id = :id""",
    "wishes": "SELECT important_date_id, occurrence FROM wish WHERE customer_id = :id",
    "notes": """SELECT note.id, customer_id, kind, text, author_id, written_at, show_until,
        not_in_front_of_id, note.updated_at, staff.name FROM note LEFT JOIN staff ON staff.id = author_id
        LEFT JOIN closing ON note_id = note.id WHERE customer_id = :id AND closing.id IS NULL""",
    "gestures": """SELECT gesture.id, what, gesture.at, staff.name FROM gesture
        LEFT JOIN staff ON staff.id = gesture.staff_id LEFT JOIN thanks ON gesture_id = gesture.id
        WHERE customer_id = :id AND direction = 'received' AND thanks.id IS NULL""",
    "visits": "SELECT at FROM visit WHERE customer_id = :id ORDER BY at DESC LIMIT 200",
    "visit_count": "SELECT count(*) FROM visit WHERE customer_id = :id",
    "newest_visit": "SELECT max(at) FROM visit",
    "companions": """SELECT key, called_by FROM customer WHERE id IN (
        SELECT other_id FROM relationship WHERE customer_id = :id
        UNION SELECT customer_id FROM relationship WHERE other_id = :id)
        AND deceased = 0 AND greet_by_name = 1 ORDER BY called_by, key""",
}
_VISIT = "INSERT INTO visit (id, customer_id, at, counter) VALUES (?, ?, ?, '1')"


def connect(file: Path, pragmas: Iterable[str]) -> sqlite3.Connection:
    """A connection like the kiosk's."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def look_up(connection: sqlite3.Connection, number: str) -> Mapping[str, Rows]:
    """Every row about whoever has this card, question by question."""
    connection.execute("BEGIN")
    card = connection.execute(_CARD, (number,)).fetchone()
    who = {"id": card[1]}
    rows = {name: connection.execute(question, who).fetchall() for name, question in _QUESTIONS.items()}
    connection.execute("COMMIT")
    return rows


def record_visit(connection: sqlite3.Connection, customer_id: str, now: datetime) -> None:
    """Keep that they are here."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_VISIT, (f"{time_ns():032x}", customer_id, f"{now:%Y-%m-%d %H:%M:%S}.000000"))
    connection.execute("COMMIT")
