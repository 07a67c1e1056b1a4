"""What goes with somebody, and with a note, a gesture or a date: every row of any table that refers to it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from kiosk.people.changing.changes import Change, DropDate, DropGesture, DropNote
from kiosk.storage.changing import make_change
from kiosk.storage.erasing import erase
from kiosk.storage.file.database import Database
from tests.storage.any_rows import TABLES, is_kept, make_all_that_refers, make_row, where_it_stands

_OF_SOMEBODY_ELSE = {
    "note.not_in_front_of_id": "a note about somebody else, which was not for these ears",
    "important_date.shared_with_id": "a day that stays the other one's own",
}
"""The columns that name somebody in what is kept about another person, which stays without the name."""


def test_of_whoever_is_forgotten_no_table_keeps_a_row_but_those_about_somebody_else(
    database: Database,
) -> None:
    with database.writing() as session:
        jack = make_row(session, TABLES["customer"])
        made = list(make_all_that_refers(session, TABLES["customer"], jack))
        assert where_it_stands(session, jack["id"]) > _OF_SOMEBODY_ELSE.keys()
    erase(database, jack["id"])
    with database.reading() as session:
        assert where_it_stands(session, jack["id"]) == set()
        kept = {row.by for row in made if is_kept(session, row)}
    assert kept == {row.by for row in made if _OF_SOMEBODY_ELSE.keys() & set(row.by)}


@pytest.mark.parametrize(
    ("table", "drop"), [("note", DropNote), ("gesture", DropGesture), ("important_date", DropDate)]
)
def test_with_what_is_dropped_all_goes_that_refers_to_it(
    table: str, drop: Callable[[UUID], Change], database: Database, now: datetime
) -> None:
    with database.writing() as session:
        dropped = make_row(session, TABLES[table])
        made = list(make_all_that_refers(session, TABLES[table], dropped))
        assert made
        make_change(session, dropped["customer_id"], drop(dropped["id"]), now)
        assert where_it_stands(session, dropped["id"]) == set()
        assert [row.by for row in made if is_kept(session, row)] == []


def test_nothing_about_others_goes_along(database: Database, now: datetime) -> None:
    with database.writing() as session:
        jack, alice = make_row(session, TABLES["customer"]), make_row(session, TABLES["customer"])
        jacks = list(make_all_that_refers(session, TABLES["customer"], jack))
        alices = list(make_all_that_refers(session, TABLES["customer"], alice))
        assert {row.table for row in jacks} == {row.table for row in alices}
    erase(database, jack["id"])
    with database.reading() as session:
        assert [row.by for row in alices if not is_kept(session, row)] == []


def test_every_table_but_the_shops_own_is_about_somebody(database: Database) -> None:
    """A new one that refers to no customer, at however many removes, is added here if it may outlive them."""
    with database.writing() as session:
        jack = make_row(session, TABLES["customer"])
        about_them = {row.table for row in make_all_that_refers(session, TABLES["customer"], jack)}
    assert TABLES.keys() - about_them == {"shop", "staff", "customer", "issued_card"}
