"""`make migration MESSAGE="…"`: the draft of the step from the newest schema to what the models say."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.script import Script
from sqlalchemy import MetaData

from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import alembic_config, upgrade
from kiosk.storage.models import Base


def draft(message: str, number: str, metadata: MetaData = Base.metadata, scripts: Path | None = None) -> Path:
    """Write it beside the other steps, or in `scripts`, which is like `migrations`; returns the file.

    What it changes is to be read, and mended, by who asked for it.
    """
    with TemporaryDirectory() as folder:
        database = Database.at(Path(folder) / "kiosk.db")
        upgrade(database, datetime.now(UTC), keep_backup=False)
        with database.writing() as session:
            config = alembic_config(session.connection())
            config.attributes["metadata"] = metadata
            if scripts is not None:
                config.set_main_option("script_location", str(scripts))
            made = command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()
    assert isinstance(made, Script)
    file = Path(made.path)
    _tidy(file)
    return file


def _tidy(file: Path) -> None:
    """Without what Alembic says around its lines, and formatted as everything here."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.strip().startswith("# ###")), "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", file], check=True)


if __name__ == "__main__":
    from migrations import REVISIONS

    draft(sys.argv[1], f"{int(REVISIONS[-1]) + 1:04}")
