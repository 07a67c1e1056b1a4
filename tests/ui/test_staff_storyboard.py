"""Storyboards of the staff: who is at the counter, and what managers do about them."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window

from kiosk.people.staff.members import Role
from kiosk.settings import Display, Shop, Staff
from kiosk.storage import staff
from kiosk.storage.file.opening import open_current
from kiosk.ui.widgets import CueCard, Text
from tests.ui.counter import Counter, fingers, on_window
from tests.ui.sample import NOW, Language
from tests.ui.staff_shop import BADGE, ShopWithPins, taps_name, types_pin

JACK, NEW, FRED = "2900000000018", "2900000099999", "2900000000049"
OpenCounter = Callable[..., Counter]


@pytest.fixture
def shop(database_file: Path) -> ShopWithPins:
    return ShopWithPins(database_file)


@pytest.fixture
def with_pins(open_counter: OpenCounter, shop: ShopWithPins) -> Counter:
    return open_counter(staff=Staff(sign_in="pin"))


def signs_in(counter: Counter, name: str, pin: str | None = None) -> None:
    """From the ready screen."""
    counter.taps("Who’s here?")
    taps_name(counter, name)
    if pin is not None:
        types_pin(counter, pin)
    counter.sees("Ready for the next card", name)


def wrong(pin: str) -> str:
    """Six other digits."""
    return f"{(int(pin) + 1) % 10**6:06}"


def manages(counter: Counter, shop: ShopWithPins) -> None:
    """Ada is at the counter and looks at the staff."""
    signs_in(counter, "Ada", shop.pins["Ada"])
    counter.taps("Ada")
    counter.taps("Staff")
    counter.sees("Who works here", "Mia", "Manager · PIN")


def test_a_name_and_six_digits_are_all_it_takes(with_pins: Counter, shop: ShopWithPins) -> None:
    signs_in(with_pins, "Mia", shop.pins["Mia"])
    with_pins.scans(JACK)
    with_pins.sees("Jack", "Mia", "clears in")


def test_the_digits_may_come_before_the_name(with_pins: Counter, shop: ShopWithPins) -> None:
    with_pins.taps("Who’s here?")
    with_pins.sees("Mia")
    types_pin(with_pins, shop.pins["Mia"])
    with_pins.sees("Now tap your name.")
    taps_name(with_pins, "Mia")
    with_pins.sees("Ready for the next card", "Mia")


def test_a_real_keyboard_types_a_pin(with_pins: Counter, shop: ShopWithPins) -> None:
    with_pins.taps("Who’s here?")
    taps_name(with_pins, "Mia")
    Window.dispatch("on_textinput", "x")
    Window.dispatch("on_textinput", "7")
    Window.dispatch("on_key_down", 8, 0, None, [])
    for digit in shop.pins["Mia"]:
        Window.dispatch("on_textinput", digit)
    with_pins.sees("Ready for the next card", "Mia")


def test_no_digit_of_a_pin_is_shown(with_pins: Counter, shop: ShopWithPins) -> None:
    with_pins.taps("Who’s here?")
    with_pins.sees("Mia")
    before = with_pins.glass()
    types_pin(with_pins, shop.pins["Mia"][:5])
    assert with_pins.glass() == before


def test_a_wrong_pin_empties_the_dots_and_says_so(with_pins: Counter, shop: ShopWithPins) -> None:
    with_pins.taps("Who’s here?")
    taps_name(with_pins, "Mia")
    types_pin(with_pins, wrong(shop.pins["Mia"]))
    with_pins.sees("That is not right. Please try again.")
    types_pin(with_pins, shop.pins["Mia"])
    with_pins.sees("Ready for the next card", "Mia")


def test_five_wrong_tries_are_followed_by_a_pause_that_outlasts_the_kiosk(
    open_counter: OpenCounter, shop: ShopWithPins
) -> None:
    before = open_counter(staff=Staff(sign_in="pin"))
    before.taps("Who’s here?")
    taps_name(before, "Mia")
    for n in range(5):
        types_pin(before, wrong(shop.pins["Mia"]))
        before.sees("Please wait" if n == 4 else "That is not right")
        screen = before.app.flows.staff.screen
        before.until(lambda screen=screen: not screen._pad.pin, "empty dots")  # type: ignore[misc]
        screen.sentence = "" if n < 4 else screen.sentence
    before.sees("Too many wrong tries. Please wait 29 seconds.")
    before.leave()
    after = open_counter(staff=Staff(sign_in="pin"))
    after.taps("Who’s here?")
    taps_name(after, "Mia")
    types_pin(after, shop.pins["Mia"])
    after.sees("Too many wrong tries. Please wait")
    after.now = NOW + timedelta(minutes=1)
    after.taps("Close")
    signs_in(after, "Mia", shop.pins["Mia"])


def test_where_names_are_enough_a_tap_signs_in(open_counter: OpenCounter) -> None:
    counter = open_counter(staff=Staff(sign_in="name"))
    signs_in(counter, "Sam")
    counter.taps("Sam")
    counter.taps("Sign out")
    counter.sees("Who’s here?")
    counter.sees_no("Sam")


def test_a_shop_that_wants_none_of_it_sees_none_of_it(counter: Counter) -> None:
    counter.sees("Ready for the next card")
    assert "Who’s here?" not in counter.glass()


def test_a_badge_signs_in_and_out(with_pins: Counter) -> None:
    with_pins.scans(BADGE)
    with_pins.sees("Hello, Sam", "You are at the counter now.")
    with_pins.closes()
    with_pins.sees("Ready for the next card", "Sam")
    with_pins.scans(BADGE)
    with_pins.sees("Goodbye, Sam")
    with_pins.closes()
    with_pins.sees("Who’s here?")


def test_only_after_a_quiet_while_nobody_is_at_the_counter(
    open_counter: OpenCounter, shop: ShopWithPins
) -> None:
    counter = open_counter(Display(clear_after=2), staff=Staff(sign_in="pin", sign_out_after=0.4 / 60))
    counter.scans(BADGE)
    counter.sees("Hello, Sam")
    seen_until = monotonic() + 0.8
    while monotonic() < seen_until:
        counter.stirs()
    assert "Sam" in counter.glass()
    counter.sees("Who’s here?")
    counter.sees_no("Sam")


def test_a_note_tells_who_wrote_it_and_without_anybody_it_is_kept_all_the_same(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    writes_a_note(with_pins, FRED, "Likes the window seat")
    assert "Mia" not in origin_of(with_pins, "Likes the window seat")
    with_pins.closes()
    signs_in(with_pins, "Mia", shop.pins["Mia"])
    writes_a_note(with_pins, FRED, "Sings in a choir")
    assert origin_of(with_pins, "Sings in a choir").endswith("· Mia")


def origin_of(counter: Counter, text: str) -> str:
    """What stands on the card of a note under its text."""
    cards = (widget for widget in counter.app.root.walk() if isinstance(widget, CueCard))
    return next(str(card.detail) for card in cards if text in card.title)


def writes_a_note(counter: Counter, card: str, text: str) -> None:
    counter.scans(card)
    counter.taps("Add a note")
    counter.app.flows.drafting.screen.ids.field.type(text)
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees(text)


def test_whoever_is_at_the_counter_tells_a_new_face_their_name(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    signs_in(with_pins, "Mia", shop.pins["Mia"])
    with_pins.scans(NEW)
    with_pins.sees("I’m Mia")


def test_what_only_managers_do_asks_for_one_and_goes_on_with_it(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    signs_in(with_pins, "Mia", shop.pins["Mia"])
    with_pins.taps("Mia")
    with_pins.taps("Staff")
    with_pins.sees("A manager, please", "Ada")
    assert not any("Sam" in text for text in with_pins.glass())
    types_pin(with_pins, shop.pins["Ada"])
    with_pins.sees("Who works here", "Sam")


def test_the_badge_of_somebody_else_is_not_enough_to_manage(with_pins: Counter, shop: ShopWithPins) -> None:
    done: list[str] = []
    with_pins.app.flows.staff.need_manager(lambda: done.append("then"), lambda: done.append("back"))
    with_pins.sees("A manager, please")
    with_pins.scans(BADGE)
    with_pins.sees("Only a manager can do that.")
    with_pins.taps("Close")
    assert done == ["back"]


def test_after_too_many_wrong_badges_the_glass_asks_to_wait_and_takes_a_pin(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    need_manager = with_pins.app.flows.staff.need_manager
    for number in range(5):
        need_manager(with_pins.app.navigator.clear, with_pins.app.navigator.clear)
        with_pins.sees("A manager, please")
        with_pins.scans(f"GUESS-{number}")
        with_pins.until(lambda: "A manager, please" not in with_pins.glass(), "another screen")
    done: list[str] = []
    need_manager(lambda: done.append("then"), lambda: done.append("back"))
    with_pins.scans(BADGE)
    with_pins.sees("Too many wrong tries. Please wait 30 seconds.")
    taps_name(with_pins, "Ada")
    types_pin(with_pins, shop.pins["Ada"])
    with_pins.until(lambda: bool(done), "a manager")


def test_once_a_manager_is_there_the_screen_that_asked_comes_back_and_then_goes_on(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    done: list[str] = []
    with_pins.app.flows.staff.need_manager(lambda: done.append("then"), lambda: done.append("back"))
    taps_name(with_pins, "Ada")
    types_pin(with_pins, shop.pins["Ada"])
    with_pins.until(lambda: bool(done), "a manager")
    assert done == ["back", "then"]


def test_before_any_manager_has_a_pin_the_glass_says_how_to_make_one(counter: Counter) -> None:
    counter.app.flows.staff.need_manager(counter.app.navigator.clear, counter.app.navigator.clear)
    counter.sees("Ada", "No manager has a PIN yet. “kiosk staff pin” makes the first one.")


def test_a_new_pin_is_read_under_a_finger_and_lets_them_in(with_pins: Counter, shop: ShopWithPins) -> None:
    manages(with_pins, shop)
    taps_name(with_pins, "Sam")
    with_pins.taps("New PIN")
    with_pins.sees("Write it down: it is gone when you leave this page.")
    assert not any("\u00a0" in text for text in with_pins.glass())
    finger = fingers.at(*on_window(with_pins.finds("Press and hold to read")))
    finger.touch_down()
    EventLoop.idle()
    shown = next(text for text in with_pins.glass() if "\u00a0" in text)
    finger.touch_up()
    assert shown not in with_pins.glass()
    with_pins.taps("Back")
    with_pins.sees("Who works here")
    assert shown not in with_pins.glass()
    with_pins.taps("Close")
    with_pins.taps("Ada")
    with_pins.taps("Sign out")
    signs_in(with_pins, "Sam", shown.replace("\u00a0", ""))


def test_the_next_scan_is_the_badge_that_was_asked_for(with_pins: Counter, shop: ShopWithPins) -> None:
    assert with_pins.scanner is not None
    manages(with_pins, shop)
    taps_name(with_pins, "Mia")
    with_pins.taps("Give a badge")
    with_pins.sees("Scan the badge now.")
    with_pins.scanner.send(f"{JACK}\r".encode())
    with_pins.sees("That is a customer’s card.")
    with_pins.taps("Give a badge")
    with_pins.scanner.send(b"BADGE-99\r")
    with_pins.sees("PIN · Badge")
    with_pins.scans("BADGE-99")
    with_pins.sees("Hello, Mia")


@pytest.mark.parametrize("chunks", [[b"BADGE-98\r", b"BADGE-99\r"], [b"BADGE-98\rBADGE-99\r"]])
def test_a_number_that_came_with_others_is_no_badge(
    chunks: list[bytes], with_pins: Counter, shop: ShopWithPins
) -> None:
    assert with_pins.scanner is not None
    manages(with_pins, shop)
    taps_name(with_pins, "Mia")
    with_pins.taps("Give a badge")
    with_pins.sees("Scan the badge now.")
    for chunk in chunks:
        with_pins.scanner.send(chunk)
    with_pins.sees("That isn’t one of our cards")
    with_pins.scans("BADGE-98")
    with_pins.sees("That isn’t one of our cards")


def test_a_scan_is_no_badge_once_the_page_has_gone(with_pins: Counter, shop: ShopWithPins) -> None:
    manages(with_pins, shop)
    taps_name(with_pins, "Mia")
    with_pins.taps("Give a badge")
    with_pins.sees("Scan the badge now.")
    with_pins.taps("Back")
    with_pins.scans(JACK)
    with_pins.sees("Jack", "clears in")


def test_somebody_new_is_hired_by_name_and_may_be_called_otherwise(
    with_pins: Counter, shop: ShopWithPins
) -> None:
    manages(with_pins, shop)
    with_pins.taps("+ Somebody")
    writes_a_name(with_pins, "Priya")
    with_pins.sees("Who works here", "Priya")
    taps_name(with_pins, "Priya")
    with_pins.taps("Rename")
    writes_a_name(with_pins, " Sharma")
    with_pins.sees("Priya Sharma", "New PIN")


def test_somebody_is_hired_once_however_often_it_is_saved(with_pins: Counter, shop: ShopWithPins) -> None:
    manages(with_pins, shop)
    with_pins.taps("+ Somebody")
    writes_a_name(with_pins, "Priya")
    with_pins.app.flows.keyboard.dispatch("on_done")
    with_pins.sees("Who works here", "Priya")
    with_pins.settles()
    assert with_pins.glass().count("Priya") == 1


def writes_a_name(counter: Counter, name: str) -> None:
    counter.app.flows.staffing.name.ids.field.type(name)
    counter.app.flows.keyboard.dispatch("on_done")


def test_leaving_is_asked_for_twice(with_pins: Counter, shop: ShopWithPins) -> None:
    manages(with_pins, shop)
    taps_name(with_pins, "Mia")
    with_pins.taps("Remove from the staff")
    with_pins.sees("Remove Mia? What they wrote stays.")
    with_pins.taps("Yes, remove")
    with_pins.sees("Who works here")
    with_pins.sees_no("Mia")


def test_the_last_manager_stays_one(with_pins: Counter, shop: ShopWithPins) -> None:
    manages(with_pins, shop)
    taps_name(with_pins, "Ada")
    with_pins.taps("Remove PIN")
    with_pins.sees("Nobody else could manage then.")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_digits_stand_from_left_to_right_in_every_language(
    open_counter: OpenCounter, shop: ShopWithPins, language: Language
) -> None:
    counter = open_counter(shop=Shop(language=language), staff=Staff(sign_in="pin"))
    counter.app.flows.staff.ask()
    counter.until(lambda: "Mia" in counter.glass(), "Mia")
    keys = {word.text: on_window(word) for word in counter.words() if word.text in "123456789" and word.bold}
    assert keys["1"][0] < keys["2"][0] < keys["3"][0]
    assert keys["1"][1] > keys["4"][1] > keys["7"][1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_with_many_names_the_last_button_turns_to_the_others(
    open_counter: OpenCounter, shop: ShopWithPins, database_file: Path, language: Language
) -> None:
    database, _ = open_current(f"sqlite:///{database_file}", NOW)
    names = [f"Colleague {n:02}" for n in range(20)]
    with database.writing() as session:
        for name in names:
            staff.hire(session, name, Role.STAFF)
    database.close()
    counter = open_counter(shop=Shop(language=language), staff=Staff(sign_in="pin"))
    counter.app.flows.staff.ask()
    counter.until(lambda: "Ada" in counter.glass(), "Ada")
    seen: set[str] = set()
    more = counter.app.flows.staff.screen.ids.who.names.more_word
    while not seen >= {"Sam", *names}:
        here = {word for word in counter.glass() if word in names or word in shop.ids}
        assert here - seen, "turns in circles"
        seen |= here
        taps_name(counter, more)


def test_who_is_here_is_as_large_as_a_finger(with_pins: Counter) -> None:
    button = with_pins.app.navigator.glass.ids.status.ids.who_button
    nine_mm = with_pins.app.sizes.touch * 9 / 12
    assert min(button.size) >= nine_mm
    assert isinstance(button.ids.words, Text)
