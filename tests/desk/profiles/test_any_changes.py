"""Whatever is done at the counter, in whatever order: the shop goes out to a file and comes back the same."""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.desk import Desk
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.locale import Speech
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.changing import changes
from kiosk.people.changing.changes import Change, ChangeNames, KeepDate
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.profile import Profile
from kiosk.people.texts import RefusedText
from kiosk.storage import people
from kiosk.storage.file.database import Database
from tests.desk.profiles.kept import PEOPLE

# Few of each, so that the same is told again and again, by the same clock.
TEXTS = st.sampled_from(["", "the boat", "Crème brûlée", "Hawaii trip", "نزار"])
DAYS = st.sampled_from([date(2026, 12, 1), date(2027, 1, 1)])
Do = Callable[[Desk], object]


def choose(data: st.DataObject, *of: Any) -> Any:
    return data.draw(st.sampled_from(of))


def any_date(data: st.DataObject, profile: Profile, others: list[UUID]) -> KeepDate:
    kept = [one.important.id for one in profile.important_dates]
    return KeepDate(
        id=choose(data, None, *kept),
        occasion=choose(data, *Occasion),
        label=data.draw(TEXTS),
        day=choose(data, 1, 29, 30, 31),
        month=choose(data, 1, 2, 6, 12, 13),
        year=choose(data, None, 1984, 5784),
        calendar=choose(data, *Calendar),
        leap_day=choose(data, *LeapDay),
        leap_month=data.draw(st.booleans()),
        shared_with=choose(data, None, *others),
    )


def any_change(data: st.DataObject, profile: Profile, others: list[UUID]) -> Change:
    """One of those that can be made on this page."""
    dates = [one.important.id for one in profile.important_dates]
    notes = [kept.note.id for kept in profile.notes]
    gestures = [gesture.id for gesture in profile.gestures]
    possible: list[Callable[[], Change]] = [
        lambda: ChangeNames(data.draw(TEXTS), data.draw(TEXTS), data.draw(TEXTS)),
        lambda: changes.ChangeManner(False, True, data.draw(DAYS), data.draw(st.booleans())),
        lambda: changes.Consent(data.draw(st.booleans())),
        lambda: any_date(data, profile, others),
        lambda: changes.Relate(choose(data, *others), choose(data, *RelationshipKind)),
    ]
    if dates:
        possible += [lambda: changes.DropDate(choose(data, *dates))]
    if notes:
        possible += [
            lambda: changes.ChangeNote(
                id=choose(data, *notes),
                kind=choose(data, *NoteKind),
                text=data.draw(TEXTS),
                show_until=choose(data, None, date(2027, 1, 1)),
                not_in_front_of=choose(data, None, *others),
            ),
            lambda: changes.DropNote(choose(data, *notes)),
            lambda: changes.CloseNote(choose(data, *notes)),
            lambda: changes.ReopenNote(choose(data, *notes)),
        ]
    if gestures:
        possible += [
            lambda: changes.ChangeGesture(choose(data, *gestures), data.draw(TEXTS)),
            lambda: changes.DropGesture(choose(data, *gestures)),
        ]
    if profile.relations:
        possible += [lambda: changes.Unrelate(choose(data, *[one.id for one in profile.relations]))]
    if profile.cards:
        ids = [card.id for card in profile.cards]
        possible += [
            lambda: changes.RetireCard(choose(data, *ids)),
            lambda: changes.ReviveCard(choose(data, *ids)),
        ]
    change: Change = choose(data, *possible)()
    return change


def anything(data: st.DataObject, desk: Desk, who: list[UUID]) -> None:
    """One thing that is done at the counter, by one of few people; `who` forgets whom the desk forgets."""
    one = choose(data, *who)
    profile, others = desk.profiles.of(one), [other for other in who if other != one]
    what = choose(data, *["change"] * 6, "write", "forget")
    with suppress(RefusedText):
        if what == "change":
            desk.profiles.change(one, any_change(data, profile, others))
        elif what == "write":
            draft = Draft(choose(data, *DraftKind), data.draw(TEXTS), profile.customer)
            desk.notes.write(one, frozenset(), draft)
        elif len(who) > 3:
            desk.profiles.erase(one)
            who.remove(one)


@pytest.fixture(scope="session")
def shops(
    filled_file: Path, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], tuple[Database, Database]]:
    """A filled shop and an empty one, new each time."""
    folder = tmp_path_factory.mktemp("shops")

    def shops() -> tuple[Database, Database]:
        shutil.copy(filled_file, folder / "here.db")
        shutil.copy(empty_file, folder / "elsewhere.db")
        return Database(f"sqlite:///{folder / 'here.db'}"), Database(f"sqlite:///{folder / 'elsewhere.db'}")

    return shops


@settings(max_examples=15, deadline=None)
@given(data=st.data(), length=st.integers(1, 20))
def test_the_shop_is_the_same_bytes_here_and_elsewhere_after_any_changes(
    data: st.DataObject,
    length: int,
    shops: Callable[[], tuple[Database, Database]],
    words: Speech,
    now: datetime,
    managed: Callable[[Desk], Desk],
    exported: Callable[[Database], str],
) -> None:
    here, elsewhere = shops()
    with closing(here), closing(elsewhere):
        desk = managed(Desk(here, words, lambda: now))
        with here.reading() as session:
            who = list(people.customer_ids(session, [person["key"] for person in PEOPLE]).values())
        who.sort()
        for _ in range(length):
            anything(data, desk, who)
        once = exported(here)
        for database in (here, elsewhere):
            load(database, shop_file.read(once), now=now)
            assert exported(database) == once
