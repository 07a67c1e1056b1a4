"""A card nobody has yet: a new face, or another card of somebody who is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from drivers import CardPattern, Reason, Refusal, Scan, Symbology, card_number
from kiosk.desk.answer import Answer
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.greetings import Greetings
from kiosk.desk.store import Store
from kiosk.desk.texts import Texts
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.clock import Clock
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage.newcomers import move_card, record_newcomer

_A_LEAP_YEAR = 2000


class Newcomers:
    """Gives an unknown card to somebody; a known card is answered as a scan of it."""

    def __init__(
        self,
        store: Store,
        words: Words,
        clock: Clock,
        who: AtCounter,
        greetings: Greetings,
        own: Sequence[CardPattern],
    ) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self._greetings, self._own, self._texts = greetings, own, Texts(words)

    def keep(self, number: str, symbology: Symbology | None, newcomer: Newcomer) -> Answer:
        """Keep a new person, who is happy for us to remember them, with their card, and welcome them.

        When they cannot be kept the answer says so. Raises RefusedText for what is not kept as it is.
        """
        told, now = self._checked(newcomer), self._clock()
        if (taken := self._taken(number, symbology)) is not None:
            return taken
        trouble = self._store.write(
            lambda session: record_newcomer(session, told, number, symbology, now, self._who.id)
        )
        if trouble:
            return Answer(Greeting(Outcome.UNKNOWN), self._not_kept(trouble))
        return self._greetings.welcome(Scan(number, symbology, 0.0))

    def replace_card(self, customer_id: UUID, number: str, symbology: Symbology | None) -> Answer:
        """Give a customer a new card in place of the ones they have, and welcome them as by a scan of it.

        When it cannot be kept they are greeted all the same, and the answer says so.
        """
        if (taken := self._taken(number, symbology)) is not None:
            return taken
        before, now = self._greetings.greet_anew(customer_id, ""), self._clock()
        if before.greeting.outcome is Outcome.DECEASED:
            return before
        trouble = self._store.write(lambda session: move_card(session, customer_id, number, symbology, now))
        if trouble:
            return replace(before, trouble=self._not_kept(trouble))
        return self._greetings.welcome(Scan(number, symbology, 0.0))

    def _taken(self, number: str, symbology: Symbology | None) -> Answer | None:
        """What a scan of this card leads to; None for a card of ours that nobody has."""
        card = card_number(number, symbology, self._own)
        scan = Scan(number, symbology, 0.0)
        answer = self._greetings.welcome(
            Refusal(card, len(number), 0.0) if isinstance(card, Reason) else scan
        )
        return None if answer.greeting.outcome is Outcome.UNKNOWN else answer

    def _checked(self, newcomer: Newcomer) -> Newcomer:
        called_by = self._texts.name(newcomer.called_by)
        said = self._texts.name_or_none(newcomer.pronunciation)
        if newcomer.birthday is not None:
            self._check_day(*newcomer.birthday)
        return replace(newcomer, called_by=called_by, pronunciation=said)

    def _check_day(self, day: int, month: int) -> None:
        try:
            date(_A_LEAP_YEAR, month, day)
        except ValueError:
            raise RefusedText(self._words.gettext("There is no such day in that month.")) from None

    def _not_kept(self, trouble: str) -> str:
        return self._words.gettext("The card was not kept. {reason}").format(reason=trouble)
