"""Bringing a database to the schema of this program, by Alembic, after a verified backup."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

import migrations
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.companion_files import name_before_update
from kiosk.storage.file.database import Database


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration, made here: a kiosk has no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database, now: datetime, keep_backup: bool) -> Path | None:
    """Run the missing steps in one transaction; returns the backup that was made first, if any.

    `now` names the backup, which lies beside the SQLite file. Raises StorageTrouble; the database
    then is as it was.
    """
    backup = None
    if keep_backup and database.file is not None:
        backup = name_before_update(database.file, migrations.REVISIONS[-1], now)
        back_up(database.file, backup)
    with database.writing() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    return backup
