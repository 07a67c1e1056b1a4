"""The shop file, format 1: its shape, read strictly and written so that two can be compared."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from unicodedata import normalize

import msgspec
from msgspec import Meta, Struct, field

from kiosk import shape
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.staff.members import Role
from kiosk.people.texts import MOST_CHARACTERS

Key = Annotated[str, Meta(min_length=1, max_length=200)]
Name = Annotated[str, Meta(min_length=1, max_length=MOST_IN_A_NAME)]
ShortText = Annotated[str, Meta(max_length=MOST_CHARACTERS)]
Day = str
"""An ISO date."""
Time = str
"""An ISO time; without an offset it is in the shop's time zone."""


BEGINNING = b'{\n  "customers": ['
"""How every file begins that is written here: its keys are sorted."""


class ShopFileError(Exception):
    """A shop file cannot be used; the message names the place in it and what is wrong there."""


class _Entry(Struct, forbid_unknown_fields=True, frozen=True):
    """A part of the file: keys that are not known are refused."""


class Shop(_Entry, frozen=True, kw_only=True):
    name: Annotated[str, Meta(max_length=60)] = ""
    time_zone: str = ""


class Staff(_Entry, frozen=True, kw_only=True):
    key: Key
    name: Name
    role: Role = Role.STAFF


class Consent(_Entry, frozen=True, kw_only=True):
    on: Day
    by: Key | None = None


class Card(_Entry, frozen=True, kw_only=True):
    number: Annotated[str, Meta(min_length=1, max_length=512)]
    symbology: str | None = None
    retired: str | None = None


class Wish(_Entry, frozen=True, kw_only=True):
    """`whom` is the key of the other person, where a shared date was wished to them."""

    on: Day
    at: Time | None = None
    by: Key | None = None
    whom: Key | None = None


class ImportantDate(_Entry, frozen=True, kw_only=True):
    occasion: Occasion = Occasion.BIRTHDAY
    month: Annotated[int, Meta(ge=1, le=13)]
    day: Annotated[int, Meta(ge=1, le=31)]
    year: Annotated[int, Meta(ge=1, le=9999)] | None = None
    calendar: Calendar = Calendar.GREGORIAN
    leap_day: LeapDay = LeapDay.FEBRUARY_28
    leap_month: bool = False
    label: ShortText = ""
    with_: Key | None = field(default=None, name="with")
    wished: tuple[Wish | Day, ...] = ()


class Note(_Entry, frozen=True, kw_only=True):
    kind: NoteKind = NoteKind.REMEMBER
    text: Annotated[str, Meta(min_length=1, max_length=MOST_CHARACTERS)]
    author: Key | None = None
    written_at: Time | None = None
    show_until: Day | None = None
    closed_at: Time | None = None
    closed_by: Key | None = None
    not_in_front_of: Key | None = None


class Gesture(_Entry, frozen=True, kw_only=True):
    direction: Direction
    what: Annotated[str, Meta(min_length=1, max_length=MOST_CHARACTERS)]
    at: Time | None = None
    by: Key | None = None
    thanked_at: Time | None = None


class Relationship(_Entry, frozen=True, kw_only=True):
    to: Key
    kind: RelationshipKind


class Visit(_Entry, frozen=True, kw_only=True):
    at: Time
    counter: Annotated[str, Meta(max_length=40)] = "1"
    with_: tuple[Key, ...] = field(default=(), name="with")


class Customer(_Entry, frozen=True, kw_only=True):
    key: Key
    name: Name
    called_by: Annotated[str, Meta(max_length=MOST_IN_A_NAME)] = ""
    pronunciation: Annotated[str, Meta(max_length=MOST_IN_A_NAME)] = ""
    may_mention_age: bool = False
    greet_by_name: bool = True
    since: Day | None = None
    consent: Consent | None = None
    tread_gently: str | None = None
    deceased: bool = False
    cards: tuple[Card, ...] = ()
    important_dates: tuple[ImportantDate, ...] = ()
    notes: tuple[Note, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    visits: tuple[Visit, ...] = ()


class ShopFile(_Entry, frozen=True, kw_only=True):
    format: Literal[1] = 1
    shop: Shop = Shop()
    staff: tuple[Staff, ...] = ()
    customers: tuple[Customer, ...] = ()


def read(text: str) -> ShopFile:
    """Parse a shop file; only its shape is checked here. Raises ShopFileError."""
    try:
        return msgspec.convert(json.loads(text, object_pairs_hook=_once_each), ShopFile)
    except json.JSONDecodeError as error:
        raise ShopFileError(f"Line {error.lineno} is not JSON: {error.msg}.") from None
    except RecursionError:
        raise ShopFileError("The file is nested too deeply to be a shop file.") from None
    except msgspec.ValidationError as error:
        path, problem = shape.explain(error, ShopFile, "there is no such key in a shop file")
        raise ShopFileError(f"{shape.write_path(path) or 'The file'}: {problem}.") from None
    except ValueError:
        raise ShopFileError("The file holds a number that is too long to be read.") from None


def write(file: ShopFile) -> str:
    """The file as text: sorted, indented, with a line end at its end."""
    return json.dumps(msgspec.to_builtins(file), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _once_each(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    counts = Counter(_composed(key) for key, _ in pairs)
    twice = next((key for key, count in counts.items() if count > 1), None)
    if twice is not None:
        raise ShopFileError(f"{shape.quote(twice)} stands twice as a key in one place.")
    return {_composed(key): _composed(value) for key, value in pairs}


def _composed(value: Any) -> Any:
    """Text in NFC: the same word, however it was typed, is the same key and the same note."""
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return normalize("NFC", value) if isinstance(value, str) else value
