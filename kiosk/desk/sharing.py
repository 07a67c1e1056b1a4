"""Sharing with other counters, as far as it is done at the counter."""

from kiosk.desk.store import Store
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, to_translate
from kiosk.sync.hub.membership import CodeError, from_code, has_joined, keep_membership

_ALREADY = to_translate("This counter shares with others already. Nothing was changed.")
_NOT_KEPT = to_translate("The code could not be kept. Nothing was changed.")


class Sharing:
    """Raises RefusedText."""

    def __init__(self, store: Store, words: Words) -> None:
        self._store, self._words = store, words

    def join(self, code: str) -> None:
        """Share with the counters of the hub whose code was scanned; a service of the machine does that."""
        file = self._store.database.file
        if file is None or has_joined(file):
            raise RefusedText(self._words.gettext(_ALREADY))
        try:
            keep_membership(file, from_code(code))
        except CodeError as reason:
            raise RefusedText(self._words.gettext(str(reason))) from None
        except OSError:
            raise RefusedText(self._words.gettext(_NOT_KEPT)) from None
