"""Alembic's entry: runs the steps on the connection it is handed, in one transaction."""

from alembic import context
from sqlalchemy import create_engine

from kiosk.storage.models import Base


def run() -> None:
    """Run on the kiosk's connection; a developer at `alembic revision` gets one in memory."""
    connection = context.config.attributes.get("connection") or create_engine("sqlite://").connect()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
