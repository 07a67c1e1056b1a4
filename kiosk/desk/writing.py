"""Keeping what was done and what has just been learned."""

from dataclasses import replace
from uuid import UUID

from kiosk.desk.counter import Answer, Counter
from kiosk.people.changing.drafts import Draft
from kiosk.people.changing.taps import Tap
from kiosk.storage.drafts import record_draft
from kiosk.storage.taps import record_tap, take_back


class Writing(Counter):
    """By one tap, or in one sentence."""

    def tapped(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Keep what one tap on a cue said has been done, and greet the customer anew with those present."""
        trouble = self._write(lambda session: record_tap(session, tap, self._clock(), self._by))
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
        trouble = self._write(lambda session: record_draft(session, draft, text, now, self._by))
        if trouble:
            trouble = self._words.gettext("The note was not kept. {reason}").format(reason=trouble)
        return replace(self._greet_anew(customer_id, trouble, present), kept=not trouble)
