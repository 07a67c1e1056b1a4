"""A few people of whom much is kept, written as in a shop file: Jack has something of everything.

Sam manages, and has a badge.
"""

from typing import Any

BADGE = "STAFF-sam"
JACKS_CARD, JACKS_OLD_CARD = "2900000000018", "LOY-jack-old"

STAFF = (
    {"key": "mia", "name": "Mia", "role": "staff"},
    {"key": "sam", "name": "Sam", "role": "manager"},
)
JACK: dict[str, Any] = {
    "key": "jack-okafor",
    "name": "Jack Okafor",
    "called_by": "Jack",
    "pronunciation": "oh-KAH-for",
    "may_mention_age": True,
    "since": "2021-03-01",
    "consent": {"on": "2021-03-02", "by": "mia"},
    "tread_gently": "2027-01-01",
    "cards": [
        {"number": JACKS_OLD_CARD, "retired": "lost"},
        {"number": JACKS_CARD, "symbology": "ean13"},
    ],
    "important_dates": [
        {"month": 11, "day": 19, "year": 1985, "wished": [{"on": "2025-11-19", "by": "mia"}]},
        {"month": 9, "day": 14, "calendar": "hebrew"},
        {"occasion": "name_day", "month": 2, "day": 29, "leap_day": "03-01", "label": "Saint Oswald"},
        {
            "occasion": "anniversary",
            "month": 6,
            "day": 6,
            "year": 2012,
            "with": "alice",
            "wished": [{"on": "2026-06-06"}, {"on": "2026-06-06", "whom": "alice"}],
        },
    ],
    "notes": [
        {
            "kind": "ask_about",
            "text": "Hawaii trip",
            "author": "mia",
            "written_at": "2026-11-04T09:10",
            "show_until": "2026-12-24",
            "closed_at": "2026-11-05T09:10",
            "closed_by": "mia",
        },
        {"kind": "always_show", "text": "No nuts for Zoe", "written_at": "2026-01-04T10:00"},
        {"text": "Plans a surprise", "written_at": "2026-07-01T09:00", "not_in_front_of": "alice"},
    ],
    "gestures": [
        {
            "direction": "received",
            "what": "Macadamia nuts",
            "at": "2026-10-17T09:05",
            "by": "mia",
            "thanked_at": "2026-10-18T10:00",
        },
        {"direction": "given", "what": "A coffee on the house", "at": "2026-09-02T09:00"},
    ],
    "relationships": [
        {"to": "alice", "kind": "partner"},
        {"to": "zoe", "kind": "child"},
        {"to": "olga", "kind": "carer"},
    ],
    "visits": [
        {"at": "2026-10-17T09:05", "with": ["alice"]},
        {"at": "2026-10-10T00:30"},
    ],
}
ALICE: dict[str, Any] = {
    "key": "alice",
    "name": "Alice Obi",
    "called_by": "Alice",
    "cards": [{"number": "LOY-alice"}],
    "important_dates": [
        {"month": 5, "day": 1},
        {"occasion": "other", "month": 6, "day": 6, "label": "The choir", "with": "ben"},
        {"occasion": "other", "month": 7, "day": 7, "with": "jack-okafor"},
    ],
    "notes": [
        {"text": "Bakes for the party", "written_at": "2026-11-01T09:00", "not_in_front_of": "jack-okafor"}
    ],
    "visits": [{"at": "2026-10-17T09:05", "with": ["jack-okafor", "ben"]}],
}
ZOE: dict[str, Any] = {"key": "zoe", "name": "Zoe"}
OLGA: dict[str, Any] = {"key": "olga", "name": "Olga"}
BEN: dict[str, Any] = {
    "key": "ben",
    "name": "Ben",
    "cards": [{"number": "LOY-ben"}],
    "gestures": [{"direction": "received", "what": "Figs", "at": "2026-10-17T09:05"}],
    "relationships": [{"to": "alice", "kind": "friend"}],
}
PEOPLE = (JACK, ALICE, ZOE, OLGA, BEN)
