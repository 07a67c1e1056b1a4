"""All about one person: reading it, changing it, and forgetting them."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.desk.at_counter import AtCounter
from kiosk.desk.forgetting import forget
from kiosk.desk.others import Caution
from kiosk.desk.store import Store
from kiosk.desk.texts import Texts
from kiosk.people.calendars.possible_days import refuse_impossible
from kiosk.people.calendars.years import known_year
from kiosk.people.changing import changes
from kiosk.people.changing.changes import Change
from kiosk.people.clock import Clock
from kiosk.people.finding import Found, found
from kiosk.people.profile.profile import Profile
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.changing import make_change
from kiosk.storage.finding import last_visits
from kiosk.storage.long_gone import UNASKED, long_gone, never_asked
from kiosk.storage.profiles import profile_of
from kiosk.storage.refusing import NOBODY, SAME_PERSON
from kiosk.storage.trouble import StorageTrouble


class Profiles:
    """Everything kept about one person."""

    def __init__(self, store: Store, words: Words, clock: Clock, who: AtCounter, caution: Caution) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self._caution, self._texts = caution, Texts(words)

    def of(self, customer_id: UUID) -> Profile:
        """All of it. Raises RefusedText where they are not kept any more, or names alone are shown."""
        self._caution.refuse()
        with self._store.reading() as session:
            profile = profile_of(session, customer_id, self._clock().tzinfo)
        if profile is None:
            raise RefusedText(self._words.gettext(NOBODY))
        return profile

    def change(self, customer_id: UUID, *several: Change) -> Profile:
        """Make changes, all of them or none, and return what is kept now.

        Raises RefusedText for what is not kept as it is, or where another counter took away what it is
        about, and StorageTrouble where it cannot be written; nothing is changed then.
        """
        checked, now = [self._checked_change(customer_id, change) for change in several], self._clock()

        def make(session: Session) -> None:
            for change in checked:
                make_change(session, customer_id, change, now, self._who.id)

        try:
            self._store.keep(make)
        except RefusedText as refused:
            raise RefusedText(self._words.gettext(str(refused))) from None
        return self.of(customer_id)

    def erase(self, customer_id: UUID) -> str:
        """Forget somebody, as `forget` does. Raises ManagersOnly, too."""
        self._who.require_manager()
        return self._forget(customer_id)

    def decline(self, customer_id: UUID) -> str:
        """Forget somebody who was asked for the first time, and said no: anybody at the counter may.

        Raises ManagersOnly where they had said yes before.
        """
        with self._store.reading() as session:
            customer = people.customers(session, [customer_id]).get(customer_id)
        if customer is not None and customer.consent_on is not None:
            self._who.require_manager()
        return self._forget(customer_id)

    def _forget(self, customer_id: UUID) -> str:
        if self._store.database.read_only:
            raise StorageTrouble(self._store.standing_trouble())
        return forget(self._store.database, customer_id, self._words, self._clock())

    def forgettable(self, most: int) -> list[Found]:
        """Who has not come for two years, the longest gone first, and who was not asked for a month.

        The dead are not among them.
        """
        now = self._clock()
        with self._store.reading() as session:
            gone = dict(long_gone(session, now)[:most])
            unasked = [id for id in never_asked(session, now - UNASKED) if id not in gone][: most - len(gone)]
            visits = last_visits(session, unasked, now)
            customers = people.customers(session, [*gone, *unasked])
        not_asked = self._words.gettext("not asked yet")
        days = {id: visits[id].astimezone(now.tzinfo).date() if id in visits else None for id in unasked}
        return [
            *(found(customers[id], last, now.date(), self._words) for id, last in gone.items()),
            *(
                found(customers[id], last, now.date(), self._words).because(not_asked)
                for id, last in days.items()
            ),
        ]

    def _checked_change(self, customer_id: UUID, change: Change) -> Change:
        """The change as it may be kept. Raises RefusedText."""
        match change:
            case changes.ChangeNames(name, called_by, pronunciation):
                full = self._texts.name(name)
                return changes.ChangeNames(
                    full, self._texts.name_or_none(called_by) or full, self._texts.name_or_none(pronunciation)
                )
            case changes.KeepDate():
                self._refuse_oneself(customer_id, change.shared_with)
                date = replace(change, year=known_year(change.year, change.calendar))
                refuse_impossible(date, date.calendar, self._clock().date(), self._words)
                return replace(date, label=self._texts.text_or_none(date.label))
            case changes.ChangeNote():
                self._refuse_oneself(customer_id, change.not_in_front_of)
                return replace(change, text=self._texts.text(change.text))
            case changes.ChangeGesture():
                return replace(change, what=self._texts.text(change.what))
            case changes.Relate():
                self._refuse_oneself(customer_id, change.other_id)
        return change

    def _refuse_oneself(self, customer_id: UUID, other_id: UUID | None) -> None:
        if customer_id == other_id:
            raise RefusedText(self._words.gettext(SAME_PERSON))
