"""What is asked at every scan is answered as SQLAlchemy would answer it."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from kiosk.storage import questions
from kiosk.storage.file.database import Database
from kiosk.storage.trouble import StorageTrouble

NUMBER = "2900000000018"


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    note = {"text": "Prefers the window", "written_at": "2026-11-20T09:00"}
    visits = [{"at": "2026-11-20T09:00"}, {"at": "2026-11-21T09:00"}]
    ann = {"key": "ann", "name": "Ann", "cards": [{"number": NUMBER}], "notes": [note], "visits": visits}
    fill(database, ann | {"important_dates": [{"month": 11, "day": 24}]})
    return database


def test_every_question_has_the_values_that_sqlalchemy_finds(shop: Database) -> None:
    with shop.reading() as session:
        (card,) = questions.CARD.rows(session, number=NUMBER)
        about = {"who": card.customer_id}
        asked = [questions.VISITS, questions.VISIT_COUNT, questions.RELATED]
        for question in (questions.CUSTOMERS, questions.IMPORTANT_DATES, questions.OPEN_NOTES):
            asked.append(question.of_one)
        for lookup in asked:
            expected = session.execute(lookup.question, about).all()
            assert [tuple(row) for row in lookup.rows(session, **about)] == [tuple(row) for row in expected]


def test_what_goes_wrong_is_told_as_sqlalchemy_tells_it_and_without_the_number(shop: Database) -> None:
    with shop.writing() as session:
        session.execute(text("ALTER TABLE card RENAME TO other"))
    with pytest.raises(StorageTrouble, match="holds no kiosk data"), shop.reading() as session:
        questions.CARD.rows(session, number=NUMBER)
    with Session(shop.engine) as session, pytest.raises(DBAPIError) as error:
        questions.CARD.rows(session, number=NUMBER)
    assert NUMBER not in str(error.value)
