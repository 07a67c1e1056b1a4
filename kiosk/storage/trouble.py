"""What went wrong with storage, in a sentence for a person."""

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError


class StorageTrouble(Exception):  # noqa: N818 - its message is the sentence a person reads
    """Something could not be read or written; the message says what, and what was not lost."""


_SENTENCES = (
    ("not a database", "The data file is not a database. It was left as it is."),
    ("malformed", "The data file is damaged. It was left as it is; a backup can take its place."),
    ("disk is full", "The disk is full, so nothing more can be saved. What was saved before is safe."),
    ("readonly", "The data can only be read, so nothing more can be saved. What was saved before is safe."),
    ("read-only", "The data can only be read, so nothing more can be saved. What was saved before is safe."),
    ("locked", "Another program is holding the data. What was saved before is safe; please try again."),
    ("disk i/o error", "The disk does not answer properly. What was saved before was left as it is."),
    ("unable to open", "The data file cannot be opened. Check that its folder exists and may be written."),
    ("no such table", "The data file holds no kiosk data. Run “kiosk migrate” first."),
)


def in_words(error: SQLAlchemyError) -> str:
    """One sentence for what the database said; never a value that was being written."""
    if isinstance(error, IntegrityError):
        return "What was to be saved contradicts what is kept. Nothing was changed."
    if getattr(getattr(error, "orig", None), "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return "The data file was moved away while it was in use. Put it back, or a backup in its place."
    said = str(error.orig).lower() if isinstance(error, DBAPIError) else ""
    for sign, sentence in _SENTENCES:
        if sign in said:
            return sentence
    return "The data could not be reached. What was saved before was left as it is."
