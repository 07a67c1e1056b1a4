"""The tables: as the models say, on their way up and down, and about nobody's money."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Dialect, Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.storage import staff
from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import alembic_config, upgrade
from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.models import Base
from migrations import REVISIONS

TABLES = set(Base.metadata.tables)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'fresh.db'}")
    yield database
    database.close()


def tables(database: Database) -> set[str]:
    with database.reading() as session:
        return set(inspect(session.connection()).get_table_names())


def test_a_migrated_database_is_what_the_models_say(database: Database) -> None:
    with database.reading() as session:
        context = MigrationContext.configure(
            session.connection(), opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_goes_up_and_down_and_up_again(fresh: Database, now: datetime) -> None:
    for _ in range(2):
        upgrade(fresh, now, keep_backup=False)
        assert tables(fresh) == {*TABLES, "alembic_version"}
        with fresh.writing() as session:
            command.downgrade(alembic_config(session.connection()), "base")
        assert tables(fresh) == {"alembic_version"}


def test_visits_and_who_came_along_outlast_the_step_to_staff_and_the_way_back(
    database: Database, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    visit = {"at": "2026-10-17T09:05", "with": ["ben"]}
    fill(database, {"key": "ann", "name": "Ann", "visits": [visit]}, {"key": "ben", "name": "Ben"})
    before = exported(database)
    with database.writing() as session:
        (mia,) = staff.keys(session).values()
        staff.change(session, mia, badge="STAFF-7")
        command.downgrade(alembic_config(session.connection()), "0002")
    with database.writing() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    assert exported(database) == before
    with database.reading() as session:
        assert staff.with_badge(session, ["STAFF-7"]) is None
        assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_what_was_loaded_before_is_kept_as_at_the_counter_and_found(
    database: Database,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
    words: Speech,
    now: datetime,
) -> None:
    text, label = {"written_at": "2026-11-20T09:00"}, {"occasion": "other", "month": 2, "day": 28}
    years = [(5745, "hebrew"), (1985, "gregorian"), (1604, "gregorian"), (1, "gregorian")]
    jack = {
        "key": "jack",
        "name": "Jack O’Bryan",
        "called_by": "Jack",
        "pronunciation": "oh bry-an",
        "notes": [text | {"text": "the boat"}],
        "gestures": [{"direction": "given", "what": "figs", "at": "2026-11-20T09:00"}],
        "important_dates": [
            label | {"year": year, "label": f"day {n}", "calendar": calendar}
            for n, (year, calendar) in enumerate(years)
        ],
    }
    fill(database, jack)
    tidy = exported(database)
    with database.writing() as session:
        connection = session.connection()
        command.downgrade(alembic_config(connection), "0003")
        statements = (
            "UPDATE staff SET name = '  ' || name",
            "UPDATE customer SET name = ' Jack  O’Bryan ', called_by = 'Jack ', pronunciation = 'oh  bry-an'",
            "UPDATE note SET text = ' the  boat '",
            "UPDATE gesture SET what = 'figs\u00a0'",
            "UPDATE important_date SET label = replace(label, ' ', '  ')",
            "UPDATE important_date SET year = 1604 WHERE label = 'day  2'",
            "UPDATE important_date SET year = 1 WHERE label = 'day  3'",
            "DELETE FROM name_word",
        )
        assert all(connection.exec_driver_sql(statement).rowcount for statement in statements)
    upgrade(database, now, keep_backup=False)
    assert exported(database) == tidy
    search = Desk(database, words, lambda: now).finding.find("o bryan")
    assert [found.name for found in search.found] == ["Jack O’Bryan"]
    assert {date["year"] for date in json.loads(tidy)["customers"][0]["important_dates"]} == {
        5745,
        1985,
        None,
    }


def test_the_revisions_are_those_of_the_scripts_in_their_order(database: Database) -> None:
    with database.reading() as session:
        scripts = ScriptDirectory.from_config(alembic_config(session.connection()))
        oldest_first = [script.revision for script in scripts.walk_revisions()][::-1]
    assert list(REVISIONS) == oldest_first
    assert scripts.get_heads() == [REVISIONS[-1]]


def test_migrating_twice_changes_nothing(database: Database, database_file: Path, now: datetime) -> None:
    before = database_file.read_bytes()
    upgrade(database, now, keep_backup=False)
    assert database_file.read_bytes() == before


@pytest.mark.parametrize(
    ("revision", "stands"),
    [(REVISIONS[-1], Schema.CURRENT), ("from-tomorrow", Schema.NEWER), (None, Schema.EMPTY)],
)
def test_how_a_database_stands_is_told_from_its_revision(
    revision: str | None, stands: Schema, database: Database
) -> None:
    with database.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql("DELETE FROM alembic_version")
        if revision:
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))
    with database.reading() as session:
        assert schema_of(session) is stands


def test_a_file_without_tables_is_empty(fresh: Database) -> None:
    with fresh.reading() as session:
        assert schema_of(session) is Schema.EMPTY


@pytest.mark.parametrize("dialect", [sqlite.dialect, postgresql.dialect])
def test_every_table_and_index_can_be_made_elsewhere_too(dialect: type[Dialect]) -> None:
    for table in Base.metadata.sorted_tables:
        assert f"CREATE TABLE {table.name} " in str(CreateTable(table).compile(dialect=dialect()))
        for index in table.indexes:
            unique = "UNIQUE " if index.unique else ""
            assert str(CreateIndex(index).compile(dialect=dialect())).startswith(f"CREATE {unique}INDEX ix_")


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: str(table.name))
def test_no_table_is_about_money_or_rank(table: Table) -> None:
    money = re.compile(
        r"price|cost|amount|spen[dt]|money|currency|revenue|basket|purchase|total|"
        r"point|score|rank|tier|segment|level|value|discount"
    )
    assert not [
        name for name in (table.name, *(column.name for column in table.columns)) if money.search(name)
    ]


def test_every_constraint_has_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name
