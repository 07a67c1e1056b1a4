"""The thread that does what takes time: one job after the other, from a queue that is bounded."""

from collections.abc import Callable
from contextlib import suppress
from queue import Full, Queue
from threading import Thread

Job = Callable[[], None]


class Worker:
    """Does jobs in order on one thread, of this name."""

    def __init__(self, name: str = "worker", room: int = 64) -> None:
        self._jobs: Queue[Job | None] = Queue(room)
        self._thread = Thread(target=self._work, name=name, daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def submit(self, job: Job) -> bool:
        """Put a job in the queue; False when it is full."""
        try:
            self._jobs.put_nowait(job)
        except Full:
            return False
        return True

    def stop(self, patience: float = 10) -> None:
        """Finish what is in the queue, for at most `patience` seconds."""
        if self._thread.is_alive():
            with suppress(Full):
                self._jobs.put(None, timeout=patience)
            self._thread.join(patience)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
