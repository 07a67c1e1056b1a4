"""What PostgreSQL refuses, as a sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

_REFUSED = {"28000", "28P01", "42501"}
"""SQLSTATE: no such login, a wrong password, a right that is missing."""


CANNOT_BE_REACHED = (
    "The hub cannot be reached. See that it is switched on, and that the network is plugged in."
)
NOT_THIS_HUB = "Whoever answers is not the hub of this counter: its address has changed, or it was made anew."


class HubError(Exception):
    """The hub cannot be reached, or refuses; the message is a sentence. What it missed is told again."""


@contextmanager
def in_words() -> Iterator[None]:
    """Raise HubError for what PostgreSQL raises, without what the server quotes."""
    try:
        yield
    except psycopg.Error as error:
        raise HubError(_sentence(error)) from None


def _sentence(error: psycopg.Error) -> str:
    message = error.diag.message_primary
    if message is None and any(word in str(error) for word in ("certificate", "SSL error")):
        return NOT_THIS_HUB
    if message is None and "authentication" not in str(error) and "role" not in str(error):
        return CANNOT_BE_REACHED
    if message is None or error.sqlstate in _REFUSED:
        return "The hub lets this counter in no more: it was revoked there, or the hub was made anew."
    return f"The hub cannot take it just now: {message}."
