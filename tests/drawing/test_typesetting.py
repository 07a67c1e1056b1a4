"""Text is set right, whoever draws it."""

from datetime import date
from threading import Thread

import pytest

from kiosk.drawing.carets import caret
from kiosk.drawing.typesetting import Style, measure
from kiosk.locale.speech import LANGUAGES, speech
from kiosk.people.words import within

PLAIN = Style(40, False, (0, 0, 0))


def test_wrapped_right_to_left_text_begins_at_the_right() -> None:
    assert measure("نور الهدى", PLAIN, 600).x > 300
    assert measure("Nour al-Huda", PLAIN, 600).x == 0


def test_a_right_to_left_name_does_not_turn_our_sentence() -> None:
    assert measure(f"{within('نور')} has died.", PLAIN, 600).x == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("before", ["oldest from", "Zoë & Łukasz ·", "جاك"])
def test_no_line_ends_between_a_day_and_its_month(before: str, language: str) -> None:
    day = speech(language).day(date(2026, 11, 3))
    text = f"{before} {day}"
    for width in range(measure(day, PLAIN).width + 1, measure(text, PLAIN).width, 10):
        of_day = caret(text, text.index("3"), PLAIN, width).y
        of_month = caret(text, len(text) - 1, PLAIN, width).y
        assert abs(of_day - of_month) < PLAIN.px / 2, f"{day} at {width}"


def test_no_line_is_wider_than_it_may_be() -> None:
    text = "Loves being kidded that he’s too old to date, best of all with Margaret by his side."
    extent = measure(text, PLAIN, 300)
    assert extent.width <= 300
    assert extent.lines > 4


def test_what_people_wrote_is_never_taken_for_markup() -> None:
    assert measure("<b>bold</b> & more", PLAIN).width > measure("bold & more", PLAIN).width


def test_every_thread_sets_its_own_text() -> None:
    widths: set[int] = set()

    def set_long_text() -> None:
        widths.update(measure("Nour al-Huda " * 40, PLAIN).width for _ in range(50))

    threads = [Thread(target=set_long_text) for _ in range(4)]
    for thread in threads:
        thread.start()
    short = {measure("Nour", PLAIN).width for _ in range(500)}
    for thread in threads:
        thread.join()
    assert len(widths) == len(short) == 1
