"""The counter of a shop to which scans are sent, without its glass."""

import http.client
import socket
from dataclasses import dataclass
from queue import Queue
from threading import Event
from typing import Any

import msgspec

from drivers import Refusal, Scan
from kiosk.commands.scanners import Scanners
from kiosk.commands.trial import Trial
from kiosk.desk import Desk
from kiosk.health.vitals import VitalsTold
from kiosk.locale import speech
from kiosk.scan_queue import Heard, ScanQueue
from kiosk.settings import Settings
from kiosk.worker import Worker

PATIENCE = 20.0
TOKEN = "a-token-of-the-tests"
ANN, UNNAMED, DEAD, RETIRED = "2900000000018", "2900000000025", "2900000000032", "2900000000049"
NOBODY, BADGE, PAYMENT = "2900000000056", "LOY-BADGE-7K", "4111111111111111"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: dict[str, str]


class Shop:
    """Scans are looked up at a real desk, one after the other, as the kiosk does; `frozen()` holds it up."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.scans: Queue[Scan | Refusal] = Queue()
        self.lost: Queue[int] = Queue()
        self._desk, self._worker = desk, Worker("desk")
        self._queue = ScanQueue(self._look_up)
        self._may_go_on = Event()
        self._may_go_on.set()
        vitals, trial = VitalsTold(settings.scan_ports), Trial([], speech("en"), lambda call: call())
        self.scanners = Scanners(settings, vitals, trial, self._queue.put, self.lost.put)
        self.address = settings.scan_ports[0].partition("://")[2]
        self._worker.start()
        self.scanners.start()

    def ready(self) -> "Shop":
        """Wait until it listens."""
        assert self.lost.get(timeout=PATIENCE) == 0
        return self

    def close(self) -> None:
        """Everybody goes home."""
        self.goes_on()
        self.scanners.stop()
        self._worker.stop()

    def freezes(self) -> None:
        """Nobody is looked up any more."""
        self._may_go_on.clear()

    def goes_on(self) -> None:
        """Whoever waits is looked up."""
        self._may_go_on.set()

    def connect(self) -> socket.socket:
        """A connection of its own."""
        return connect(self.address)

    def says(self, lines: str, answers: int = 1) -> list[str]:
        """Send lines over a connection, and wait for so many answers."""
        with self.connect() as connection, connection.makefile("rw", newline="\n") as file:
            file.write(lines)
            file.flush()
            return [file.readline().rstrip("\n") for _ in range(answers)]

    def posts(self, body: bytes | str, **more: Any) -> Answer:
        """See `post`."""
        return post(self.address, body, **more)

    def scan(self, number: str, **more: Any) -> Answer:
        """Send a number as JSON."""
        return self.posts(msgspec.json.encode({"number": number}), **more)

    def _look_up(self, heard: Heard, _dropped: bool) -> None:
        self.scans.put(heard.scan)
        self._worker.submit(lambda: self._welcome(heard))

    def _welcome(self, heard: Heard) -> None:
        self._may_go_on.wait(PATIENCE)
        heard.answer(self._desk.greetings.welcome(heard.scan).greeting.outcome)
        self._queue.finish()


def free_address() -> str:
    """An address of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


def connect(address: str) -> socket.socket:
    """A connection to an address like 127.0.0.1:8780."""
    return socket.create_connection(_split(address), timeout=PATIENCE)


def post(
    address: str,
    body: bytes | str,
    kind: str = "application/json",
    token: str | None = TOKEN,
    path: str = "/scan",
    method: str = "POST",
) -> Answer:
    """Send a request as a till does."""
    headers = {"Content-Type": kind} | ({} if token is None else {"Authorization": f"Bearer {token}"})
    connection = http.client.HTTPConnection(*_split(address), timeout=PATIENCE)
    try:
        connection.request(method, path, body, headers)
        return answer_of(connection.getresponse())
    finally:
        connection.close()


def _split(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def answer_of(response: http.client.HTTPResponse) -> Answer:
    """An answer, whose body is JSON always, with one text in it."""
    body = msgspec.json.decode(response.read(), type=dict[str, str])
    assert list(body) == (["outcome"] if response.status == 200 else ["error"])
    return Answer(response.status, dict(response.headers), body)
