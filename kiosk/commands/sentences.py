"""What storage says, to the person at the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.commands import CommandError
from kiosk.storage.trouble import StorageTrouble


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Where the data cannot be read or written, the command ends with the sentence. Raises CommandError."""
    try:
        yield
    except StorageTrouble as trouble:
        raise CommandError(str(trouble)) from None
