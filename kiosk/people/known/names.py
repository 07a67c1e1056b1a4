"""The words by which somebody is found: of any script, without case and accents, and as they sound."""

import re
import unicodedata
from collections.abc import Iterable

# Letters that are one sign to Unicode and another letter to whoever has no key for them.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "ʼ": "", "ʻ": ""}
)
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_BLANKS = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
_SOUNDS = (
    *(("ph", "f"), ("th", "t"), ("sch", "s"), ("sh", "s"), ("tch", "k"), ("ch", "k"), ("ck", "k")),
    *(("x", "ks"), ("c", "k"), ("q", "k"), ("g", "k"), ("z", "s"), ("w", "v"), ("d", "t"), ("b", "p")),
)
_SILENT = re.compile("(?<=.)[aeiouyjh]")
_TWICE = re.compile(r"(.)\1+")
_LATIN = re.compile("[a-z]+")


def fold(text: str) -> str:
    """The text as somebody types it who looks for it: no case, no marks, plain letters."""
    apart = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in apart if unicodedata.category(char)[0] != "M")
    return letters.casefold().translate(_PLAIN)


def words_typed(text: str) -> list[str]:
    """The beginnings of words that are looked for."""
    return _WORD.findall(fold(text))


def words_of(names: Iterable[str]) -> set[str]:
    """Every word that finds a person of these names.

    Jean-Luc is also jeanluc, and where words stand without blanks each sign may begin one.
    """
    found: set[str] = set()
    for name in " ".join(names).split():
        words = words_typed(name)
        found |= {*words, "".join(words)}
        for word in words:
            found |= {word[sign.start() :] for sign in _WITHOUT_BLANKS.finditer(word)}
    return found - {""}


def as_typed(name: str, typed: str) -> list[tuple[str, bool]]:
    """The name in pieces, each with whether it is what somebody typed to find it."""
    pieces, shown = [], 0
    for word in _WORD.finditer(name):
        length = max((_length(word[0], beginning) for beginning in words_typed(typed)), default=0)
        if length:
            end = word.start() + length
            pieces += [(name[shown : word.start()], False), (name[word.start() : end], True)]
            shown = end
    return [(text, is_typed) for text, is_typed in [*pieces, (name[shown:], False)] if text]


def _length(word: str, beginning: str) -> int:
    """How many characters of a word a folded beginning stands for; none where it begins otherwise."""
    if not fold(word).startswith(beginning):
        return 0
    return next(n for n in range(1, len(word) + 1) if len(fold(word[:n])) >= len(beginning))


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
