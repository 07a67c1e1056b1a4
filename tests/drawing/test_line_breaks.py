"""Lines end as a typesetter would have it."""

import pytest

from kiosk.drawing.line_breaks import _words
from kiosk.drawing.typesetting import Style, measure, typesetter

PLAIN = Style(22, False, (0, 0, 0))
FACTS = "First visit in 5 weeks · Usually Tuesdays, about 9 · With us since 2021"


def lines(text: str, width: int) -> list[str]:
    """The words of each line."""
    measure(text, PLAIN, width)
    return [" ".join(words) for words in _words(typesetter().layout)]


@pytest.mark.parametrize("width", range(150, 760, 13))
@pytest.mark.parametrize(
    "text", [FACTS, "\u2068رحلتها\u2069 · \u206814 مايو 2024\u2069 · \u2068Mia\u2069 · " + FACTS]
)
def test_no_line_begins_or_ends_with_a_separator_and_nothing_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert not any(line.startswith("·") or line.endswith("·") for line in broken)
    assert "".join("".join(broken).replace("·", "").split()) == "".join(text.replace("·", "").split())


def test_a_new_line_begins_with_a_whole_fact() -> None:
    width = measure("First visit in 5 weeks · Usually Tuesdays, about 9 · With", PLAIN).width
    assert lines(FACTS, width) == ["First visit in 5 weeks · Usually Tuesdays, about 9", "With us since 2021"]


@pytest.mark.parametrize("width", range(200, 760, 13))
def test_how_a_name_is_said_is_broken_only_between_its_words(width: int) -> None:
    broken = lines("María de los Ángeles · say “mah-REE-ah deh los AN-heh-les”", width)
    assert not any(line.endswith("-") for line in broken)


def test_no_short_word_is_left_over_where_the_lines_can_be_balanced() -> None:
    text = "Side door, please: she comes with the cargo bike"
    widths = range(measure(text, PLAIN).width // 2 + 40, measure(text, PLAIN).width, 7)
    broken = [lines(text, width) for width in widths]
    assert all(len(each) == 2 for each in broken)
    assert not any(each[-1] == "bike" for each in broken)


def test_balanced_lines_are_no_more_and_no_wider_than_they_would_be() -> None:
    for width in range(120, 700, 11):
        extent = measure("Good to see you again, Margaret, and congratulations!", PLAIN, width)
        assert extent.width <= width
