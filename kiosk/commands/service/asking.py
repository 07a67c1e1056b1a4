"""How the desk is asked: on the worker's thread, and nobody waits for it."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from drivers import Scan
from kiosk.mishap import where
from kiosk.people.changing.taps import Tap
from kiosk.people.texts import RefusedText
from kiosk.ui.setting import Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk
    from kiosk.ui.app import KioskApp

log = logging.getLogger("kiosk")

Work = Callable[["Desk"], None]
Kept = TypeVar("Kept")


class Asking:
    """The desk is opened by the first who asks. Whatever goes wrong ends in a sentence on the glass."""

    app: "KioskApp"

    def __init__(self, worker: Worker, open_desk: Callable[[], "Desk"], place: Place) -> None:
        self._worker, self._open_desk, self._place = worker, open_desk, place
        self._words = place.words
        self._desk: Desk | None = None
        self._new_card: Scan | None = None

    def _change(self, make: Callable[["Desk"], "Answer"], done: Tap | None = None) -> None:
        """A tap on a greeting changes what is known; the greeting follows."""

        def work(desk: "Desk") -> None:
            answer = make(desk)
            self.app.flows.serving.renew(answer.greeting, answer.trouble, done)

        self._submit(work)

    def _kept(self, keep: Callable[[], Kept], refuse: Callable[[str], None]) -> Kept | None:
        """Keep what was written; None after a refusal, which says why."""
        from kiosk.storage.trouble import StorageTrouble

        try:
            return keep()
        except (RefusedText, StorageTrouble) as reason:
            refuse(self._words.gettext(str(reason)))
            return None

    def _submit(self, work: Work) -> None:
        if not self._worker.submit(lambda: self._do(work)):
            self.app.resting.tell_trouble(self._words.gettext("Too much at once. Please tap again."))

    def _do(self, work: Work) -> None:
        from kiosk.storage.trouble import StorageTrouble

        try:
            self._at_the_desk(work)
        except StorageTrouble as trouble:
            self.app.resting.tell_trouble(self._words.gettext(str(trouble)))
        except Exception as error:
            log.error("error at the desk: %s", where(error))
            self.app.resting.tell_trouble(
                self._words.gettext(
                    "Something unexpected happened. What was saved before is safe. Please scan again."
                )
            )

    def _at_the_desk(self, work: Work) -> None:
        from kiosk.storage.trouble import StorageDamage

        self._desk = self._desk or self._open_desk()
        try:
            work(self._desk)
        except StorageDamage:
            # Opened anew, it is that of the newest good copy.
            self._desk = self._open_desk()
            work(self._desk)
