"""Letters as somebody types them who looks for a name: no case, no marks, and no key for some of them."""

import unicodedata

# Signs that are typed for an apostrophe, or written as a letter where a language has one for it.
_APOSTROPHES = str.maketrans(
    dict.fromkeys(
        "`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c0\u02c1\u02c8\u02ca\u02cb\u0384\u055a\u05f3\u1fbd\u1fbf"
        "\u1ffd\u1ffe\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40",
        "'",
    )
)
# By the plain letter: those that are one sign to Unicode and another letter to whoever has no key for them.
_NEIGHBOURS = {
    "ae": "æ",
    "b": "ɓ",
    "d": "đðɗɖ",
    "e": "əǝɛ",
    "h": "ħ",
    "i": "ı",
    "k": "ƙ",
    "l": "ł",
    "n": "ŋ",
    "o": "øɔ",
    "oe": "œ",
    "t": "ŧ",
    "th": "þ",
    "y": "ƴ",
    "а": "ә",
    "г": "ґғ",
    "е": "єэ",
    "и": "іыј",
    "к": "қ",
    "л": "љ",
    "н": "њң",
    "о": "ө",
    "у": "үұ",
    "х": "һ",
    "כ": "ך",
    "מ": "ם",
    "נ": "ן",
    "פ": "ף",
    "צ": "ץ",
    "ا": "ٱ",
    "ب": "پ",
    "ت": "ٹ",
    "ج": "چ",
    "د": "ڈ",
    "ر": "ڑ",
    "ز": "ژ",
    "ف": "ڤ",
    "ك": "کگ",
    "ن": "ں",
    "ه": "ةۃہھە",
    "ي": "ىیے",
    "": "ьъءـ",
}
_PLAIN = str.maketrans({letter: plain for plain, letters in _NEIGHBOURS.items() for letter in letters})
# Letters that may also be written as two.
_AS_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"})


def with_plain_apostrophes(text: str) -> str:
    """The text, as long as before, with one sign for every kind of apostrophe."""
    return text.translate(_APOSTROPHES)


def fold(text: str) -> str:
    """The text in plain letters, without marks: ä is a."""
    apart = unicodedata.normalize("NFKD", with_plain_apostrophes(text))
    letters = "".join(char for char in apart if unicodedata.category(char)[0] != "M")
    return letters.casefold().translate(_PLAIN)


def fold_as_two(text: str) -> str:
    """The same, with two letters where a language may write one as two: ä is ae."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_AS_TWO))
