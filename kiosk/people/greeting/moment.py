"""One customer at one moment: what of the facts counts now."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kiosk.people.greeting import celebrations, visits
from kiosk.people.greeting.celebrations import Celebration
from kiosk.people.greeting.rhythm import Rhythm, rhythm
from kiosk.people.known import notes
from kiosk.people.known.companions import Companion
from kiosk.people.known.facts import Facts
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note, NoteKind


class Feast(NamedTuple):
    """A celebration, and whose it is: a companion's, or (None) the customer's own."""

    celebration: Celebration
    companion: Companion | None = None


@dataclass(frozen=True)
class Moment:
    """The facts about one customer seen at `now`, an aware time in the shop's zone.

    Everything is worked out when it is first asked for, and once: cues, chips and the line to say
    all go by the same answer. In a tender time there is nothing to celebrate, whoever's it is.
    """

    facts: Facts
    now: datetime

    @property
    def today(self) -> date:
        """The day in the shop's zone."""
        return self.now.date()

    @cached_property
    def is_tender(self) -> bool:
        """True while a loss or a separation asks for a quiet welcome."""
        return self.facts.customer.needs_gentleness(self.today)

    def notes(self, kind: NoteKind) -> list[Note]:
        """The open notes of one kind that may be shown in this company; the oldest first."""
        return [note for note in self._notes if note.kind is kind]

    @cached_property
    def feasts(self) -> list[Feast]:
        """Of the customer and those who came along: today's, then those passed and not wished."""
        here = (self._feasts_of(companion) for companion in self._companions if companion.present)
        own = (Feast(celebration) for celebration in celebrations.due(self._near, self.today))
        return sorted(chain(own, *here), key=lambda feast: feast.celebration.on, reverse=True)

    @cached_property
    def feasts_at_home(self) -> list[Feast]:
        """The same of a partner or a child who did not come along."""
        away = (self._feasts_of(c) for c in self._companions if c.is_near and not c.present)
        return sorted(chain(*away), key=lambda feast: feast.celebration.on, reverse=True)

    @cached_property
    def coming(self) -> list[Celebration]:
        """The customer's own celebrations of the next days; the nearest first."""
        return celebrations.coming(self._near, self.today)

    @cached_property
    def known_since(self) -> int | None:
        """The earlier year since which they are with the shop, whatever visits were written down."""
        since = self.facts.customer.since
        return since.year if since is not None and since.year < self.today.year else None

    @cached_property
    def visit_number(self) -> int:
        """The number of this visit: 1 for the first."""
        return self.facts.visit_count + (visits.visit_under_way(self.facts.visits, self.now) is None)

    @cached_property
    def away_since(self) -> date | None:
        """The day of the last visit, where that is long ago by their habit and the clock can be believed."""
        if self._clock_is_behind:
            return None
        newest = self._earlier[: visits.ENOUGH_FOR_HABIT]
        days = [at.astimezone(self.now.tzinfo).date() for at in newest]
        return None if visits.days_away(days, self.today) is None else days[0]

    @property
    def was_here_today(self) -> bool:
        """True when a visit of today is kept already."""
        latest = next((at for at in self.facts.visits if at <= self.now), None)
        return latest is not None and latest.astimezone(self.now.tzinfo).date() == self.today

    @property
    def has_habit(self) -> bool:
        """True where there are visits enough to measure an absence by."""
        return len(self._earlier) >= visits.HABIT_VISITS

    @cached_property
    def rhythm(self) -> Rhythm | None:
        """When they usually come, where they do and the clock can be believed."""
        return None if self._clock_is_behind else rhythm(self._earlier, self.now)

    @cached_property
    def _notes(self) -> list[Note]:
        return notes.shown(self.facts.notes, self.now, self.facts.present)

    @cached_property
    def _near(self) -> list[Celebration]:
        return self._celebrated(self.facts.important_dates)

    @cached_property
    def _companions(self) -> list[Companion]:
        return [c for c in self.facts.companions if c.can_be_named and not self._is_tender_for(c)]

    @cached_property
    def _earlier(self) -> list[datetime]:
        return visits.earlier(self.facts.visits, self.now)

    @cached_property
    def _clock_is_behind(self) -> bool:
        return self.facts.clock_is_behind(self.now)

    def _is_tender_for(self, companion: Companion) -> bool:
        return companion.customer.needs_gentleness(self.today)

    def _feasts_of(self, companion: Companion) -> list[Feast]:
        """A wedding of the two is the customer's; the companion's, too, who is here once that was wished."""
        theirs = celebrations.due(self._celebrated(companion.important_dates), self.today)
        own = {c.important.id for c in self._near if not (c.wished and companion.present)}
        return [Feast(c, companion) for c in theirs if c.important.id not in own]

    def _celebrated(self, dates: tuple[ImportantDate, ...]) -> list[Celebration]:
        return [] if self.is_tender else celebrations.near(dates, self.today)
