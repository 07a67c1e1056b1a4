"""Days and times as the shop file writes them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kiosk.people.known.customers import OPEN_ENDED
from kiosk.shape import quote

RETIRED_BECAUSE = ("lost", "replaced")

# At the ends of what Python can count there is no room for another time zone, or for a week ahead.
_YEARS = range(2, 9999)


def parse_day(text: str) -> date:
    """An ISO date. Raises ValueError with a reason."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{quote(text)} is not a day of the calendar, written like 2026-11-24") from None


def parse_time(text: str, zone: ZoneInfo) -> datetime:
    """An ISO time to the second, in UTC; without an offset it is in `zone`.

    Raises ValueError with a reason.
    """
    try:
        time = datetime.fromisoformat(text)
        aware = time if time.tzinfo is not None else time.replace(tzinfo=zone)
        utc = aware.astimezone(UTC).replace(microsecond=0)
        if utc.year not in _YEARS:
            raise ValueError
        return utc
    except (ValueError, OverflowError):
        raise ValueError(f"{quote(text)} is not a time, written like 2026-11-24T09:14") from None


def write_time(time: datetime, zone: ZoneInfo) -> str:
    """The time in `zone`, without an offset unless the hour struck twice and this is the second one."""
    local = time.astimezone(zone)
    text = local.replace(tzinfo=None).isoformat(timespec="seconds" if local.second else "minutes")
    return text if parse_time(text, zone) == time else local.isoformat(timespec="seconds")


def parse_gentle(text: str | None) -> date | None:
    """`tread_gently`: null, "open", or the day until which. Raises ValueError."""
    if text is None:
        return None
    return OPEN_ENDED if text == "open" else parse_day(text)


def write_gentle(until: date | None) -> str | None:
    """The other way round."""
    if until is None:
        return None
    return "open" if until == OPEN_ENDED else until.isoformat()


def check_retired(text: str | None, zone: ZoneInfo) -> None:
    """`retired`: null, a time, a reason, or both with a space between. Raises ValueError."""
    if text is None or text in RETIRED_BECAUSE:
        return
    time, _, reason = text.partition(" ")
    if reason and reason not in RETIRED_BECAUSE:
        raise ValueError(f"{quote(reason)} is not a reason; use {' or '.join(RETIRED_BECAUSE)}")
    parse_time(time, zone)
