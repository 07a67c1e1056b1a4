"""What the running kiosk tells of itself: to systemd that it lives, and to the doctor how it is."""

from collections.abc import Callable, Sequence

from kivy.clock import Clock

from kiosk.health.vitals import EVERY, VitalsTold
from kiosk.heartbeat import BEATS, Heartbeat
from kiosk.machine.notify import notifier, watchdog_seconds
from kiosk.ui.renderer import renderer
from kiosk.worker import Worker


class SignsOfLife:
    """Given from now on, on the glass's own thread; to be made once there is a picture.

    The first of `workers` writes the vitals.
    """

    def __init__(
        self, vitals: VitalsTold, workers: Sequence[Worker], is_listening: Callable[[], bool]
    ) -> None:
        vitals.renderer = renderer()
        self._events = [Clock.schedule_interval(lambda _: workers[0].submit(vitals.write), EVERY)]
        tell, patience = notifier(), watchdog_seconds()
        tell("READY=1")
        if patience is not None:
            heart = Heartbeat(tell, is_listening, [worker.submit for worker in workers])
            self._events.append(Clock.schedule_interval(lambda _: heart.beat(), patience / BEATS))

    def end(self) -> None:
        """Stop telling."""
        for event in self._events:
            event.cancel()
