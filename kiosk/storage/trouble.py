"""What went wrong with storage, in a sentence for a person."""

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from kiosk.people.words import to_translate


class StorageTrouble(Exception):  # noqa: N818 - its message is the sentence a person reads
    """Something could not be read or written; the message says what, and what was not lost."""


class StorageDamage(StorageTrouble):
    """The data file itself is not what it was: waiting does not help, a copy does."""


DAMAGED = to_translate("The data file is damaged. It was left as it is; a backup can take its place.")
DISK_FULL = to_translate("The disk is full, so nothing more can be saved. What was saved before is safe.")
_NO_DATABASE = to_translate("The data file is not a database. It was left as it is.")
_READ_ONLY = to_translate(
    "The data can only be read, so nothing more can be saved. What was saved before is safe."
)
_SENTENCES = (
    ("not a database", _NO_DATABASE),
    ("malformed", DAMAGED),
    ("disk is full", DISK_FULL),
    ("readonly", _READ_ONLY),
    ("read-only", _READ_ONLY),
    (
        "locked",
        to_translate("Another program is holding the data. What was saved before is safe; please try again."),
    ),
    (
        "disk i/o error",
        to_translate("The disk does not answer properly. What was saved before was left as it is."),
    ),
    (
        "unable to open",
        to_translate("The data file cannot be opened. Check that its folder exists and may be written."),
    ),
    ("no such table", to_translate("The data file holds no kiosk data. Run “kiosk migrate” first.")),
)


def as_trouble(error: SQLAlchemyError) -> StorageTrouble:
    """What the database said, as a trouble whose message is one sentence."""
    sentence = in_words(error)
    return StorageDamage(sentence) if sentence in (DAMAGED, _NO_DATABASE) else StorageTrouble(sentence)


def in_words(error: SQLAlchemyError) -> str:
    """One sentence for what the database said; never a value that was being written."""
    if isinstance(error, IntegrityError):
        return to_translate("What was to be saved contradicts what is kept. Nothing was changed.")
    if getattr(getattr(error, "orig", None), "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return to_translate(
            "The data file was moved away while it was in use. Put it back, or a backup in its place."
        )
    said = str(error.orig).lower() if isinstance(error, DBAPIError) else ""
    for sign, sentence in _SENTENCES:
        if sign in said:
            return sentence
    return to_translate("The data could not be reached. What was saved before was left as it is.")
