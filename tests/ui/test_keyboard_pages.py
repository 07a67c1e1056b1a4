"""Every language finds its letters on the keyboard."""

from itertools import chain

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy
from kiosk.drawing.typesetting import Style, measure
from kiosk.machine.density import pixels_per_inch
from kiosk.ui.keyboard.fitting import frame, hit, placed
from kiosk.ui.keyboard.layouts import LAYOUTS
from kiosk.ui.keyboard.pages import Does, Key, Page, rows
from kiosk.ui.keyboard.shifting import DOUBLE_TAP, Shift, tapped, typed
from kiosk.ui.sizes import Eye, sizes

LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "en": LATIN + "é",
    "de": LATIN + "äöüß",
    "fr": LATIN + "àâæçéèêëîïôœùûüÿ",
    "es": LATIN + "áéíñóúü",
    "it": LATIN + "àèéìòù",
    "pt": LATIN + "ãáâàçéêíõóôú",
    "nl": LATIN + "áéëíïóöúü",
    "pl": LATIN + "ąćęłńóśźż",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâîû",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
}
DISPLAYS = [(1280, 800), (800, 480), (720, 1280)]
EVERYWHERE = [(language, page) for language in LAYOUTS for page in Page]


def keys(language: str, page: Page, shifted: bool = False) -> list[Key]:
    """All keys of a page."""
    return list(chain.from_iterable(rows(language, page, shifted)))


def reachable(language: str, shifted: bool = False) -> set[str]:
    """What the page of letters types, by a tap or by holding a key."""
    return {face for key in keys(language, Page.LETTERS, shifted) for face in (key.face, *key.held)}


def test_there_is_an_alphabet_for_every_layout() -> None:
    assert ALPHABETS.keys() == LAYOUTS.keys()


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_letter_of_the_language_is_on_the_first_page(language: str) -> None:
    assert set(ALPHABETS[language]) <= reachable(language)


@pytest.mark.parametrize("language", [one for one in ALPHABETS if LAYOUTS[one].has_capitals])
def test_shift_gives_every_capital(language: str) -> None:
    layout = LAYOUTS[language]
    assert {layout.capital(letter) for letter in ALPHABETS[language]} <= reachable(language, shifted=True)


def test_turkish_and_german_capitals_are_their_own() -> None:
    assert LAYOUTS["tr"].capital("i") == "İ"
    assert LAYOUTS["tr"].capital("ı") == "I"
    assert LAYOUTS["de"].capital("ß") == "ẞ"
    assert LAYOUTS["el"].capital("ς") == "ς"


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
@pytest.mark.parametrize("shifted", [False, True])
def test_no_key_is_twice_on_a_page(language: str, page: Page, shifted: bool) -> None:
    faces = [key.face for key in keys(language, page, shifted)]
    assert len(faces) == len(set(faces))


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_nothing_is_offered_twice_under_a_held_key(language: str, page: Page) -> None:
    for key in keys(language, page):
        assert len({key.face, *key.held}) == 1 + len(key.held)


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_every_page_has_a_way_back_and_the_keys_to_mend_and_end(language: str, page: Page) -> None:
    shown = keys(language, page)
    assert {Does.BACKSPACE, Does.DONE} <= {key.does for key in shown}
    turned_to = set[Page]() if page is Page.DIGITS else set(Page) - {page, Page.DIGITS}
    assert {key.page for key in shown if key.does is Does.TURN} == turned_to


@pytest.mark.parametrize("language", [one for one in LAYOUTS if not LAYOUTS[one].is_latin])
def test_other_scripts_have_the_latin_letters_beside_their_own(language: str) -> None:
    assert set(LATIN) <= {key.face for key in keys(language, Page.OTHER)}


@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_there_is_a_font_for_every_key(language: str, page: Page) -> None:
    plain = Style(40, False, (0, 0, 0))
    box = measure("\U000e0ffe", plain).width
    faces = {face for key in keys(language, page) for face in (key.face, *key.held) if face}
    assert {face for face in faces if measure(face, plain).width == box} == set()


@pytest.mark.parametrize(("width", "height"), DISPLAYS)
@pytest.mark.parametrize(("language", "page"), EVERYWHERE)
def test_keys_are_as_large_as_a_finger_and_within_the_keyboard(
    width: int, height: int, language: str, page: Page
) -> None:
    ppi = pixels_per_inch(width, height, None)
    least = 9 / 25.4 * ppi
    board = frame(width, height * 0.5, sizes(width, height, Eye(ppi, 500)))
    lines = rows(language, page, False)
    assert board.height <= 0.52 * height
    for line in lines:
        # Where so many cannot be 9 mm wide, they are as wide as the glass allows, with the least of gaps.
        room = width / sum(key.weight for key in line) * 0.9
        for one in placed((line,) * len(lines), board):
            assert one.height >= least
            assert one.width >= min(least, room * min(1, one.key.weight))
            assert one.x >= 0
            assert one.x + one.width <= width
            assert one.y + one.height <= board.height


@pytest.mark.parametrize(("width", "height"), DISPLAYS)
def test_every_point_of_the_keyboard_belongs_to_a_key(width: int, height: int) -> None:
    board = frame(width, height * 0.5, sizes(width, height, Eye(pixels_per_inch(width, height, None), 500)))
    shown = placed(rows("en", Page.LETTERS, False), board)
    for one in shown:
        assert hit(shown, one.x + one.width / 2, one.y + one.height / 2) == one
    assert hit(shown, 0, 0).key.face == "q"
    assert hit(shown, width, board.height).key.does is Does.DONE


def test_shift_counts_for_one_letter_and_twice_quickly_for_all() -> None:
    assert typed(tapped(Shift.OFF, 9)) is Shift.OFF
    locked = tapped(tapped(Shift.OFF, 9), DOUBLE_TAP / 2)
    assert typed(locked) is Shift.LOCKED
    assert tapped(locked, 9) is Shift.OFF
    assert tapped(Shift.ONCE, 9) is Shift.OFF
