"""Alembic's entry: runs the steps on the connection it is handed, in one transaction."""

from alembic import context


def run() -> None:
    """Run on the connection that is handed over; the metadata of the models serves a draft alone."""
    handed_over = context.config.attributes
    context.configure(
        connection=handed_over["connection"],
        target_metadata=handed_over.get("metadata"),
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
