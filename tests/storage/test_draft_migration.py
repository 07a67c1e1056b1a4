"""The draft of a step: what `make migration` writes can be run as it is."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Column, ForeignKey, MetaData, Table, Uuid
from sqlalchemy.orm import Session

import migrations
from kiosk.people.known.notes import NoteKind
from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import alembic_config
from kiosk.storage.models import Base
from kiosk.storage.models.columns import UtcTime, in_byte_order, word
from tests.storage.draft_migration import draft


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The steps there are, where another can be written."""
    return Path(shutil.copytree(Path(migrations.__file__).parent, tmp_path / "migrations"))


@pytest.fixture
def metadata() -> MetaData:
    """All tables, and a new one with a time and whatever else a column of ours can be."""
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.sorted_tables:
        table.to_metadata(metadata)
    Table(
        "reply",
        metadata,
        Column("id", Uuid, primary_key=True),
        Column("note_id", ForeignKey("note.id"), index=True, nullable=False),
        Column("at", UtcTime, nullable=False),
        Column("kind", word(NoteKind, "kind"), nullable=False),
        Column("word", in_byte_order(), nullable=False),
    )
    return metadata


def test_a_draft_makes_what_the_models_say_and_takes_it_away_again(
    scripts: Path, metadata: MetaData, database: Database
) -> None:
    draft("What they replied", "9999", metadata, scripts)
    with database.writing() as session:
        command.upgrade(config_of(session, scripts), "head")
        assert compare_metadata(MigrationContext.configure(session.connection()), metadata) == []
        command.downgrade(config_of(session, scripts), migrations.REVISIONS[-1])
        assert compare_metadata(MigrationContext.configure(session.connection()), Base.metadata) == []


def test_a_draft_is_written_as_the_steps_before_it(scripts: Path, metadata: MetaData) -> None:
    written = draft("What they replied", "9999", metadata, scripts).read_text("utf-8")
    assert 'sa.Column("at", sa.DateTime(), nullable=False)' in written
    assert [line for line in written.splitlines() if "kiosk" in line or "#" in line or "'" in line] == []


def config_of(session: Session, scripts: Path) -> Config:
    config = alembic_config(session.connection())
    config.set_main_option("script_location", str(scripts))
    return config
