"""Commands on their way to a scanner, one at a time."""

from collections import deque

from drivers.session import Send

_ROOM = 8


class Outbox:
    """Sends the next command ``pause`` seconds after the last, or as soon as that one is answered.

    With ``patience`` an answer is waited for, so many seconds; without it nobody answers. When it is full,
    the oldest command that waits is dropped.
    """

    def __init__(self, pause: float = 0.0, patience: float = 0.0) -> None:
        self._pause, self._patience = pause, patience
        self._waiting: deque[bytes] = deque(maxlen=_ROOM)
        self._next_at = 0.0
        self._answer_until: float | None = None

    def put(self, data: bytes) -> None:
        """Have ``data`` sent when its turn comes."""
        self._waiting.append(data)

    @property
    def due(self) -> float | None:
        """The monotonic time at which ``next`` is to be asked, or None while nothing waits."""
        if self._answer_until is not None:
            return self._answer_until
        return self._next_at if self._waiting else None

    @property
    def awaits_answer(self) -> bool:
        """True from sending a command until it is answered, or no answer is waited for any more."""
        return self._answer_until is not None

    def answered(self) -> None:
        """The scanner has answered."""
        self._answer_until = None

    def next(self, now: float) -> list[Send]:
        """Return what is to be sent now: one command at the most."""
        if self._answer_until is not None and now >= self._answer_until:
            self._answer_until = None
        if self._answer_until is not None or not self._waiting or now < self._next_at:
            return []
        self._next_at = now + self._pause
        self._answer_until = now + self._patience if self._patience else None
        return [Send(self._waiting.popleft())]
