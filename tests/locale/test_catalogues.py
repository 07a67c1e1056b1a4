"""The catalogues are whole: nothing is missing, and nothing would break in a sentence."""

import re
from collections import Counter
from gettext import c2py
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo

import kiosk
from kiosk.locale.speech import CATALOGUES, speech
from kiosk.people.words import to_translate
from tests.locale import catalogues
from tests.locale.catalogues import TRANSLATED, Entry, as_tuple, entries

MAKE_MESSAGES = "run `make messages`, and translate what is empty in kiosk/locale/*/LC_MESSAGES/kiosk.po"
MONEY = {
    "de": "preis preise betrag punkte rabatt guthaben umsatz rang",
    "fr": "prix montant points remise solde rang",
    "es": "precio precios importe puntos descuento saldo rango",
    "uk": "ціна ціни сума бали знижка баланс ранг",
    "ar": "سعر مبلغ نقاط خصم رصيد رتبة",
}


@pytest.fixture(scope="module")
def messages() -> set[tuple[str, ...]]:
    """Every message in the program."""
    found = extract_from_dir(
        Path(kiosk.__file__).parent, keywords={**DEFAULT_KEYWORDS, to_translate.__name__: None}
    )
    return {as_tuple(message) for _, _, message, _, _ in found}


def places(text: str) -> set[str]:
    """What is filled in: the names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def wrong_lines(said: str, original: str) -> list[str]:
    """The phrasings without what every original one holds, or with something that none of them does."""
    originals = [places(line) for line in original.splitlines()]
    always, known = set.intersection(*originals), set.union(*originals)
    return [line for line in said.splitlines() if not always <= places(line) <= known]


def words_in(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}


def test_there_is_a_catalogue_for_every_language_but_that_of_the_program() -> None:
    assert {file.parts[-3] for file in CATALOGUES.glob("*/LC_MESSAGES/kiosk.po")} == set(TRANSLATED)


def test_every_message_of_the_program_is_in_the_catalogue(
    catalogue: list[Entry], messages: set[tuple[str, ...]]
) -> None:
    assert messages - {entry.original for entry in catalogue} == set(), MAKE_MESSAGES


def test_every_message_is_translated_and_none_is_a_guess(catalogue: list[Entry]) -> None:
    undone = [entry.original for entry in catalogue if entry.is_guess or not all(map(str.strip, entry.said))]
    assert undone == [], MAKE_MESSAGES


def test_a_message_is_filled_in_as_its_original_is(catalogue: list[Entry]) -> None:
    simple = [(entry.original[0], entry.said[0]) for entry in catalogue if not entry.counts]
    wrong = {original: wrong_lines(said, original) for original, said in simple}
    assert {original: lines for original, lines in wrong.items() if lines} == {}


def test_every_plural_is_there_and_tells_its_number_where_it_stands_for_several(
    catalogue: list[Entry], language: str
) -> None:
    told = catalogues.catalogue(language)
    form_of = c2py(told.plural_expr)
    numbers = Counter(map(form_of, (*range(200), *range(1_000_000, 5_000_000, 1_000_000))))
    for entry in (entry for entry in catalogue if entry.counts):
        assert len(entry.said) == told.num_plurals
        known = places(entry.original[-1])
        for form, said in enumerate(entry.said):
            assert places(said) <= known, said
            assert places(said) == known or numbers[form] == 1, said


def test_seven_weekdays_stay_seven(catalogue: list[Entry]) -> None:
    """Lines with nothing to fill in are not phrasings to choose from."""
    lists = [entry for entry in catalogue if "\n" in entry.original[0] and not places(entry.original[0])]
    assert len(lists) >= 4
    for entry in lists:
        assert len(entry.said[0].splitlines()) == len(entry.original[0].splitlines())


def test_no_phrasing_is_empty_or_said_twice(catalogue: list[Entry]) -> None:
    for lines in (said.splitlines() for entry in catalogue for said in entry.said):
        assert all(line == line.strip() != "" for line in lines), lines
        assert len(lines) == len(set(lines)), lines


@pytest.mark.parametrize(("language", "said"), [("fr", "{n} de jours"), ("es", "{n} de días")])
def test_millions_have_a_form_of_their_own_where_the_language_has_one(language: str, said: str) -> None:
    words = speech(language)
    assert words.ngettext("{n} day", "{n} days", 2_000_000) == said
    assert words.ngettext("{n} day", "{n} days", 2) != said


def test_what_the_kiosk_reads_is_what_the_translator_wrote(language: str) -> None:
    with (CATALOGUES / language / "LC_MESSAGES" / "kiosk.mo").open("rb") as file:
        read = catalogues.messages(read_mo(file))
    assert read == catalogues.messages(catalogues.catalogue(language)), "run `make messages`"


def test_the_kiosk_chooses_a_plural_as_the_translator_says(language: str) -> None:
    words, told = speech(language), catalogues.catalogue(language)
    form_of = c2py(told.plural_expr)
    for entry in (entry for entry in entries(language) if entry.counts):
        one, several = entry.original
        for n in (*range(130), 1_000_000):
            assert words.ngettext(one, several, n) == entry.said[form_of(n)]


def test_nothing_in_a_catalogue_is_about_money(catalogue: list[Entry], language: str) -> None:
    said = words_in("\n".join(text for entry in catalogue for text in entry.said))
    assert said & words_in(MONEY[language]) == set()


def test_what_is_chosen_by_the_day_is_another_one_tomorrow_and_in_a_week(catalogue: list[Entry]) -> None:
    for original, said in ((entry.original[0], entry.said[0].splitlines()) for entry in catalogue):
        if "\n" in original and places(original):
            assert len(said) > 1, original
            assert len(said) % 7 != 0, original


@pytest.mark.parametrize("said", ["Danke!", "Danke, {name} und {who}!", "Danke, {name}!\nDanke!"])
def test_a_phrasing_that_would_break_or_forgets_the_name_is_found(said: str) -> None:
    assert wrong_lines(said, "Thanks, {name}!\nThanks for {what}, {name}!")


def test_a_phrasing_may_leave_out_what_the_original_does_not_always_say() -> None:
    assert wrong_lines("Danke, {name}!", "Thanks, {name}!\nThanks for {what}, {name}!") == []


def test_what_begins_with_somebodys_words_runs_from_the_right_in_arabic() -> None:
    begins = re.compile(r"\{(?!n\})")
    said = [text for entry in entries("ar") for text in entry.said]
    assert any("{name}" in text for text in said)
    assert [text for text in said if begins.match(text)] == []
