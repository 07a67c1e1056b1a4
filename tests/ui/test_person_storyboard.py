"""Storyboards of the page about a person: everything kept, turned to them, and forgotten for good."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Literal
from uuid import UUID

import pytest
import zxingcpp
from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch
from PIL import Image

from kiosk.cards.qr import QUIET, Modules
from kiosk.desk.staff import staff_of
from kiosk.locale import speech
from kiosk.machine.sticks import ON_A_STICK
from kiosk.paper import printing
from kiosk.people.changing.changes import Change, ChangeManner, ChangeNames, CloseNote
from kiosk.people.known.notes import NoteKind
from kiosk.people.profile.own_page import as_text
from kiosk.people.profile.profile import Aspect, Profile
from kiosk.settings import Display, Shop
from kiosk.storage import staff
from kiosk.storage.file.opening import open_current
from kiosk.ui.flows import person
from kiosk.ui.widgets import hold_button
from kiosk.ui.widgets.item_card import ItemCard
from kiosk.ui.widgets.qr_code import QrCode
from tests.ui.counter import Counter, on_window
from tests.ui.profiles import profile
from tests.ui.sample import NOW, Language

JACK, FRED, MARIA, UNNAMED = "2900000000018", "2900000000049", "2900000000179", "2900000000452"
BADGE = "BADGE-17"
SIZES = [(1280, 800), (800, 480), (720, 1280)]
OpenCounter = Callable[..., Counter]


def opens(counter: Counter, number: str = JACK) -> UUID:
    """Open the page of whose card this is; returns their id."""
    counter.scans(number)
    who = counter.app.flows.serving.customer
    assert who is not None
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.sees("Dates", "this page")
    # Whatever else was asked for may put a screen, which lets go of every press.
    counter.settles()
    return who.id


def turns(counter: Counter) -> None:
    """Show the person their page."""
    counter.taps("this page")
    counter.sees("Dear Jack, this is what we remember")


def shown(counter: Counter) -> Profile:
    """Whose page it is."""
    profile: Profile | None = counter.app.flows.person.screen.profile
    assert profile is not None
    return profile


def cards(counter: Counter) -> list[ItemCard]:
    """The items that stand on the glass."""
    return [widget for widget in counter.app.root.walk() if isinstance(widget, ItemCard)]


def finger_on(counter: Counter, text: str) -> UnitTestTouch:
    """A finger that stays on these words."""
    counter.sees(text)
    finger = UnitTestTouch(*on_window(next(word for word in counter.words() if text in word.text)))
    finger.touch_down()
    EventLoop.idle()
    return finger


def visits(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM visit").fetchone()[0])


def manager(file: Path) -> None:
    """Give Ada, who manages, a badge."""
    database, _ = open_current(f"sqlite:///{file}", NOW)
    office = staff_of(database, speech("en"), lambda: NOW)
    with database.reading() as session:
        ada = next(one.id for one in staff.members(session) if one.name == "Ada")
    office.give_badge(ada, BADGE)
    database.close()


def test_one_tap_on_the_greeting_shows_everything_that_is_kept(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("All about Jack")
    counter.sees("Jack Okafor · say “oh-KAH-for” · with us since March 2021 · 30 visits")
    counter.sees("19 November", "Birthday · born 1985 · not wished yet", "Alice", "Partner", "Zoe", "Child")
    counter.sees(
        "Ask about Hawaii", "No nuts for Zoe", "Chocolate macadamia nuts", "By name; don’t mention age"
    )
    counter.sees("… 0018")
    counter.sees_no("2900000000018")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_does_not_fit_is_on_the_pages_after(
    open_counter: OpenCounter, width: int, height: int, database_file: Path
) -> None:
    counter = open_counter(Display(width=width, height=height))
    maria = profile(counter, MARIA, database_file)
    opens(counter, MARIA)
    seen = [card.kept for card in cards(counter)]
    counter.taps("1/")
    while "1/" not in "".join(text for text in counter.glass() if text.endswith("›") and "/" in text):
        seen += [card.kept for card in cards(counter)]
        counter.taps("/")
    kept = [*maria.important_dates, *maria.relations, *maria.notes, *maria.gestures, *maria.cards]
    assert all(seen.count(one) == 1 for one in kept)
    assert len(seen) == len(kept) + len(Aspect)
    counter.taps("‹")
    counter.sees("Forget María")


def changes(counter: Counter, change: Change) -> None:
    """Change something about whose page it is."""
    counter.app.flows.editing.change(counter.app.flows.person, shown(counter), change)


def test_the_greeting_knows_what_has_changed_and_counts_no_visit(
    counter: Counter, database_file: Path
) -> None:
    opens(counter)
    before = visits(database_file)
    hawaii = next(one for one in shown(counter).notes if "Hawaii" in one.note.text)
    changes(counter, CloseNote(hawaii.note.id))
    counter.sees("done, 24 November")
    changes(counter, ChangeNames("Jack Okafor", "Jacky"))
    counter.sees("Jacky", "Show Jacky this page")
    counter.taps("Done")
    counter.sees("Jacky", "Add a note", "No nuts for Zoe")
    counter.sees_no("Hawaii")
    assert visits(database_file) == before


def test_who_shall_not_be_greeted_by_name_any_more_is_not(counter: Counter) -> None:
    opens(counter)
    changes(counter, ChangeManner(False, False, None, False))
    counter.sees("Not by name")
    counter.taps("Done")
    counter.sees("Prefers not to be greeted by name")
    counter.sees_no("Jack")


def test_closed_notes_stand_faded_after_the_open_ones(counter: Counter) -> None:
    opens(counter)
    notes = shown(counter).notes
    always = next(one.note for one in notes if one.note.kind is NoteKind.ALWAYS_SHOW)
    newest = notes[0].note
    changes(counter, CloseNote(newest.id))
    counter.sees("done, 24 November")
    standing = sorted(cards(counter), key=lambda card: -card.y)
    of_notes = [(card.kept.note.id, card.faded) for card in standing if card.kept in shown(counter).notes]
    assert of_notes == [(always.id, False), (newest.id, True)]


def test_a_tap_on_an_item_opens_its_editor_and_cancel_comes_back(counter: Counter) -> None:
    opens(counter)
    counter.taps("19 November")
    counter.sees_no("Show Jack this page")
    counter.taps("Cancel")
    counter.sees("Show Jack this page")


def test_a_note_is_added_from_the_page_and_comes_back_to_it(counter: Counter) -> None:
    opens(counter)
    counter.taps("+ A note")
    counter.sees("A note about Jack")
    counter.app.flows.drafting.screen.ids.field.type("the school concert")
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("Show Jack this page", "the school concert")


def test_a_note_that_is_refused_comes_again_over_the_page(counter: Counter) -> None:
    opens(counter)
    counter.taps("+ A note")
    counter.sees("A note about Jack")
    counter.app.flows.drafting.screen.ids.field.type("pays with 4111 1111 1111 1111")
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("never kept", "pays with 4111 1111 1111 1111")
    counter.taps("Cancel")
    counter.sees("Show Jack this page")


def test_a_tap_between_the_cards_leaves_the_page(counter: Counter) -> None:
    opens(counter)
    counter.taps("Gifts")
    counter.sees("Show Jack this page")


def test_a_scan_takes_the_place_of_the_page_and_what_comes_late_does_not_take_it_back(
    counter: Counter,
) -> None:
    jack = opens(counter)
    late = shown(counter)
    counter.scans(FRED)
    counter.app.flows.person.show(late)
    counter.app.flows.person.show_kept(jack)
    counter.settles()
    counter.sees("Fred", "Add a note")
    counter.sees_no("Jack")


def test_the_page_goes_by_itself(open_counter: OpenCounter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person, "TO_READ_OR_WRITE", 0.5)
    counter = open_counter()
    counter.scans(JACK)
    counter.taps("All about Jack")
    counter.sees("Ready for the next card")
    counter.sees_no("Jack")


def test_turned_to_them_it_is_a_letter_that_tells_nothing_of_the_shop(counter: Counter) -> None:
    opens(counter)
    turns(counter)
    counter.sees("What we wrote down", "No nuts for Zoe", "Change", "Forget")
    assert not cards(counter)
    assert not any("Scanner" in text or "9:14" in text for text in counter.glass())
    counter.taps("Dear Jack")
    counter.sees("Dear Jack, this is what we remember")
    counter.taps("Thank you")
    counter.sees("Ready for the next card")
    counter.sees_no("Dear Jack")


def test_what_they_want_forgotten_is_asked_twice_and_the_letter_stays(counter: Counter) -> None:
    opens(counter)
    turns(counter)
    row = counter.finds("Hawaii").parent
    counter.touches(*on_window(row._forget))
    counter.sees("Really?", "Hawaii")
    counter.touches(*on_window(row._forget))
    counter.sees_no("Hawaii")
    counter.sees("Dear Jack, this is what we remember", "No nuts for Zoe")


def test_what_another_counter_has_forgotten_already_is_told_on_the_letter(
    counter: Counter, database_file: Path
) -> None:
    opens(counter)
    turns(counter)
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("DELETE FROM note WHERE text = 'Hawaii'")
        connection.commit()
    forget = counter.finds("Hawaii").parent._forget
    counter.touches(*on_window(forget))
    counter.sees("Really?")
    counter.touches(*on_window(forget))
    counter.sees("another counter", "Dear Jack, this is what we remember")


def test_a_touch_beside_what_can_be_done_about_a_line_does_nothing(counter: Counter) -> None:
    opens(counter)
    turns(counter)
    before = counter.glass()
    row = counter.finds("Hawaii").parent
    x, y = on_window(row._forget)
    counter.touches(x, y + row._forget.height / 2 + 3)
    counter.touches(*on_window(counter.finds("Hawaii")))
    counter.settles()
    assert counter.glass() == before


def test_what_they_change_goes_back_to_the_letter(counter: Counter) -> None:
    opens(counter)
    turns(counter)
    counter.touches(*on_window(counter.finds("Hawaii").parent._change))
    counter.sees("A note about Jack", "Save")
    counter.taps("Cancel")
    counter.sees("Dear Jack, this is what we remember")


def test_it_can_be_taken_along_only_where_there_is_a_printer_or_a_stick(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "sticks", list)
    monkeypatch.setenv("PATH", "")
    opens(counter)
    turns(counter)
    assert not any("Take it along" in text for text in counter.glass())
    counter.taps("Thank you")
    monkeypatch.setattr(printing, "sticks", lambda: [tmp_path])
    opens(counter)
    turns(counter)
    counter.taps("Take it along")
    counter.sees("It is on the stick.")
    assert (tmp_path / "what-we-remember.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "uk", "ar"])
def test_what_is_told_is_as_large_whether_or_not_it_can_be_taken_along(
    open_counter: OpenCounter, monkeypatch: pytest.MonkeyPatch, width: int, height: int, language: Language
) -> None:
    monkeypatch.setattr(printing, "can_take_along", lambda: True)
    counter = open_counter(Display(width=width, height=height), shop=Shop(language=language))
    counter.scans(JACK)
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.until(lambda: counter.app.flows.person.customer is not None, "the page")
    counter.app.flows.person.screen.dispatch("on_turn")
    screen = counter.app.flows.own_page.screen
    counter.until(lambda: counter.app.navigator.shows(screen) and bool(screen.ids.take.text), "their page")
    with_the_button = screen._shrink
    screen.show(screen.ids.headline.text, screen._parts, screen._modules, False)
    assert with_the_button == screen._shrink


def test_it_is_never_taken_along_on_the_stick_of_the_copies(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ON_A_STICK).mkdir()
    monkeypatch.setattr(printing, "sticks", lambda: [tmp_path])
    monkeypatch.setenv("PATH", "")
    opens(counter)
    turns(counter)
    assert not any("Take it along" in text for text in counter.glass())


def test_what_is_not_for_a_companion_is_not_turned_to_anybody(counter: Counter, database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute(
            "UPDATE note SET not_in_front_of_id = (SELECT id FROM customer WHERE key = 'zoe')"
            " WHERE text = 'Hawaii'"
        )
        connection.commit()
    opens(counter)
    counter.sees("Ask about Hawaii", "Not in front of Zoe")
    turns(counter)
    pages = [counter.glass()]
    while not any("Your visits" in text for text in counter.glass()):
        counter.taps("›")
        pages.append(counter.glass())
    told = "\n".join(text for page in pages for text in page)
    assert "No nuts for Zoe" in told
    assert "Hawaii" not in told


def test_what_comes_late_does_not_turn_the_page_back(counter: Counter) -> None:
    opens(counter)
    late = shown(counter)
    turns(counter)
    counter.app.flows.person.show(late)
    counter.settles()
    counter.sees("Dear Jack, this is what we remember")
    counter.sees_no("Dates")


@pytest.mark.parametrize(
    ("width", "height", "theme", "language"),
    [
        (1280, 800, "light", "en"),
        (800, 480, "dark", "en"),
        (720, 1280, "dark", "en"),
        (1280, 800, "dark", "ar"),
    ],
)
def test_a_telephone_reads_their_page_from_the_glass(
    open_counter: OpenCounter,
    tmp_path: Path,
    width: int,
    height: int,
    theme: Literal["light", "dark"],
    language: Literal["en", "ar"],
) -> None:
    counter = open_counter(Display(width=width, height=height, theme=theme), shop=Shop(language=language))
    counter.scans(JACK)
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.until(lambda: counter.app.flows.person.customer is not None, "the page")
    counter.app.flows.person.screen.dispatch("on_turn")
    counter.until(lambda: counter.app.navigator.shows(counter.app.flows.own_page.screen), "their page")
    screen = counter.app.flows.own_page.screen
    while not screen.ids.about.shown:
        screen.turn_over(1)
    counter.photograph(tmp_path / "own.png")
    [found] = zxingcpp.read_barcodes(Image.open(tmp_path / "own.png"))
    assert found.text == as_text(shown(counter), counter.app.place.words)
    code = counter.app.flows.own_page.screen.ids.code
    module = code.width / (len(code.modules) + 2 * QUIET)
    assert module / (counter.app.sizes.touch / 12) >= 0.5
    assert seen_modules(Image.open(tmp_path / "own.png"), code, module) == code.modules


def seen_modules(picture: Image.Image, code: QrCode, module: float) -> Modules:
    """What of the code stands on a picture of the glass, not mirrored even where the glass is."""
    left = min(code.to_window(x, 0)[0] for x in (code.x, code.right))
    top, grey = picture.height - code.top, picture.convert("L")
    places = [(QUIET + n + 0.5) * module for n in range(len(code.modules))]
    return tuple(tuple(grey.getpixel((left + x, top + y)) == 0 for x in places) for y in places)


def test_what_is_too_long_for_a_code_has_none(counter: Counter, database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute(
            "UPDATE note SET text = ? WHERE text = 'No nuts for Zoe'", ("Довга історія. " * 18,)
        )
        connection.execute("UPDATE note SET text = ? WHERE text = 'Hawaii'", ("Ще одна. " * 30,))
        connection.commit()
    opens(counter)
    turns(counter)
    screen = counter.app.flows.own_page.screen
    for _ in range(len(screen._pages)):
        assert screen.ids.code.modules is None
        screen.turn_over(1)


def test_letting_go_too_early_forgets_nobody(counter: Counter) -> None:
    opens(counter)
    counter.taps("Forget Jack…")
    counter.sees("Forget Jack?", "It cannot be undone.")
    finger = finger_on(counter, "Press and hold")
    button = counter.app.flows.forgetting.screen.ids.hold
    counter.until(lambda: button.progress > 0, "the bar")
    finger.touch_up()
    assert button.progress == 0
    counter.taps("Press and hold")
    counter.taps("Keep Jack")
    counter.sees("Show Jack this page")


def test_only_a_manager_forgets_and_then_nothing_is_left(
    counter: Counter, database_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    monkeypatch.setattr(hold_button, "HELD_FOR", 0.05)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("kiosk.machine.sticks.sticks", lambda: [stick])
    saved = [tmp_path / "what-we-remember.pdf", tmp_path / "briefing.pdf", stick / "what-we-remember.pdf"]
    for page in saved:
        page.write_bytes(b"%PDF- about Jack")
    manager(database_file)
    opens(counter)
    counter.taps("Forget Jack…")
    finger = finger_on(counter, "Press and hold")
    counter.sees("A manager, please")
    finger.touch_up()
    counter.scans(BADGE)
    counter.sees("Forgotten", "Nothing about them is kept any more")
    counter.sees_no("Jack")
    counter.scans(JACK)
    counter.sees("A new face")
    assert not any(page.exists() for page in saved)
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("SELECT count(*) FROM customer WHERE key = 'jack'").fetchone() == (0,)


@pytest.mark.parametrize(("about", "waits"), [(JACK, False), (FRED, True)], ids=["them", "somebody else"])
def test_a_note_that_waits_is_forgotten_with_the_one_it_is_about(
    about: str, waits: bool, counter: Counter, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_button, "HELD_FOR", 0.05)
    manager(database_file)
    counter.scans(about)
    counter.taps("Add a note")
    counter.app.flows.drafting.screen.ids.field.type("the marathon")
    counter.scans(BADGE)
    opens(counter)
    counter.taps("Forget Jack…")
    finger_on(counter, "Press and hold")
    counter.sees("Forgotten")
    counter.app.navigator.clear()
    counter.sees("Ready for the next card")
    assert any("A note waits" in text for text in counter.glass()) == waits


def test_a_manager_who_thinks_again_comes_back_to_the_question(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_button, "HELD_FOR", 0.05)
    opens(counter)
    counter.taps("Forget Jack…")
    finger = finger_on(counter, "Press and hold")
    counter.sees("A manager, please")
    finger.touch_up()
    counter.taps("Close")
    counter.sees("Forget Jack?")
    counter.taps("Keep Jack")
    counter.sees("Show Jack this page")


def test_notes_stay_covered_until_a_finger_is_held_on_them(
    open_counter: OpenCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = open_counter(Display(cover_notes=True))
    opens(counter)
    counter.sees("Press and hold to read", "19 November")
    counter.sees_no("No nuts for Zoe")
    card = next(card for card in cards(counter) if card.title == "No nuts for Zoe")
    finger = UnitTestTouch(*on_window(card))
    finger.touch_down()
    counter.sees("No nuts for Zoe")
    monkeypatch.setattr("kiosk.ui.widgets.read_or_tap._READING", 0)
    finger.touch_up()
    counter.sees_no("No nuts for Zoe")
    counter.sees("Show Jack this page")


def test_who_is_not_greeted_by_name_has_a_page_all_the_same(counter: Counter) -> None:
    counter.scans(UNNAMED)
    counter.sees("Prefers not to be greeted by name")
    counter.taps("All about them")
    counter.sees("Not by name")
    counter.taps("Done")
    counter.sees("Prefers not to be greeted by name")
