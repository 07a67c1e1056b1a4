"""Sharing with other counters, as far as it is done at the counter."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from kiosk.desk.store import Store
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, to_translate
from kiosk.sync.asking import INVITE, ask
from kiosk.sync.hub.membership import CodeError, from_code, has_joined, keep_membership
from kiosk.sync.hub.site import hosted_by
from kiosk.sync.standing import standing

_ALREADY = to_translate("This counter shares with others already. Nothing was changed.")
_NOT_KEPT = to_translate("The code could not be kept. Nothing was changed.")
_NO_CODE = to_translate("No code could be made just now. Nothing was changed.")

_PATIENCE = 5.0
"""Seconds for a code to be made."""


class CountersToAdmit(NamedTuple):
    """Which counters the hub on this machine may let in: a new one, or others in place of those away."""

    new: str
    away: Sequence[str]


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

    def counters_to_admit(self) -> CountersToAdmit | None:
        """Whom a code can be made for; None on a machine that is not the hub."""
        file = self._store.database.file
        known = standing(file) if file is not None and hosted_by(file) is not None else None
        if known is None:
            return None
        names = {counter.name for counter in known.counters}
        new = next(str(number) for number in count(1) if str(number) not in names)
        return CountersToAdmit(new, [counter.name for counter in known.away])

    def code(self, name: str) -> str:
        """The code with which the counter of this name joins the hub on this machine.

        Whoever was let in under this name before is let in no more.
        """
        file = self._store.database.file
        code = None if file is None else ask(file, {INVITE: name}, _PATIENCE)
        if not isinstance(code, str):
            raise RefusedText(self._words.gettext(_NO_CODE))
        return code
