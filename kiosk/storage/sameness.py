"""What makes two records the same fact, whatever their ids: the counter and the shop file agree on it."""

from collections.abc import Hashable, Mapping
from typing import Any

from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.relationships import told_from_both_sides


def which_date(record: Mapping[str, Any]) -> Hashable:
    """Whose date, and which of theirs: of birthdays there is one in a calendar, whatever its day."""
    whose = frozenset({record["customer_id"], record["shared_with_id"]})
    if record["occasion"] is Occasion.BIRTHDAY:
        return whose, record["occasion"], record["calendar"]
    what = ("occasion", "label", "calendar", "month", "day", "leap_month")
    return whose, *(record[column] for column in what)


def which_relationship(record: Mapping[str, Any]) -> Hashable:
    """Told from the one side or the other."""
    return told_from_both_sides(record["customer_id"], record["other_id"], record["kind"])


def which_two(record: Mapping[str, Any]) -> Hashable:
    """Two people, whoever stands first."""
    return frozenset({record["customer_id"], record["other_id"]})
