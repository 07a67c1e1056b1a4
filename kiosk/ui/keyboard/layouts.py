"""The letters of each language as on the keyboards people know, in rows from left to right.

Right-to-left letters stand here in the order of their keys; an editor may show them turned.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Layout(NamedTuple):
    """Three rows of letters, what holding each one offers, and capitals that Python would get wrong.

    `first` is the word for all of them: the first three of the alphabet.
    """

    rows: tuple[str, str, str]
    held: Mapping[str, str]
    capitals: Mapping[str, str] = {}
    first: str = "abc"

    @property
    def is_latin(self) -> bool:
        """True where other letters are accented ones; elsewhere they are the Latin alphabet."""
        return self.first == "abc"

    @property
    def has_capitals(self) -> bool:
        """False for scripts with one case: they need no shift key."""
        return self.rows[0] != self.rows[0].upper()

    def capital(self, letter: str) -> str:
        """The capital of a letter, or the letter where it has none of its own."""
        upper = self.capitals.get(letter, letter.upper())
        return upper if len(upper) == 1 else letter


_LATIN = {
    "a": "àáâäãåąæ",
    "c": "çćč",
    "d": "ďđð",
    "e": "èéêëęě",
    "g": "ğ",
    "i": "ìíîïı",
    "l": "ł",
    "n": "ñńň",
    "o": "òóôöõøœő",
    "r": "ř",
    "s": "ßśšş",
    "t": "ťþ",
    "u": "ùúûüůű",
    "y": "ýÿ",
    "z": "źżž",
}
_GERMAN = {"ß": "ẞ"}
_TURKISH = {"i": "İ", "ı": "I"}
_GREEK = {"α": "ά", "ε": "έ", "η": "ή", "ι": "ίϊΐ", "ο": "ό", "υ": "ύϋΰ", "ω": "ώ"}
_UKRAINIAN = {"г": "ґ", "е": "ёэ", "і": "ы", "ь": "ъ", "й": "ў"}
_ARABIC = {
    "ا": "أإآٱ",
    "ي": "ئی",
    "ه": "ۀ",
    "ك": "گک",
    "ج": "چ",
    "ب": "پ",
    "ز": "ژ",
    "ف": "ڤ",
    "ت": "ٹ",
    "ء": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    **dict(zip("1234567890", "١٢٣٤٥٦٧٨٩٠", strict=True)),
}
_HEBREW = {"ג": "׳", "ז": "׳", "צ": "׳", "ת": "׳", "ח": "״"}
_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _latin(rows: tuple[str, str, str], first: Mapping[str, str], capitals: Mapping[str, str]) -> Layout:
    """Under a held letter those `first` that the language needs; none that has a key of its own."""
    held = {}
    for letter, others in _LATIN.items():
        ordered = dict.fromkeys(first.get(letter, "") + others)
        held[letter] = "".join(other for other in ordered if other not in "".join(rows))
    return Layout(rows, held, {**_GERMAN, **capitals})


LAYOUTS: Mapping[str, Layout] = {
    "en": _latin(_QWERTY, {"a": "á", "e": "é", "o": "ó", "i": "í", "u": "ú"}, {}),
    "de": _latin(("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"), {"e": "é"}, {}),
    "fr": _latin(
        ("azertyuiop", "qsdfghjklm", "wxcvbn"),
        {"a": "àâæ", "e": "éèêë", "i": "îï", "o": "ôœ", "u": "ùûü", "y": "ÿ"},
        {},
    ),
    "es": _latin(
        ("qwertyuiop", "asdfghjklñ", "zxcvbnm"), {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "úü"}, {}
    ),
    "it": _latin(_QWERTY, {"a": "à", "e": "èé", "i": "ì", "o": "ò", "u": "ù"}, {}),
    "pt": _latin(
        ("qwertyuiop", "asdfghjklç", "zxcvbnm"), {"a": "ãáâà", "e": "éê", "i": "í", "o": "õóô", "u": "ú"}, {}
    ),
    "nl": _latin(_QWERTY, {"a": "á", "e": "ëé", "i": "ïí", "o": "öó", "u": "üú"}, {}),
    "pl": _latin(
        _QWERTY,
        {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"},
        {},
    ),
    "tr": _latin(("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"), {"a": "â", "i": "î", "u": "û"}, _TURKISH),
    "uk": Layout(("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"), _UKRAINIAN, first="абв"),
    "el": Layout(("ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"), _GREEK, {"ς": "ς"}, first="αβγ"),
    "ar": Layout(("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ"), _ARABIC, first="أبج"),
    "he": Layout(("קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"), _HEBREW, first="אבג"),
}
