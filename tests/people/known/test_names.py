"""The words that find somebody, however they are written and typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.people.known.names import as_typed, readings, words_of

APOSTROPHES = "'’‘‛`´ʹʻʼʽʾʿˈ′＇׳՚ꞌ"


def finds(typed: str, name: str) -> bool:
    words = words_of([name])
    return any(
        all(any(word.startswith(beginning) for word in words) for beginning in reading)
        for reading in readings(typed)
    )


@pytest.mark.parametrize("written", [*APOSTROPHES, "-", "‐", "\u2011", " ", "", "·"])
@pytest.mark.parametrize("typed", [*APOSTROPHES, "-", "‐", "\u2011", " ", "", "·"])
def test_names_apart_and_together_find_each_other(written: str, typed: str) -> None:
    for one, other in [("o", "bryan"), ("ka", "ahumanu"), ("лук", "яненко"), ("jean", "luc")]:
        name = f"Ann {one.title()}{written}{other.title()}"
        assert finds(f"{one}{typed}{other}", name)
        assert finds(f"{one}{typed}{other[:1]}", name)
        assert finds(f"{one}{typed}{other} ann", name)


@pytest.mark.parametrize(
    "name", ["Jan van der Berg", "Jan Vanderberg", "Jan van derBerg", "Jan Van-der-Berg"]
)
@pytest.mark.parametrize(
    "typed", ["van der berg", "vanderberg", "vander b", "jan van der b", "van-der-berg jan"]
)
def test_a_name_of_several_words_is_found_as_one_and_one_word_as_several(typed: str, name: str) -> None:
    assert finds(typed, name)


def test_two_names_that_are_written_as_one_each_are_found() -> None:
    assert finds("o'bryan-smith ka'ahu", "OBryanSmith Kaahumanu")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("гончар", "Ґончар"),
        ("ґончар", "Гончар"),
        ("ихор", "Їхор"),
        ("іван", "Иван"),
        ("иван", "Іван"),
        ("евген", "Євген"),
        ("елена", "Элена"),
        ("семен", "Семён"),
        ("вдовыченко", "Вдовиченко"),
        ("лукьян", "Лукʼяненко"),
        ("лук’ян", "Лукьяненко"),
        ("strasse", "Straße"),
        ("straße", "Strasse"),
        ("mueller", "Müller"),
        ("müller", "Mueller"),
        ("muller", "Müller"),
        ("joergensen", "Jørgensen"),
        ("aase", "Åse"),
        ("djordje", "Đorđe"),
        ("dorde", "Đorđe"),
        ("munoz", "Muñoz"),
        ("muñoz", "Munoz"),
        ("lukasz", "Łukasz"),
        ("yilmaz", "Yılmaz"),
        ("yılmaz", "Yilmaz"),
        ("elnur", "Əlnur"),
        ("احمد", "أحمد"),
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("امنه", "آمنة"),
        ("ٱلرحمن", "الرحمن"),
        ("سنا", "سناء"),
        ("موسي", "موسى"),
        ("على", "علی"),
        ("كريمي", "کریمی"),
        ("بارسا", "پارسا"),
        ("שלום", "שלומית"),
    ],
)
def test_a_neighbouring_letter_of_the_same_script_finds(typed: str, name: str) -> None:
    assert finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("joe", "John"),
        ("kafor", "Jack Okafor"),
        ("bryan o", "Bryan"),
        ("mu", "Maria"),
        ("okaforjack", "Jack Okafor"),
        ("an na", "Hanna"),
        ("בן", "כן"),
        ("سمير", "شمير"),
    ],
)
def test_what_is_another_name_does_not_find(typed: str, name: str) -> None:
    assert not finds(typed, name)


@pytest.mark.parametrize(
    ("name", "typed", "stands_out"),
    [
        ("Jack Okafor", "oka ja", ["Ja", "Oka"]),
        ("Jeanluc Martin", "jean-l", ["Jeanl"]),
        ("Jean-Luc Martin", "jeanlu", ["Jean-Lu"]),
        ("Jean-Luc Martin", "jean-l", ["Jean", "L"]),
        ("Kaʻahumanu", "ka'ah", ["Ka", "ah"]),
        ("Jan van der Berg", "vanderb", ["van der B"]),
        ("Jan Vanderberg", "jan van der b", ["Jan", "Vanderb"]),
        ("Müller", "muel", ["Mül"]),
        ("Straße", "strass", ["Straß"]),
        ("Nobody", "x", []),
    ],
)
def test_what_was_typed_stands_out_in_the_name(name: str, typed: str, stands_out: list[str]) -> None:
    pieces = as_typed(name, typed)
    assert "".join(text for text, _ in pieces) == name
    assert [text for text, is_typed in pieces if is_typed] == stands_out


TEXT = st.text(st.sampled_from("aäßÆøİıʼ'- 李ґїь\u0301"), max_size=8) | st.text(max_size=8)


@given(name=TEXT, typed=TEXT)
def test_a_name_in_pieces_is_the_name_and_every_name_finds_itself(name: str, typed: str) -> None:
    assert "".join(text for text, _ in as_typed(name, typed)) == name
    assert finds(name, name) or not readings(name)


def test_the_words_of_the_longest_name_stay_few() -> None:
    assert len(words_of(["ab " * 66])) <= 12
    assert len(readings("x " * 99)) <= 40
