"""All about one person: reading it, changing it, and forgetting them."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.desk.signing_in import SigningIn
from kiosk.people.calendars.possible_days import refuse_impossible
from kiosk.people.changing import changes
from kiosk.people.changing.changes import Change
from kiosk.people.finding import Found, found
from kiosk.people.remembered.files_left import files_left
from kiosk.people.remembered.portrait import Portrait
from kiosk.people.texts import RefusedText
from kiosk.storage import people
from kiosk.storage.changing import make_change
from kiosk.storage.erasing import erase, finish_erasing
from kiosk.storage.file.written import still_there
from kiosk.storage.long_gone import long_gone
from kiosk.storage.portraits import portrait_of
from kiosk.storage.refusing import NOBODY
from kiosk.storage.trouble import StorageTrouble


class Portraying(SigningIn):
    """Everything kept about one person."""

    def portrait(self, customer_id: UUID) -> Portrait:
        """All of it. Raises RefusedText where they are not kept any more."""
        with self._database.reading() as session:
            portrait = portrait_of(session, customer_id, self._clock().tzinfo)
        if portrait is None:
            raise RefusedText(self._words.gettext(NOBODY))
        return portrait

    def change(self, customer_id: UUID, *several: Change) -> Portrait:
        """Make changes, all of them or none, and return what is kept now.

        Raises RefusedText for what is not kept as it is, or where another counter took away what it is
        about, and StorageTrouble where it cannot be written; nothing is changed then.
        """
        checked, now = [self._checked_change(customer_id, change) for change in several], self._clock()

        def make(session: Session) -> None:
            for change in checked:
                make_change(session, customer_id, change, now, self._by)

        try:
            self._keep(make)
        except RefusedText as refused:
            raise RefusedText(self._words.gettext(str(refused))) from None
        return self.portrait(customer_id)

    def erase(self, customer_id: UUID) -> str:
        """Forget somebody: everything about them, to the last byte; there is no way back.

        Returns a sentence where bytes of theirs are still to be written over, which the next start does,
        or the next erasing, or where files lie elsewhere that may name them. Raises ManagersOnly, or
        StorageTrouble where nothing could be removed.
        """
        self._managers_only()
        if self._database.read_only:
            raise StorageTrouble(self.standing_trouble())
        erase(self._database, customer_id)
        try:
            finish_erasing(self._database)
        except StorageTrouble as trouble:
            unfinished = self._words.gettext(
                "They are forgotten. The last traces in the data file go at the next start. {reason}"
            )
            return unfinished.format(reason=self._words.gettext(str(trouble)))
        # What was written with commands, to paths of somebody’s own, is theirs to delete.
        files = still_there(self._database.file) if self._database.file is not None else []
        return files_left(files, self._words)

    def forgettable(self, most: int) -> list[Found]:
        """Who has not come for two years, the longest gone first; the dead are not among them."""
        now = self._clock()
        with self._database.reading() as session:
            gone = dict(long_gone(session, now)[:most])
            customers = people.customers(session, list(gone))
        return [found(customers[id], last, now.date(), self._words) for id, last in gone.items()]

    def _checked_change(self, customer_id: UUID, change: Change) -> Change:
        """The change as it may be kept. Raises RefusedText."""
        match change:
            case changes.ChangeNames(name, called_by, pronunciation):
                full = self._name(name)
                return changes.ChangeNames(
                    full, self._name_or_none(called_by) or full, self._name_or_none(pronunciation)
                )
            case changes.KeepDate():
                self._refuse_oneself(customer_id, change.shared_with)
                refuse_impossible(change, change.calendar, self._clock().date(), self._words)
                return replace(change, label=self._text_or_none(change.label))
            case changes.ChangeNote():
                self._refuse_oneself(customer_id, change.not_in_front_of)
                return replace(change, text=self._text(change.text))
            case changes.ChangeGesture():
                return replace(change, what=self._text(change.what))
            case changes.Relate():
                self._refuse_oneself(customer_id, change.other_id)
        return change

    def _refuse_oneself(self, customer_id: UUID, other_id: UUID | None) -> None:
        if customer_id == other_id:
            raise RefusedText(self._words.gettext("That is the same person."))
