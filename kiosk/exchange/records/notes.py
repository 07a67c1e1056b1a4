"""What was written down about somebody, and what was brought or given. What says no time is of now."""

from datetime import datetime
from uuid import UUID

from kiosk.exchange import shop_file as file
from kiosk.exchange.reader import Reader
from kiosk.exchange.records.records import Records, add
from kiosk.exchange.shop_file import ShopFileError


def add_note(records: Records, read: Reader, at: str, owner: UUID, note: file.Note, now: datetime) -> None:
    """Add a note about a customer, and that it was closed."""
    text = read.sentence(f"{at}.text", note.text)
    written_at = read.time(f"{at}.written_at", note.written_at)
    id = read.id("note", owner, note.kind, text, written_at)
    add(
        records,
        "note",
        id=id,
        customer_id=owner,
        kind=note.kind,
        text=text,
        author_id=read.staff(f"{at}.author", note.author),
        written_at=written_at or now,
        show_until=read.day(f"{at}.show_until", note.show_until),
        not_in_front_of_id=read.another_person(f"{at}.not_in_front_of", owner, note.not_in_front_of),
    )
    closed_by = read.staff(f"{at}.closed_by", note.closed_by)
    if note.closed_at is not None:
        closed_at = read.time(f"{at}.closed_at", note.closed_at)
        add(records, "closing", id=read.id("closing", id), note_id=id, at=closed_at, staff_id=closed_by)
    elif closed_by is not None:
        raise ShopFileError(f"{at}.closed_by: a note that was closed also says when, in “closed_at”.")


def add_gesture(
    records: Records, read: Reader, at: str, owner: UUID, gesture: file.Gesture, now: datetime
) -> None:
    """Add what a customer brought us, or we gave them, and that they were thanked."""
    what = read.sentence(f"{at}.what", gesture.what)
    time = read.time(f"{at}.at", gesture.at)
    id = read.id("gesture", owner, gesture.direction, what, time)
    add(
        records,
        "gesture",
        id=id,
        customer_id=owner,
        direction=gesture.direction,
        what=what,
        at=time or now,
        staff_id=read.staff(f"{at}.by", gesture.by),
    )
    if gesture.thanked_at is not None:
        thanked_at = read.time(f"{at}.thanked_at", gesture.thanked_at)
        add(records, "thanks", id=read.id("thanks", id), gesture_id=id, at=thanked_at)
