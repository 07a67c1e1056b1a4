"""Storyboards of the first day: from nothing at all to the first greeting, by touch and scanner alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drivers.makers import Kind
from drivers.plugged_in import Device
from drivers.replay import PretendScanner
from kiosk.commands.first_day import FirstDay
from kiosk.locale import LANGUAGES, speech
from kiosk.settings import Database, Settings, Shop, read
from kiosk.storage.file.opening import open_current
from kiosk.ui.flows import first_day_answers
from tests.exchange.lists.sheets import write_xlsx
from tests.sticks import plug_in_stick
from tests.storage.any_rows import TABLES, make_row
from tests.ui.counter import Counter
from tests.ui.sample import NOW
from tests.ui.test_list_storyboard import GERMAN

CARDS = ("2900000000018", "2910000000025", "2950000000039")
SIZES = [(1280, 800), (800, 480), (720, 1280)]
OpenBare = Callable[[], Counter]


@pytest.fixture
def bare(tmp_path: Path, scanner: PretendScanner, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a machine on which nothing was set but where the data lie; a scanner is plugged in."""
    device = Device(str(tmp_path / "scanner"), Kind.SCANNER, "Zebra", "", "auto")
    monkeypatch.setattr("kiosk.commands.any_scanner.plugged_in", lambda: [device])
    return tmp_path / "kiosk.toml"


@pytest.fixture
def open_bare(bare: Path, scanner: PretendScanner, tmp_path: Path) -> Iterator[Callable[..., Counter]]:
    """Opens the kiosk with what was set and chosen so far, once the one before is closed."""
    opened: list[Counter] = []

    def open_one(width: int = 1280, height: int = 800) -> Counter:
        if opened:
            opened.pop().leave()
        bare.write_text(
            f'[database]\nurl = "sqlite:///{tmp_path}/data/kiosk.db"\n'
            f"[display]\nwidth = {width}\nheight = {height}\n"
        )
        (tmp_path / "data").mkdir(exist_ok=True)
        settings = read(bare)
        sees_scanner = scanner if settings.scanner else None
        opened.append(Counter(settings, NOW, sees_scanner, tmp_path / "no-backlight", tmp_path / "root"))
        counter = opened[-1]
        counter.scanner = scanner
        counter.until(lambda: hasattr(counter.app, "flows"), "the first picture")
        return counter

    yield open_one
    for counter in opened:
        counter.leave()


def say(counter: Counter, message: str) -> str:
    """What stands on the glass for this message."""
    return str(counter.app.place.words.gettext(message))


def goes_on(counter: Counter) -> None:
    """The answer that is there is the right one."""
    flow = counter.app.flows.first_day
    if counter.app.flows.navigator.shows(flow.writing):
        counter.app.flows.keyboard.dispatch("on_done")
    else:
        counter.taps(say(counter, "Continue"))


def hears(counter: Counter) -> None:
    """The scanner was found."""
    counter.sees(say(counter, "Scan any of your cards"), "Zebra")


def scans_three(counter: Counter) -> None:
    """Three of the shop's cards, the first one twice."""
    assert counter.scanner is not None
    hears(counter)
    counter.scanner.scan(CARDS[0])
    counter.sees(say(counter, "Now another one: {n} of {count}").format(n=1, count=3))
    counter.scanner.scan(CARDS[0])
    counter.sees(say(counter, "That one was scanned already: take another."))
    for card in CARDS[1:]:
        counter.scanner.scan(card)
    counter.sees(say(counter, "They begin with {prefix} and have {n} digits.").format(prefix="29", n=13))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", ["English", "العربية"])
def test_a_bare_machine_is_led_to_its_first_greeting(
    open_bare: Callable[..., Counter], bare: Path, width: int, height: int, language: str
) -> None:
    counter = open_bare(width, height)
    counter.sees("Language")
    counter.taps(language)
    goes_on(counter)
    if language != "English":
        assert counter.kiosk.opens_again
        counter = open_bare(width, height)
    counter.sees(say(counter, "What is the shop called?"))
    for _ in range(40):
        counter.app.flows.first_day.writing.ids.field.backspace()
    counter.app.flows.first_day.writing.ids.field.type("Corner Bakery")
    goes_on(counter)
    counter.sees(say(counter, "What time is it here?"))
    goes_on(counter)
    scans_three(counter)
    counter.taps_word(say(counter, "Yes"))
    counter.sees(say(counter, "Hold a card on the frame"))
    goes_on(counter)
    counter.sees(say(counter, "Who looks after the kiosk?"))
    goes_on(counter)
    counter.sees(say(counter, "Write it down: it is shown this once. It opens what only managers do."))
    goes_on(counter)
    counter.taps(say(counter, "Begin empty, or go on"))
    counter.taps(say(counter, "Begin"))
    assert counter.kiosk.opens_again
    settings = read(bare)
    assert (settings.shop.name, settings.display.width) == ("Corner Bakery", width)
    assert [card.prefix for card in settings.card] == ["29"]
    counter = open_bare(width, height)
    counter.scans("2900000000186")
    counter.sees(say(counter, "A new face"))
    counter.scans("5000000000005")
    counter.sees(say(counter, "That isn’t one of our cards"))


def test_it_can_be_left_and_goes_on_where_it_was(open_bare: Callable[..., Counter]) -> None:
    counter = open_bare()
    goes_on(counter)
    counter.sees("What is the shop called?")
    counter.taps("Later")
    counter.sees("Ready for the next card")
    counter = open_bare()
    counter.sees("What is the shop called?")


def test_a_technician_opens_it_again_and_the_first_manager_stays(open_bare: Callable[..., Counter]) -> None:
    counter = open_bare()
    counter.app.flows.first_day._open(counter.app.flows.first_day._step.MANAGER)
    counter.sees("Who looks after the kiosk?")
    goes_on(counter)
    counter.sees("Write it down")
    counter.taps("Later")
    counter.app.flows.first_day._open(counter.app.flows.first_day._step.MANAGER)
    counter.sees("Do you have a list of customers?")


def test_cards_that_have_nothing_in_common_are_all_taken(
    open_bare: Callable[..., Counter], bare: Path
) -> None:
    counter = open_bare()
    assert counter.scanner is not None
    counter.app.flows.first_day._open(counter.app.flows.first_day._step.SCANNER)
    hears(counter)
    for card in ("A1", "B22", "C333"):
        counter.scanner.scan(card)
    counter.sees("Hold a card on the frame")
    settings = read(bare)
    assert settings.card == ()
    assert settings.scanner[0].profile == "auto"


def test_a_payment_card_is_refused_here_too(open_bare: Callable[..., Counter]) -> None:
    counter = open_bare()
    assert counter.scanner is not None
    counter.app.flows.first_day._open(counter.app.flows.first_day._step.SCANNER)
    hears(counter)
    counter.scanner.scan("4111111111111111")
    counter.sees("That looks like a payment card")


def test_a_frame_as_wide_as_a_card_tells_how_wide_the_glass_is(
    open_bare: Callable[..., Counter], bare: Path
) -> None:
    counter = open_bare()
    flow = counter.app.flows.first_day
    flow._open(flow._step.SIZE)
    counter.sees("217 mm")
    for _ in range(5):
        counter.taps("+ +")
    goes_on(counter)
    assert read(bare).display.width_mm == pytest.approx(197.6, abs=0.2)


def test_a_zone_is_found_by_a_city(open_bare: Callable[..., Counter], bare: Path) -> None:
    counter = open_bare()
    flow = counter.app.flows.first_day
    flow._open(flow._step.ZONE)
    counter.taps("Another place…")
    flow.writing.ids.field.type("nairo")
    counter.app.flows.keyboard.dispatch("on_done")
    counter.taps("Nairobi")
    goes_on(counter)
    assert read(bare).shop.time_zone == "Africa/Nairobi"


def test_a_list_on_a_stick_is_taken_over_on_the_way(
    open_bare: Callable[..., Counter], tmp_path: Path
) -> None:
    write_xlsx(plug_in_stick(tmp_path / "root") / "Kunden.xlsx", GERMAN)
    counter = open_bare()
    flow = counter.app.flows.first_day
    flow._open(flow._step.LIST)
    counter.taps("A list on a stick")
    counter.sees("Nothing is changed yet.")
    counter.taps("Take it over")
    counter.sees("Taken over. New: 1.")
    counter.taps("Close")
    counter.taps("Begin empty, or go on")
    counter.sees("Ready")


def test_where_something_is_set_nobody_is_led(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    counter.sees("Ready for the next card")
    assert not counter.app.flows.first_day.is_due


def test_what_was_set_up_with_a_file_is_not_asked_for_again(tmp_path: Path) -> None:
    def is_due(settings: Settings) -> bool:
        return bool(FirstDay(settings, speech("en"), lambda _: None, lambda: None, tmp_path).next)

    bare = Database(url=f"sqlite:///{tmp_path}/kiosk.db")
    assert is_due(Settings(database=bare))
    assert not is_due(Settings(database=bare, shop=Shop(name="Corner Bakery")))
    database, _ = open_current(bare.url, datetime.now(UTC))
    assert is_due(Settings(database=bare))
    with database.writing() as session:
        make_row(session, TABLES["staff"])
    database.close()
    assert not is_due(Settings(database=bare))
    (tmp_path / "kiosk.db").write_text("no database")
    assert not is_due(Settings(database=bare))


def test_every_language_of_the_glass_can_be_chosen() -> None:
    assert first_day_answers.LANGUAGES.keys() == LANGUAGES.keys()
