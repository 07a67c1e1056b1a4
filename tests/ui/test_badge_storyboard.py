"""A staff badge under the scanner."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage import staff
from kiosk.storage.file.database import Database
from tests.ui.conftest import OpenCounter

BADGE = "STAFF-0007"


@pytest.fixture
def badge(database_file: Path) -> str:
    """Ada's."""
    with closing(Database(f"sqlite:///{database_file}")) as database, database.writing() as session:
        staff.change(session, staff.keys(session)["ada"], badge=BADGE)
    return BADGE


def test_a_badge_says_hello_lets_a_new_face_be_met_by_name_and_says_goodbye(
    badge: str, open_counter: OpenCounter
) -> None:
    counter = open_counter()
    counter.scans(badge)
    counter.sees("Hello, Ada", "You are at the counter now.")
    counter.scans("2900000099999")
    counter.sees("“Welcome! I’m Ada. New around here, or just new to us?”")
    counter.scans(badge)
    counter.sees("Goodbye, Ada")
    counter.sees_no("You are at the counter now.")
    counter.scans("2900000099999")
    counter.sees("“Welcome! New around here, or just new to us?”")
    assert counter.kiosk.outcomes == [Outcome.STAFF, Outcome.UNKNOWN, Outcome.STAFF, Outcome.UNKNOWN]
