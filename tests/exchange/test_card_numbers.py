"""The numbers of cards in a shop file are those that a scanner delivers."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drivers import CardPattern, Scan, Symbology
from drivers.framing import Frame
from drivers.reading import read_frame
from kiosk.desk import Desk
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.exchange.shop_file import ShopFile, ShopFileError
from kiosk.locale import Speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.database import Database
from tests.clock import Clock

Elsewhere = Callable[[ShopFile], str]
IDENTIFIERS = st.sampled_from(["", "]C0", "]C1", "]E0", "]E4", "]Q1", "]A0", "]I1", "]X0"])
RETAIL = st.sampled_from(["2900000000018", "012345678905", "95012346", "412345678903", "04252614"])


@pytest.mark.parametrize(
    ("written", "symbology"),
    [
        ("12345678905", "upca"),
        ("012345678905", "upca"),
        ("012345678905", None),
        ("0012345678905", "ean13"),
        ("012345678905", "ean13"),
    ],
)
@pytest.mark.parametrize("scanned", [b"012345678905", b"]E00012345678905"])
def test_a_upc_a_from_a_file_is_found_by_its_scan(
    written: str,
    symbology: str | None,
    scanned: bytes,
    database: Database,
    fill: Callable[..., None],
    words: Speech,
    clock: Clock,
) -> None:
    fill(database, {"key": "ann", "name": "Ann", "cards": [{"number": written, "symbology": symbology}]})
    scan = read_frame(Frame(scanned, len(scanned), 0.0), ())
    assert Desk(database, words, clock).greetings.welcome(scan).greeting.outcome is Outcome.WELCOME


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("2900000000019", "its check digit is wrong. Please compare it with what is printed on the card."),
        ("4111111111111111", "this looks like the number of a payment card, which is never kept."),
        ("MECARD:N:Doe;;", "this stands in a personal document, which is never kept."),
        ("2.9E+12", "no card has this number: it holds a character that cannot be seen,"),
    ],
)
def test_a_refusal_says_what_is_wrong(
    number: str, sentence: str, database: Database, shop_text: Callable[..., dict[str, Any]]
) -> None:
    file = shop_text({"key": "ann", "name": "Ann", "cards": [{"number": number}]})
    with pytest.raises(ShopFileError) as refused:
        load(database, shop_file.read(json.dumps(file)), [CardPattern("29", 13, Symbology.EAN13)])
    assert str(refused.value).startswith(f"customers[0].cards[0].number: {sentence}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(IDENTIFIERS, st.text(st.characters(codec="utf-8")) | RETAIL), max_size=20))
def test_whatever_a_scanner_lets_in_goes_out_and_in_again(
    elsewhere: Elsewhere, shop_text: Callable[..., dict[str, Any]], codes: list[tuple[str, str]]
) -> None:
    raw = [f"{identifier}{text}".encode() for identifier, text in codes]
    read = [read_frame(Frame(data, len(data), 0.0), ()) for data in raw]
    kept = {scan.number: scan.symbology for scan in read if isinstance(scan, Scan)}
    cards = [{"number": number, "symbology": symbology} for number, symbology in kept.items()]
    file = json.dumps(shop_text({"key": "ann", "name": "Ann", "cards": cards}))
    here = elsewhere(shop_file.read(file))
    (ann,) = json.loads(here)["customers"]
    assert {card["number"]: card["symbology"] for card in ann["cards"]} == kept
    assert elsewhere(shop_file.read(here)) == here
