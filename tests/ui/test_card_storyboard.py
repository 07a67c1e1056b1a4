"""Storyboards of a card on a telephone: it is photographed off the glass, and the photograph is scanned."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from kiosk.paper import printing
from kiosk.settings import Card, Display
from tests.telephone import photographed, read
from tests.ui.counter import Counter
from tests.ui.person_page import opens_page, turns_to
from tests.wallets import wallet_settings

JACK = "2900000000018"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def opens_card(counter: Counter) -> None:
    opens_page(counter, JACK)
    turns_to(counter, "0018")
    counter.taps("0018")
    counter.sees("It is in use.")


def picture(counter: Counter, tmp_path: Path) -> Image.Image:
    file = tmp_path / "glass.png"
    counter.photograph(file)
    return Image.open(file)


def shows_a_number(counter: Counter) -> str:
    counter.sees("Take a photo of this")
    return str(counter.app.flows.card.screen._codes.number)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_photograph_of_a_card_is_read_as_the_card(
    open_counter: Callable[..., Counter], tmp_path: Path, width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    opens_card(counter)
    counter.taps("Photograph it")
    assert shows_a_number(counter) == JACK
    assert not any("Jack" in text for text in counter.glass())
    found = read(photographed(picture(counter, tmp_path)))
    assert found == {JACK}
    counter.taps("For the app Catima")
    (link,) = read(photographed(picture(counter, tmp_path)))
    counter.taps("Done")
    counter.sees("Cards")
    counter.scans(link)
    counter.sees("Jack")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_card_goes_to_the_wallet_of_a_telephone(
    open_counter: Callable[..., Counter],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    width: int,
    height: int,
) -> None:
    wallet = wallet_settings(tmp_path)
    counter = open_counter(Display(width=width, height=height), cards=(Card(prefix="29"),), wallet=wallet)
    opens_card(counter)
    counter.taps("Photograph it")
    counter.taps("For Google Wallet")
    counter.sees("Google then knows that you come here.")
    (link,) = read(photographed(picture(counter, tmp_path)))
    assert link.startswith("https://pay.google.com/gp/v/save/ey")
    assert not any("Jack" in text for text in counter.glass())
    counter.taps("Back")
    monkeypatch.setattr(printing, "sticks", list)
    counter.taps("For Apple Wallet")
    counter.sees("Plug in a stick for the pass.")
    monkeypatch.setattr(printing, "sticks", lambda: [tmp_path])
    counter.taps("For Apple Wallet")
    counter.sees("It is on the stick.")
    with ZipFile(tmp_path / "card.pkpass") as archive:
        told = json.loads(archive.read("pass.json"))
    assert told["barcodes"][0]["message"] == JACK


def test_who_has_no_card_gets_a_number_on_their_telephone(counter: Counter, tmp_path: Path) -> None:
    counter.app.flows.finding.open()
    counter.app.flows.finding.screen.ids.field.type("Noor")
    counter.sees("sounds alike")
    counter.taps("Somebody new")
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.written.name == "Noor"
    counter.taps("happy for us to remember")
    counter.app.flows.keyboard.dispatch("on_done")
    number = shows_a_number(counter)
    assert number in read(photographed(picture(counter, tmp_path)))
    counter.taps("Done")
    counter.sees("Noor", "First visit with us")
    counter.scans(JACK)
    counter.scans(number)
    counter.sees("Noor")


def test_a_lost_card_is_replaced_with_nothing_printed(counter: Counter) -> None:
    opens_card(counter)
    counter.taps("It was lost")
    counter.taps("Really lost?")
    counter.sees("Cards")
    turns_to(counter, "A new card to photograph")
    counter.taps("A new card to photograph")
    number = shows_a_number(counter)
    assert number != JACK
    counter.scans(JACK)
    counter.sees("no longer in use")
    counter.scans(number)
    counter.sees("Jack")


def test_a_number_that_nobody_took_is_nobodys(counter: Counter) -> None:
    counter.app.flows.finding.open()
    counter.taps("Somebody new")
    counter.sees("A new face")
    counter.taps("Not now")
    counter.sees("celebrate today")


def test_whoever_comes_meanwhile_is_greeted(counter: Counter) -> None:
    opens_card(counter)
    counter.taps("Photograph it")
    shows_a_number(counter)
    counter.scans("2900000000049")
    counter.sees("Fred")
