"""How the desk is asked: on the worker's thread, and what follows is said on the glass's."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kiosk.mishap import where
from kiosk.people.staff.members import ManagersOnly
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.ui.asking import Result, ignore
from kiosk.ui.configuration import Call
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Desk

log = logging.getLogger("kiosk")


class Asking:
    """Fulfils `kiosk.ui.asking.AskDesk`, from any thread; the desk is opened by the first who asks.

    `cross` has a call made on the glass's thread, `tell_trouble` shows there what nobody else tells.
    """

    def __init__(
        self,
        worker: Worker,
        open_desk: "Callable[[], Desk]",
        cross: Callable[[Call], None],
        tell_trouble: Callable[[str], None],
        words: Words,
    ) -> None:
        self._worker, self._open_desk, self._cross = worker, open_desk, cross
        self._tell_trouble, self._words = tell_trouble, words
        self._desk: Desk | None = None

    def __call__(
        self,
        work: "Callable[[Desk], Result]",
        then: Callable[[Result], None] = ignore,
        refused: Callable[[str], None] | None = None,
        managers_only: Callable[[], None] | None = None,
    ) -> None:
        """See AskDesk."""
        refuse = refused or self._tell_trouble

        def job() -> None:
            self._cross(self._outcome(work, then, refuse, managers_only))

        if not self._worker.submit(job):
            self._cross(partial(refuse, self._words.gettext("Too much at once. Please tap again.")))

    def _outcome(
        self,
        work: "Callable[[Desk], Result]",
        then: Callable[[Result], None],
        refuse: Callable[[str], None],
        managers_only: Callable[[], None] | None,
    ) -> Call:
        """Do the work; what came of it, as the call to be made on the glass."""
        from kiosk.storage.trouble import StorageTrouble

        try:
            return partial(then, self._at_the_desk(work))
        except (RefusedText, StorageTrouble) as reason:
            if managers_only is not None and isinstance(reason, ManagersOnly):
                return managers_only
            return partial(refuse, self._words.gettext(str(reason)))
        except Exception as error:
            log.error("error at the desk: %s", where(error))
            return partial(
                refuse,
                self._words.gettext(
                    "Something unexpected happened. What was saved before is safe. Please scan again."
                ),
            )

    def _at_the_desk(self, work: "Callable[[Desk], Result]") -> Result:
        from kiosk.storage.trouble import StorageDamage

        self._desk = self._desk or self._open_desk()
        try:
            return work(self._desk)
        except StorageDamage:
            # Opened anew, it is that of the newest good copy.
            self._desk = self._open_desk()
            return work(self._desk)
