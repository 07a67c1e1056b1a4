"""An error in a screen: told to the journal, survived, and not survived for ever."""

import logging
from collections import deque
from collections.abc import Callable
from time import monotonic

from kivy.base import ExceptionHandler, ExceptionManager

from kiosk.mishap import where

TOO_MANY = 5
WITHIN = 60.0

log = logging.getLogger("kiosk")


class Mishaps(ExceptionHandler):
    """Keeps the kiosk going after an error; after five within a minute it lets the process end."""

    def __init__(self, recover: Callable[[], None], clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._recover = recover
        self._clock = clock
        self._recent: deque[float] = deque(maxlen=TOO_MANY)

    def handle_exception(self, error: BaseException) -> int:
        """Kivy asks here about every uncaught error."""
        if not isinstance(error, Exception):
            return int(ExceptionManager.RAISE)
        log.error("error on the glass: %s", where(error))
        self._recent.append(self._clock())
        if len(self._recent) == TOO_MANY and self._recent[-1] - self._recent[0] < WITHIN:
            return int(ExceptionManager.RAISE)
        self._recover()
        return int(ExceptionManager.PASS)
