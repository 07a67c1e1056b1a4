"""Everything kept about somebody, for the storyboards of the editors."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.people.profile.profile import Profile
from kiosk.storage.file.opening import open_current
from kiosk.storage.profiles import profile_of
from tests.ui.counter import Counter


def profile(counter: Counter, number: str, database_file: Path) -> Profile:
    """Of whose card this is, who is greeted first."""
    counter.scans(number)
    who = counter.app.flows.serving.customer
    assert who is not None
    database, _ = open_current(f"sqlite:///{database_file}", datetime.now(UTC))
    with database.reading() as session:
        found = profile_of(session, who.id, counter.now.tzinfo)
    database.close()
    assert found is not None
    return found
