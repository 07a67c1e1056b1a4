"""What has just been learned, in one sentence."""

from dataclasses import replace
from uuid import UUID

from kiosk.desk.answer import Answer
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.greetings import Greetings
from kiosk.desk.store import Store
from kiosk.desk.texts import Texts
from kiosk.people.changing.drafts import Draft
from kiosk.people.clock import Clock
from kiosk.people.words import Words
from kiosk.storage.drafts import record_draft


class Notes:
    """Notes as they are written at the counter."""

    def __init__(
        self, store: Store, words: Words, clock: Clock, who: AtCounter, greetings: Greetings
    ) -> None:
        self._store, self._words, self._clock = store, words, clock
        self._who, self._greetings, self._texts = who, greetings, Texts(words)

    def write(self, customer_id: UUID, present: frozenset[UUID], draft: Draft) -> Answer:
        """Keep what has been learned about the draft's customer, and greet `customer_id` anew.

        The two differ where somebody else was greeted before the draft was done. When it cannot be kept
        the answer says so. Raises RefusedText for a text that is not kept as it is.
        """
        text, now = self._texts.text(draft.text), self._clock()
        trouble = self._store.write(lambda session: record_draft(session, draft, text, now, self._who.id))
        if trouble:
            trouble = self._words.gettext("The note was not kept. {reason}").format(reason=trouble)
        return replace(self._greetings.greet_anew(customer_id, trouble, present), kept=not trouble)
