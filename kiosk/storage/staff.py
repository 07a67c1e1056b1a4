"""Who works here, and how they show it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.staff.members import Role, StaffMember
from kiosk.storage.models import Staff
from kiosk.storage.records import save

# So few digits can never look like a payment card.
_KEY_DIGITS = 10

_HERE = Staff.left_at.is_(None)
_MEMBERS = select(
    Staff.id, Staff.name, Staff.role, Staff.pin_hash.is_not(None), Staff.badge.is_not(None)
).where(_HERE)


class Tries(NamedTuple):
    """What is kept of somebody's PIN: its hash, and the wrong tries in a row since it was last right."""

    pin_hash: str | None
    wrong_tries: int
    tried_at: datetime | None


def members(session: Session) -> list[StaffMember]:
    """Everybody who works here, by name."""
    return [StaffMember(*row) for row in session.execute(_MEMBERS.order_by(Staff.name, Staff.key))]


def member(session: Session, id: UUID) -> StaffMember | None:
    """Somebody who works here; None for whoever left."""
    return _one(session, _MEMBERS.where(Staff.id == id))


def with_badge(session: Session, numbers: Sequence[str]) -> StaffMember | None:
    """Whose badge it is, under any of these spellings of its number."""
    return _one(session, _MEMBERS.where(Staff.badge.in_(numbers)))


def badges(session: Session) -> set[str]:
    """The numbers of all badges."""
    return {badge for badge in session.scalars(select(Staff.badge)) if badge is not None}


def keys(session: Session) -> dict[str, UUID]:
    """The ids of those who work here by their keys."""
    return dict(session.execute(select(Staff.key, Staff.id).where(_HERE).order_by(Staff.key)).all())


def tries(session: Session, id: UUID, to_change: bool = False) -> Tries:
    """What is kept of the PIN of somebody who works here; `to_change` keeps others from it meanwhile."""
    kept = select(Staff.pin_hash, Staff.wrong_tries, Staff.tried_at).where(Staff.id == id)
    if to_change:
        kept = kept.with_for_update()
    return Tries(*session.execute(kept).one())


def count_try(session: Session, id: UUID, at: datetime) -> None:
    """One more wrong try, unless it turns out to be right."""
    change(session, id, wrong_tries=Staff.wrong_tries + 1, tried_at=at)


def has_another_manager(session: Session, id: UUID) -> bool:
    """Tell whether a manager with a PIN works here beside this one."""
    others = exists().where(_HERE, Staff.role == Role.MANAGER, Staff.pin_hash.is_not(None), Staff.id != id)
    return bool(session.scalar(select(others)))


def hire(session: Session, name: str, role: Role) -> UUID:
    """Keep somebody new; returns their id."""
    id = uuid7()
    save(session, "staff", [{"id": id, "key": f"s{id.hex[-_KEY_DIGITS:]}", "name": name, "role": role}])
    return id


def change(session: Session, id: UUID, **columns: Any) -> None:
    """Keep something else about somebody."""
    session.execute(update(Staff).where(Staff.id == id).values(**columns))


def leave(session: Session, id: UUID, at: datetime) -> None:
    """Somebody works here no longer: their name stays with what they wrote, and nothing lets them in."""
    change(session, id, left_at=at, badge=None, pin_hash=None, wrong_tries=0, tried_at=None)


def _one(session: Session, who: Select[UUID, str, Role, bool, bool]) -> StaffMember | None:
    row = session.execute(who).first()
    return None if row is None else StaffMember(*row)
