"""The words by which somebody is found: of any script, without case and accents, and as they sound."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kiosk.people.known.letters import fold, fold_as_two, with_plain_apostrophes

Reading = tuple[str, ...]
"""Beginnings of words: who is meant has a word for each of them."""

_MOST_WORDS = 8
_MOST_JOINED = 6
_SPELLINGS = (fold, fold_as_two)

_WORD = re.compile(r"[^\W_]+")
_WITHOUT_BLANKS = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
_SOUNDS = (
    *(("ph", "f"), ("th", "t"), ("sch", "s"), ("sh", "s"), ("tch", "k"), ("ch", "k"), ("ck", "k")),
    *(("x", "ks"), ("c", "k"), ("q", "k"), ("g", "k"), ("z", "s"), ("w", "v"), ("d", "t"), ("b", "p")),
)
_SILENT = re.compile("(?<=.)[aeiouyjh]")
_TWICE = re.compile(r"(.)\1+")
_LATIN = re.compile("[a-z]+")


def words_of(names: Iterable[str]) -> set[str]:
    """Every word that finds a person of these names.

    Jean-Luc is also jeanluc, and van der Berg vanderberg and derberg: each word begins one with those after
    it. Where words stand without blanks each sign may begin one.
    """
    found: set[str] = set()
    for name in names:
        for spell in _SPELLINGS:
            words = _WORD.findall(spell(name))
            found |= {*words, *("".join(words[n : n + _MOST_JOINED]) for n in range(len(words)))}
            found |= {word[sign.start() :] for word in words for sign in _WITHOUT_BLANKS.finditer(word)}
    return found


def readings(typed: str) -> list[Reading]:
    """What somebody may mean by what is typed, the likeliest first; nothing where there is no letter.

    The words as they stand; those without a blank between them as one, as in o'bryan and jean-l; and some
    that follow each other as one, as in van der b.
    """
    spelled = [spell(typed) for spell in _SPELLINGS]
    apart = [_WORD.findall(text)[:_MOST_WORDS] for text in spelled]
    chunks = ([_letters(chunk) for chunk in text.split()][:_MOST_WORDS] for text in spelled)
    found = chain(apart, chunks, *(_with_some_joined(words) for words in apart))
    without_empty = (tuple(word for word in words if word) for words in found)
    return [words for words in dict.fromkeys(without_empty) if words]


def are_begun(names: Iterable[str], typed: str) -> bool:
    """True where what is typed begins words of these names, in one way that it may be meant."""
    words = words_of(names)
    return any(
        all(any(word.startswith(beginning) for word in words) for beginning in meant)
        for meant in readings(typed)
    )


def are_whole(name: str, typed: str) -> bool:
    """True where the words that are typed are whole words of this name."""
    words = words_of((name,))
    return any(words.issuperset(meant) for meant in readings(typed))


def as_typed(name: str, typed: str) -> list[tuple[str, bool]]:
    """The name in pieces, each with whether it is what somebody typed to find it."""
    pieces, shown = [], 0
    starts = [word.start() for word in _WORD.finditer(with_plain_apostrophes(name))]
    beginnings = _meant(name, starts, readings(typed))
    for start in starts:
        length = max((_length(name[start:], beginning) for beginning in beginnings), default=0)
        if length and start >= shown:
            end = start + length
            pieces += [(name[shown:start], False), (name[start:end], True)]
            shown = end
    return [(text, is_typed) for text, is_typed in [*pieces, (name[shown:], False)] if text]


def _with_some_joined(words: list[str]) -> Iterator[list[str]]:
    for length in range(2, min(_MOST_JOINED, len(words)) + 1):
        for first in range(len(words) - length + 1):
            after = first + length
            yield [*words[:first], "".join(words[first:after]), *words[after:]]


def _meant(name: str, starts: list[int], meanings: list[Reading]) -> Reading:
    """The first of the readings that this name has every word of; else the first of all."""
    for words in meanings:
        if all(any(_length(name[start:], word) for start in starts) for word in words):
            return words
    return meanings[0] if meanings else ()


def _length(text: str, beginning: str) -> int:
    """How many characters of a text a folded beginning stands for; none where it begins otherwise."""
    for spell in _SPELLINGS:
        if _letters(spell(text)).startswith(beginning):
            lengths = range(1, len(text) + 1)
            return next(n for n in lengths if len(_letters(spell(text[:n]))) >= len(beginning))
    return 0


def _letters(folded: str) -> str:
    return "".join(_WORD.findall(folded))


def sound(word: str) -> str:
    """How a folded word of Latin letters begins to sound; what is written differently may sound the same.

    Empty where too little is left to tell.
    """
    if not _LATIN.fullmatch(word):
        return ""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    heard = _TWICE.sub(r"\1", _SILENT.sub("", word))
    return heard if len(heard) > 1 else ""
