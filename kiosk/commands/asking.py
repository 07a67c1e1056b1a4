"""How the desk is asked: on a worker's thread, and what follows is said on the glass's."""

import logging
from collections.abc import Callable
from functools import partial
from threading import Lock
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


class OpenDesk:
    """The desk for several threads: opened by the first who asks, and anew where its data are damaged."""

    def __init__(self, open_desk: "Callable[[], Desk]") -> None:
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._opening = Lock()

    def do(self, work: "Callable[[Desk], Result]") -> Result:
        """Do something at the desk. Raises StorageTrouble, and whatever `work` raises."""
        from kiosk.storage.trouble import StorageDamage

        desk = self._in_place_of(None)
        try:
            return work(desk)
        except StorageDamage:
            # Opened anew, it is that of the newest good copy.
            return work(self._in_place_of(desk))

    def _in_place_of(self, damaged: "Desk | None") -> "Desk":
        with self._opening:
            if self._desk is None or self._desk is damaged:
                self._desk = self._open_desk()
            return self._desk


class Asking:
    """Fulfils `kiosk.ui.asking.AskDesk`, from any thread.

    `cross` has a call made on the glass's thread, `tell_trouble` shows there what nobody else tells.
    """

    def __init__(
        self,
        worker: Worker,
        desk: OpenDesk,
        cross: Callable[[Call], None],
        tell_trouble: Callable[[str], None],
        words: Words,
    ) -> None:
        self._worker, self._desk, self._cross = worker, desk, cross
        self._tell_trouble, self._words = tell_trouble, words

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
            return partial(then, self._desk.do(work))
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
