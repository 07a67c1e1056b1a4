"""What somebody was writing when a scan, the clock or trouble took its screen away."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from kiosk.people.words import Words
from kiosk.ui.configuration import Call
from kiosk.ui.screens.greeting.foot import Beside
from kiosk.ui.screens.ready import ReadyScreen

MOST = 8
"""So many are kept; the oldest goes when there are more."""


class Work(NamedTuple):
    """Something begun, which `go_on` puts on the glass again.

    `about` is the id of a customer or the number of a new card, `name` theirs, if they have one, and `title`
    names nobody.
    """

    about: UUID | str
    name: str
    title: str
    go_on: Call
    is_note: bool = False


class Unfinished:
    """All that waits to be finished, the newest first; the ready screen tells of it without a name."""

    def __init__(self, words: Words, ready: ReadyScreen) -> None:
        self._words, self._ready = words, ready
        self._works: list[Work] = []
        ready.bind(on_unfinished=lambda _: self._go_on(lambda _: True))

    def __len__(self) -> int:
        return len(self._works)

    def add(self, work: Work) -> None:
        """Something begun has to wait."""
        self._works = [work, *self._works][:MOST]
        self._tell()

    def drop(self, about: UUID) -> None:
        """Somebody is forgotten: nothing about them waits any more."""
        self._works = [work for work in self._works if work.about != about]
        self._tell()

    def note_waits(self, customer_id: UUID) -> bool:
        """True while a note about them waits."""
        return any(work.is_note and work.about == customer_id for work in self._works)

    def beside(self, customer_id: UUID | None) -> Beside:
        """What waits while this customer is greeted."""
        other = next((work for work in self._works if not _is_note_of(work, customer_id)), None)
        note = customer_id is not None and self.note_waits(customer_id)
        return Beside(note, None if other is None else other.name)

    def go_on_beside(self, customer_id: UUID | None) -> None:
        """Go on with the newest that is no note about this customer."""
        self._go_on(lambda work: not _is_note_of(work, customer_id))

    def go_on_with_note(self, customer_id: UUID) -> bool:
        """Go on with a note about this customer, if one waits; returns whether one did."""
        return self._go_on(lambda work: _is_note_of(work, customer_id))

    def go_on_with_card(self, number: str) -> bool:
        """Go on with whoever this new card is for, if they wait; returns whether they did."""
        return self._go_on(lambda work: work.about == number)

    def _go_on(self, wanted: Callable[[Work], bool]) -> bool:
        work = next((work for work in self._works if wanted(work)), None)
        if work is None:
            return False
        self._works.remove(work)
        self._tell()
        work.go_on()
        return True

    def _tell(self) -> None:
        count = len(self._works)
        several = self._words.ngettext("{n} thing waits", "{n} things wait", count).format(n=count)
        self._ready.show_unfinished(several if count > 1 else self._works[0].title if count else "")


def _is_note_of(work: Work, customer_id: UUID | None) -> bool:
    return work.is_note and work.about == customer_id
