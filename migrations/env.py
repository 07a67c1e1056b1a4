"""Alembic's entry: runs the steps on the connection it is handed, in one transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator


def run() -> None:
    """Run on the connection that is handed over; the metadata of the models serves a draft alone."""
    handed_over = context.config.attributes
    context.configure(
        connection=handed_over["connection"],
        target_metadata=handed_over.get("metadata"),
        render_item=_in_a_draft,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def _in_a_draft(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A type of the models as the one it is kept as: a step stays as it is, whatever the models become."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


run()
