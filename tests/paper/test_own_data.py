"""The sheet that somebody takes along: all that is kept about them can be read and copied from it."""

from datetime import date
from uuid import uuid4

from kiosk.locale import Speech, speech
from kiosk.paper.own_data import own_data_sheet
from kiosk.people.known.customers import Customer
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.profile.own_page import own_page_parts
from kiosk.people.profile.profile import KeptCard, KeptNote, Profile
from tests.paper.reading import Printed

TODAY = date(2026, 11, 24)


def profile(notes: int, called_by: str = "Jack") -> Profile:
    """Somebody about whom so many notes are kept."""
    from datetime import UTC, datetime

    at = datetime(2026, 11, 4, tzinfo=UTC)
    kept = [Note(id=uuid4(), kind=NoteKind.REMEMBER, text=f"Note {n}", written_at=at) for n in range(notes)]
    return Profile(
        customer=Customer(id=uuid4(), key="jack", name="Jack Okafor", called_by=called_by),
        notes=tuple(KeptNote(note) for note in kept),
        cards=(KeptCard(id=uuid4(), number="2900000000018"),),
    )


def test_all_of_it_stands_on_the_sheet(words: Speech) -> None:
    jack = profile(3)
    [text] = Printed(own_data_sheet(jack, "Corner Bakery", TODAY, words)).texts()
    assert "Dear Jack, this is what we remember" in text
    assert "24 November 2026 · Corner Bakery" in text
    assert "This is yours." in text
    for part in own_page_parts(jack, words, to_take_along=True):
        assert [
            line for line in (part.heading, *(line.text for line in part.lines)) if line not in text
        ] == []


def test_much_flows_on_over_the_pages_and_nothing_is_lost(words: Speech) -> None:
    printed = Printed(own_data_sheet(profile(150), "", TODAY, words))
    texts = printed.texts()
    assert len(texts) > 1
    assert [n for n in range(150) if not any(f"Note {n} ·" in text for text in texts)] == []


def test_it_can_be_printed_in_arabic() -> None:
    [text] = Printed(own_data_sheet(profile(1, "نزار"), "", TODAY, speech("ar"))).texts()
    assert "2900000000018" in text
