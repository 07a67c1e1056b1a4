"""Forgetting somebody: every row about them, and after that every byte of it."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select, union_all, update
from sqlalchemy.orm import Session

from kiosk.storage.cascade import delete_cascading
from kiosk.storage.changing_dates import dates_of
from kiosk.storage.file.database import Database
from kiosk.storage.file.forgotten import WasForgotten, id_of_key, note_forgotten
from kiosk.storage.file.marks import Marks, mark_to_rewrite
from kiosk.storage.issued import forget_issued
from kiosk.storage.merging.merging import forget_what_undoes
from kiosk.storage.models import Customer, ImportantDate, Merger
from kiosk.storage.sameness import which_date


def erase(database: Database, customer_id: UUID) -> None:
    """Remove every row about somebody, and leave a mark that their bytes are still in the file.

    What they shared with somebody stays as the other one's own. Raises StorageTrouble; nothing is
    removed then.
    """
    with database.writing() as session:
        if database.file is not None:
            mark_to_rewrite(session.connection(), True)
            note_forgotten(
                database.file, _known_by(session, customer_id), _no_earlier_than_kept(session, customer_id)
            )
        erase_rows(session, customer_id)


def erase_again(copy: Database, was_forgotten: WasForgotten) -> None:
    """Remove from a copy everybody who was forgotten since it was made. Raises StorageTrouble."""
    with copy.writing() as session:
        found = session.execute(select(Customer.id, Customer.updated_at)).all()
        forgotten = [id for id, changed in found if was_forgotten(id, changed)]
        if forgotten:
            mark_to_rewrite(session.connection(), True)
        for customer_id in forgotten:
            erase_rows(session, customer_id)
    finish_erasing(copy)


def finish_erasing(database: Database) -> None:
    """Rewrite the file without the bytes of those who were erased since it last was, if there are any.

    Raises StorageTrouble; the mark then stays, for the next time.
    """
    if database.file is None or database.read_only:
        return
    with database.reading() as session:
        if not Marks.read(session.connection()).to_rewrite:
            return
    database.vacuum()
    with database.writing() as session:
        mark_to_rewrite(session.connection(), False)


def _known_by(session: Session, customer_id: UUID) -> list[UUID]:
    """Their ids, by which a copy holds them, and those of their keys, by which a shop file does.

    Of whoever was merged into them, too.
    """
    own = select(Customer.id, Customer.key).where(Customer.id == customer_id)
    merged = select(Merger.id, Merger.key).where(Merger.customer_id == customer_id)
    known = session.execute(union_all(own, merged)).all()
    return [*(id for id, _ in known), *(id_of_key(key) for _, key in known)]


def _no_earlier_than_kept(session: Session, customer_id: UUID) -> datetime:
    """Now; by a clock that has jumped back, when they were changed last, so that no copy looks younger."""
    changed = session.scalar(select(Customer.updated_at).where(Customer.id == customer_id))
    return max(filter(None, [changed, datetime.now(UTC)]))


def erase_rows(session: Session, customer_id: UUID) -> None:
    """All that refers to them goes along; notes of others that were not for their ears keep their text."""
    _leave_shared_dates(session, customer_id)
    forget_issued(session, customer_id)
    delete_cascading(session, Customer, customer_id)
    forget_what_undoes(session, customer_id)


def _leave_shared_dates(session: Session, customer_id: UUID) -> None:
    """What they share with somebody becomes that person's own, unless the same is kept as theirs already."""
    for record in dates_of(session, [customer_id]):
        other = next(iter({record["customer_id"], record["shared_with_id"]} - {customer_id, None}), None)
        own = record | {"customer_id": other, "shared_with_id": None}
        if other is None:
            continue
        if which_date(own) in map(which_date, dates_of(session, [other])):
            delete_cascading(session, ImportantDate, record["id"])
        else:
            handed_over = update(ImportantDate).where(ImportantDate.id == record["id"])
            session.execute(handed_over.values(customer_id=other, shared_with_id=None))
