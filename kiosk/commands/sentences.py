"""What desk and storage refuse, told to the person at the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.commands import CommandError
from kiosk.people.texts import RefusedText
from kiosk.storage.trouble import StorageTrouble


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """What cannot be read, written or done ends the command with its sentence. Raises CommandError."""
    try:
        yield
    except (RefusedText, StorageTrouble) as reason:
        raise CommandError(str(reason)) from None
