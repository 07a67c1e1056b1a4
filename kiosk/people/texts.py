"""What may be written down about somebody: a text in one form, with nothing hidden in it."""

import re
import unicodedata

from kiosk.people.words import Words

MOST_CHARACTERS = 280

_BLANKS = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}")

# Characters that turn the writing direction of what stands after them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class RefusedText(ValueError):  # noqa: N818 - its message is the sentence a person reads
    """Something that is not kept as it was written; the message says why, for the glass."""


def in_one_form(text: str) -> str:
    """The text in NFC, without blanks around it, and with one blank where several stood together."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).strip())


def tidy(text: str, words: Words, most: int = MOST_CHARACTERS) -> str:
    """The text in one form. Raises RefusedText where it cannot be kept."""
    tidied = in_one_form(text)
    if holds_unseen(tidied):
        raise RefusedText(
            words.gettext("There is a character in it that cannot be seen. Please type it anew.")
        )
    if not can_be_seen(tidied):
        raise RefusedText(words.gettext("Nothing is written there yet."))
    if len(tidied) > most:
        too_long = words.ngettext(
            "That is too long: {n} letter is the most.",
            "That is too long: {n} letters are the most.",
            most,
        )
        raise RefusedText(too_long.format(n=most))
    return tidied


def holds_unseen(text: str, *categories: str) -> bool:
    """Tell whether something cannot be seen, also that of further Unicode categories."""
    refused = ("Cc", "Cs", "Zl", "Zp", *categories)
    return any(unicodedata.category(char) in refused or char in _TURNING for char in text)


def can_be_seen(text: str) -> bool:
    """Tell whether there is anything in it for the eye."""
    return any(unicodedata.category(char) not in ("Cf", "Zs") for char in text)
