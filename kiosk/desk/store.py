"""The database as the desk uses it: what cannot be kept is told in a sentence."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

from kiosk.people.words import Words
from kiosk.storage.file.database import Database
from kiosk.storage.trouble import StorageTrouble


class Store:
    """Each change is a transaction of its own. `standing` is what is wrong until somebody sees to it."""

    def __init__(self, database: Database, words: Words, standing: str = "") -> None:
        self.database, self._words, self._standing = database, words, standing

    def standing_trouble(self) -> str:
        """What is wrong as long as the kiosk runs, in a sentence; empty when nothing is."""
        if self._standing or not self.database.read_only:
            return self._standing
        return self._words.gettext("This program is older than its data: it greets, and saves nothing.")

    def reading(self) -> AbstractContextManager[Session]:
        """A session to read in. Raises StorageTrouble."""
        return self.database.reading()

    def write(self, change: Callable[[Session], object]) -> str:
        """Make a change; returns a sentence where it could not be kept."""
        if self.database.read_only:
            return self.standing_trouble()
        try:
            with self.database.writing() as session:
                change(session)
        except StorageTrouble as trouble:
            return self._words.gettext(str(trouble))
        return ""

    def keep(self, change: Callable[[Session], object]) -> None:
        """Make a change. Raises StorageTrouble where it could not be kept."""
        trouble = self.write(change)
        if trouble:
            raise StorageTrouble(trouble)
