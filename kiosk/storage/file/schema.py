"""How a database stands to this program, told without loading Alembic: every start asks."""

from enum import StrEnum

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from kiosk.people.words import to_translate
from kiosk.storage.trouble import StorageTrouble
from migrations import REVISIONS


class Schema(StrEnum):
    """What has to be done before a database can be used."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def schema_of(session: Session) -> Schema:
    """Where a database stands. Raises StorageTrouble where it holds somebody else's tables."""
    tables = inspect(session.connection()).get_table_names()
    if not tables:
        return Schema.EMPTY
    if "alembic_version" not in tables:
        raise StorageTrouble(to_translate("The data file belongs to another program. It was left as it is."))
    revision = session.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is None:
        return Schema.EMPTY
    if revision == REVISIONS[-1]:
        return Schema.CURRENT
    return Schema.OLDER if revision in REVISIONS else Schema.NEWER
