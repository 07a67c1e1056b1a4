"""Making two customers one, and taking that back."""

from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.orm import Session

from kiosk.people.known.mergers import UNDONE_FOR, Aspect, Merged
from kiosk.people.texts import RefusedText
from kiosk.people.words import to_translate
from kiosk.storage.merging.joining import Joining
from kiosk.storage.merging.rows import rows_about
from kiosk.storage.merging.undoing import difference, take_back
from kiosk.storage.models import NAME_WORD, Customer, Merger
from kiosk.storage.models.mergers import MOST_TO_UNDO
from kiosk.storage.names import keep_words
from kiosk.storage.records import Record
from kiosk.storage.refusing import NOBODY, SAME_PERSON

_RELATED = to_translate("They belong to each other, so they are two. Nothing was changed.")
_TOO_LATE = to_translate("There is nothing to take back any more.")
_CAME_ANEW = to_translate("The same person has come from another counter since. Nothing was changed.")
_NAME = ("name", "called_by", "pronunciation")
_MANNER = ("greet_by_name", "may_mention_age", "tread_gently_until", "deceased")


def merge(
    session: Session,
    keep: UUID,
    other: UUID,
    taken: Collection[Aspect],
    at: datetime,
    by: UUID | None = None,
) -> None:
    """Make the other one a part of whom we keep; of what differs, what is `taken` is as the other had it.

    `at` is an aware time, `by` one of the staff. Raises RefusedText with a sentence to translate where they
    are not two, or belong to each other.
    """
    before = rows_about(session, [keep, other])
    ours, theirs = (before.get(("customer", (id,))) for id in (keep, other))
    if ours is None or theirs is None:
        raise RefusedText(NOBODY)
    if keep == other:
        raise RefusedText(SAME_PERSON)
    if any(table == "relationship" and _is_between(row, keep, other) for (table, _), row in before.items()):
        raise RefusedText(_RELATED)
    Joining(session, before, keep, other, taken).join()
    session.execute(delete(NAME_WORD).where(NAME_WORD.c.customer_id == other))
    session.execute(delete(Customer).where(Customer.id == other))
    session.execute(update(Customer).where(Customer.id == keep).values(_as_one(ours, theirs, taken)))
    undo = difference(before, rows_about(session, [keep]))
    merger = {"id": other, "customer_id": keep, "key": theirs["key"], **{n: theirs[n] for n in _NAME}}
    kept = undo if len(undo) <= MOST_TO_UNDO else None
    session.execute(insert(Merger).values(**merger, at=at, staff_id=by, undo=kept))
    session.execute(update(Merger).where(Merger.at < at - UNDONE_FOR).values(undo=None))
    keep_words(session.connection(), [keep])


def unmerge(session: Session, customer_id: UUID, now: datetime) -> UUID:
    """Take back the newest merger of this customer; returns who is there again.

    Raises RefusedText with a sentence to translate where that is too late.
    """
    newest = next(iter(_mergers(session, customer_id)), None)
    if newest is None or newest.undo is None or now - newest.at > UNDONE_FOR:
        raise RefusedText(_TOO_LATE)
    if session.scalar(select(Customer.id).where(Customer.key == newest.key)) is not None:
        raise RefusedText(_CAME_ANEW)
    session.execute(delete(Merger).where(Merger.id == newest.id))
    take_back(session, newest.undo)
    keep_words(session.connection(), [customer_id, newest.id])
    other: UUID = newest.id
    return other


def merged_into(session: Session, customer_id: UUID, zone: tzinfo | None) -> tuple[Merged, ...]:
    """Who is one with them, the newest first, with the times in `zone`."""
    mergers = _mergers(session, customer_id)
    return tuple(
        Merged(one.name, one.called_by, one.at.astimezone(zone), one is mergers[0] and one.undo is not None)
        for one in mergers
    )


def merged_keys(session: Session) -> dict[str, str]:
    """The old keys of those who were merged, each with the key they have now."""
    keys = select(Merger.key, Customer.key).join(Customer, Customer.id == Merger.customer_id)
    return dict(session.execute(keys).all())


def forget_what_undoes(session: Session, customer_id: UUID) -> None:
    """Somebody is forgotten: nothing that would take a merger back may tell of them."""
    telling = Merger.undo.contains(str(customer_id))
    session.execute(update(Merger).where(telling).values(undo=None))


def _is_between(relationship: Record, keep: UUID, other: UUID) -> bool:
    return {relationship["customer_id"], relationship["other_id"]} == {keep, other}


def _mergers(session: Session, customer_id: UUID) -> Sequence[Row[Any]]:
    """The newest first."""
    theirs = select(*Merger.__table__.columns).where(Merger.customer_id == customer_id)
    return session.execute(theirs.order_by(Merger.at.desc(), Merger.id.desc())).all()


def _as_one(ours: Record, theirs: Record, taken: Collection[Aspect]) -> Record:
    """What there is one of: as it was of the one or the other, and with the shop since the earlier day."""
    values: Record = {}
    if Aspect.NAME in taken:
        values |= {name: theirs[name] for name in _NAME}
    elif ours["name"] == theirs["name"] and not ours["pronunciation"]:
        values["pronunciation"] = theirs["pronunciation"]
    if Aspect.MANNER in taken:
        values |= {name: theirs[name] for name in _MANNER}
    values["since"] = min(filter(None, [ours["since"], theirs["since"]]), default=None)
    asked = [one for one in (ours, theirs) if one["consent_on"] is not None]
    first = min(asked, key=lambda one: one["consent_on"], default=ours)
    values |= {name: first[name] for name in ("consent_on", "consent_by")}
    return values | {"known_in_all_shops": ours["known_in_all_shops"] and theirs["known_in_all_shops"]}
