"""`make migration MESSAGE="…"`: the draft of the step from the newest schema to what the models say."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import alembic_config, upgrade
from kiosk.storage.models import Base


def draft(message: str, number: str) -> None:
    """Write it into migrations/versions; what it changes is to be read, and mended, by who asked for it."""
    with TemporaryDirectory() as folder:
        database = Database.at(Path(folder) / "kiosk.db")
        upgrade(database, datetime.now(UTC), keep_backup=False)
        with database.writing() as session:
            config = alembic_config(session.connection())
            config.attributes["metadata"] = Base.metadata
            command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    from migrations import REVISIONS

    draft(sys.argv[1], f"{int(REVISIONS[-1]) + 1:04}")
