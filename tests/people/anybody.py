"""Any facts at any moment, for what must hold for everybody."""

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.staff.members import Colleague

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NOWS = st.datetimes(
    datetime(1970, 1, 2),
    datetime(2100, 12, 30),
    timezones=st.sampled_from(
        [ZoneInfo(name) for name in ("Europe/London", "Asia/Kathmandu", "America/Adak")]
    ),
)
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC))
PEOPLE = st.uuids() | st.just(UUID(int=2))
TEXT = st.text(min_size=1, max_size=40)
WITHOUT_DIGITS = st.text(st.sampled_from("aeiou {}.?!"), min_size=1, max_size=20)


@st.composite
def important_dates(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXT) -> ImportantDate:
    """A date in any calendar, of which those of the Gregorian calendar exist."""
    calendar = draw(st.sampled_from(Calendar))
    in_a_leap_year = draw(st.dates(date(2000, 1, 1), date(2000, 12, 31)))
    gregorian = calendar is Calendar.GREGORIAN
    return ImportantDate(
        id=draw(st.uuids()),
        occasion=draw(st.sampled_from(Occasion)),
        month=in_a_leap_year.month,
        day=in_a_leap_year.day if gregorian else min(in_a_leap_year.day, 30),
        year=draw(st.none() | st.integers(1, 9999)),
        label=draw(st.just("") | text),
        calendar=calendar,
        leap_day=draw(st.sampled_from(LeapDay)),
        leap_month=not gregorian and draw(st.booleans()),
        wished=draw(st.frozensets(DAYS, max_size=2)),
        shared_with_deceased=draw(st.booleans()),
    )


def customers(text: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Customer]:
    """Anybody."""
    return st.builds(
        Customer,
        id=st.uuids(),
        key=text,
        name=text,
        called_by=text,
        pronunciation=st.just("") | text,
        may_mention_age=st.booleans(),
        greet_by_name=st.booleans(),
        since=st.none() | DAYS,
        tread_gently_until=st.none() | DAYS | st.just(date.max),
        deceased=st.booleans(),
    )


def facts(text: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Facts]:
    """Whatever may be kept about somebody; what people wrote is drawn from `text`."""
    dates = st.lists(important_dates(text), max_size=4).map(tuple)
    notes = st.builds(
        Note,
        id=st.uuids(),
        kind=st.sampled_from(NoteKind),
        text=text,
        written_at=TIMES,
        author=st.just("") | text,
        show_until=st.none() | DAYS,
        not_in_front_of=st.none() | PEOPLE,
    )
    companions = st.builds(
        Companion,
        customer=customers(text),
        kinds=st.frozensets(st.sampled_from(RelationshipKind), max_size=2),
        important_dates=dates,
        present=st.booleans(),
    )
    return st.builds(
        Facts,
        customer=customers(text),
        important_dates=dates,
        notes=st.lists(notes, max_size=5).map(tuple),
        gestures=st.lists(
            st.builds(Gesture, id=st.uuids(), what=text, at=TIMES, by=st.just("") | text), max_size=2
        ).map(tuple),
        visits=st.lists(TIMES, max_size=8).map(lambda visits: tuple(sorted(visits, reverse=True))),
        visit_count=st.integers(0, 2000),
        newest_visit=st.none() | TIMES,
        companions=st.lists(companions, max_size=3).map(tuple),
        last_greeted_by=st.none() | st.builds(Colleague, id=PEOPLE, name=text),
        by=st.none() | PEOPLE,
    )


FACTS = facts()
