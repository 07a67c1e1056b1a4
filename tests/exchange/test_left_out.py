"""A file without those who were forgotten: what others shared with them is the others' own."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.left_out import leave_out
from kiosk.exchange.loading import load
from kiosk.exchange.shop_file import ShopFile, ShopFileError
from kiosk.storage.erasing import erase
from kiosk.storage.file.database import Database
from kiosk.storage.people import customer_ids

WEDDING = {"occasion": "anniversary", "month": 6, "day": 12}
PEOPLE: list[dict[str, Any]] = [
    {
        "key": "jack",
        "name": "Jack",
        "cards": [{"number": "2900000000018"}],
        "important_dates": [
            {"month": 11, "day": 19},
            {**WEDDING, "with": "alice", "wished": ["2025-06-12", {"on": "2026-06-12", "whom": "alice"}]},
            {"occasion": "other", "label": "met", "month": 2, "day": 3, "with": "zoe"},
        ],
        "notes": [{"kind": "ask_about", "text": "Hawaii", "written_at": "2026-11-04T09:10"}],
        "relationships": [{"to": "alice", "kind": "partner"}, {"to": "zoe", "kind": "child"}],
        "visits": [{"at": "2026-10-17T09:05", "with": ["zoe"]}],
    },
    {
        "key": "alice",
        "name": "Alice",
        "important_dates": [{"occasion": "other", "label": "shop", "month": 4, "day": 5, "with": "jack"}],
        "notes": [{"text": "Plans a surprise", "written_at": "2026-11-04T09:10", "not_in_front_of": "jack"}],
        "visits": [{"at": "2026-10-18T09:05", "with": ["jack", "zoe"]}],
    },
    {"key": "zoe", "name": "Zoe", "relationships": [{"to": "alice", "kind": "parent"}]},
]


@pytest.mark.parametrize("gone", [["jack"], ["alice"], ["zoe"], ["jack", "zoe"], ["jack", "alice", "zoe"]])
def test_it_holds_what_is_left_once_they_are_forgotten(
    gone: list[str],
    database: Database,
    fill: Callable[..., None],
    shop_text: Callable[..., dict[str, Any]],
    exported: Callable[[Database], str],
    elsewhere: Callable[..., str],
) -> None:
    fill(database, *PEOPLE)
    with database.reading() as session:
        ids = customer_ids(session, gone)
    for id in ids.values():
        erase(database, id)
    told, left_out = leave_out(msgspec.convert(shop_text(*PEOPLE), ShopFile), gone)
    assert left_out == set(gone)
    assert elsewhere(told, left_out=left_out) == exported(database)


@given(st.sets(st.sampled_from(["jack", "alice", "zoe"])), st.sets(st.sampled_from(["jack", "zoe"])))
def test_whoever_came_back_is_whole_and_nothing_else_is_left_of_the_others(
    forgotten: set[str], came_back: set[str]
) -> None:
    file = msgspec.convert({"customers": PEOPLE}, ShopFile)
    told, left_out = leave_out(file, forgotten, came_back)
    assert left_out == forgotten - came_back
    assert [one.key for one in told.customers] == [one.key for one in file.customers]
    if not left_out:
        assert told == file


def test_a_mistake_is_named_by_its_place_in_the_whole_file(
    database: Database, shop_text: Callable[..., dict[str, Any]]
) -> None:
    wrong = {"key": "ben", "name": "Ben", "since": "yesterday"}
    told, left_out = leave_out(msgspec.convert(shop_text(*PEOPLE, wrong), ShopFile), ["jack", "zoe"])
    with pytest.raises(ShopFileError, match=r"^customers\[3\]\.since: "):
        load(database, told, left_out=left_out)
