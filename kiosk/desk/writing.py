"""Keeping what was done and what has just been learned."""

from dataclasses import replace
from uuid import UUID

from drivers import is_payment_card
from kiosk.desk.counter import Answer, Counter
from kiosk.people.drafts import Draft
from kiosk.people.taps import Tap
from kiosk.people.texts import RefusedText, tidy
from kiosk.storage.drafts import record_draft
from kiosk.storage.taps import record_tap, take_back


class Writing(Counter):
    """By one tap, or in one sentence."""

    def tapped(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Keep what one tap on a cue said has been done, and greet the customer anew with those present."""
        trouble = self._write(lambda session: record_tap(session, tap, self._clock()))
        return self._greet_anew(customer_id, trouble, present)

    def take_back(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Undo a tap, and greet the customer anew with those present."""
        return self._greet_anew(customer_id, self._write(lambda session: take_back(session, tap)), present)

    def write_down(self, customer_id: UUID, present: frozenset[UUID], draft: Draft) -> Answer:
        """Keep what has been learned about the draft's customer, and greet `customer_id` anew.

        The two differ where somebody else was greeted before the draft was done. When it cannot be kept
        the answer says so. Raises RefusedText for a text that is not kept as it is.
        """
        text, now = self._text(draft.text), self._clock()
        trouble = self._write(lambda session: record_draft(session, draft, text, now))
        if trouble:
            trouble = self._words.gettext("The note was not kept. {reason}").format(reason=trouble)
        return replace(self._greet_anew(customer_id, trouble, present), kept=not trouble)

    def _text(self, text: str) -> str:
        """A text as it may be kept. Raises RefusedText."""
        tidied = tidy(text, self._words)
        if is_payment_card(tidied):
            raise RefusedText(
                self._words.gettext("That looks like the number of a payment card, which is never kept.")
            )
        return tidied
