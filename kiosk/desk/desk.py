"""The desk: everything that can happen at the counter, put together."""

from datetime import datetime

from kiosk.desk.finding import Finding
from kiosk.desk.newcomers import Newcomers
from kiosk.desk.pausing import Pausing
from kiosk.desk.portraying import Portraying
from kiosk.desk.staffing import Staffing
from kiosk.people.briefing import Briefing, brief
from kiosk.people.today import Today
from kiosk.storage import today
from kiosk.storage.briefing import facts_for_briefing


class Desk(Newcomers, Finding, Staffing, Pausing, Portraying):
    """One method an event; what it is made of is told at `Counter`."""

    def briefing(self, at: datetime) -> Briefing:
        """What to have in mind before opening, at `at`."""
        with self._database.reading() as session:
            people_in_mind = list(facts_for_briefing(session, at))
        return brief(people_in_mind, at, self._words)

    def today(self) -> Today:
        """What the ready screen tells."""
        with self._database.reading() as session:
            return today.today(session, self._clock())
