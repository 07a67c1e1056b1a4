"""Sentences about damaged data, shown until the technician has mended it."""

from datetime import date

from kiosk.people.words import Words


def working_from_copy(made_on: date, is_kept: bool, words: Words) -> str:
    """The kiosk works from a copy of that day; `is_kept` tells whether what is done now is kept."""
    if is_kept:
        sentence = words.gettext(
            "Working from the copy of {day}. What was written since then is missing. "
            "Please call the technician."
        )
    else:
        sentence = words.gettext(
            "Working from the copy of {day}, and nothing can be saved. Please call the technician."
        )
    return sentence.format(day=words.day(made_on))


def damaged(words: Words, has_encrypted_copies: bool) -> str:
    """The data file is damaged, and there is no copy of it, or none that the kiosk can read by itself."""
    if has_encrypted_copies:
        return words.gettext(
            "The data is damaged, and its copies are encrypted. Nothing can be saved. Please call the"
            " technician, who needs the words from the safe."
        )
    return words.gettext(
        "The data is damaged and there is no copy of it. Nothing can be saved. Please call the technician."
    )
