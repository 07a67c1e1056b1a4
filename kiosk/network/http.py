"""The thread that takes scans by HTTP: waitress, with narrow limits, around `ScanApp`."""

import logging
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge

from drivers import CardPattern, Refusal, Scan
from drivers.framing import Frame
from drivers.listening import address_of, open_address
from drivers.reading import read_frame
from kiosk.network.asking import MOST_WAITING
from kiosk.network.scan_app import LONGEST_BODY, TOO_LARGE, ScanApp, error_body
from kiosk.people.greeting.outcomes import Outcome
from kiosk.retrying import Retrying

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

MOST_CONNECTIONS = 32
PATIENCE = 10
"""Seconds for a whole request, and for a connection over which nothing comes."""

_LONGEST_HEADERS = 8192  # bytes
_SENTENCES = {
    413: TOO_LARGE,
    431: f"Its headers are longer than {_LONGEST_HEADERS} bytes.",
    501: "Of the transfer encodings only “chunked” is known.",
}


class _Error(ErrorTask):
    """What is refused before it comes to the application: in JSON, and without what was sent."""

    def execute(self) -> None:
        error = self.request.error
        body = error_body(_SENTENCES.get(error.code, "That is not a whole request as HTTP has it."))
        self.status = f"{error.code} {error.reason}"
        self.response_headers.append(("Content-Type", "application/json"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Parser(HTTPRequestParser):
    """Takes a body that is too long to its end, and keeps none: cut off, nobody would read the answer."""

    completed: bool
    expect_continue: bool
    _left = 0

    def received(self, data: bytes) -> int:
        """Take `data`; returns how much of it belongs to this request."""
        taken: int
        if self._left:
            taken = min(len(data), self._left)
            self._left -= taken
            self.completed = not self._left
            return taken
        taken = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) and not self.chunked:
            # Whoever asks before sending it gets the answer at once.
            self.completed, self.expect_continue = self.expect_continue, False
            self._left = 0 if self.completed else self.content_length
        return taken


class _Channel(HTTPChannel):
    """A connection on which half a request, however slowly more of it comes, counts as nothing."""

    error_task_class, parser_class = _Error, _Parser
    last_activity: float

    def handle_read(self) -> None:
        before = self.last_activity
        super().handle_read()
        if self.request is not None:
            self.last_activity = before


def serve_scans(
    address: str,
    token: str,
    own: Sequence[CardPattern],
    ask: Callable[[Scan | Refusal], Outcome],
    tell: Callable[[bool], None],
) -> "HttpListener":
    """Take scans at `address`, each of them one frame; `own` are the shop's card patterns."""

    def read(number: bytes, received_at: float) -> Scan | Refusal:
        return read_frame(Frame(number, len(number), received_at), own)

    return HttpListener(address, ScanApp(token, read, ask), tell)


class HttpListener:
    """Serves `app` at `address`, written like 127.0.0.1:8780; `tell` gets whether it does."""

    def __init__(
        self, address: str, app: "WSGIApplication", tell: Callable[[bool], None], patience: int = PATIENCE
    ) -> None:
        self._address, self._app, self._patience = address, app, patience
        self._server: BaseWSGIServer | None = None
        self._closing = Lock()
        self._retrying = Retrying("http", self._serve, tell)
        # It would name paths, and tell of every request of a flood.
        logging.getLogger("waitress").setLevel(logging.CRITICAL + 1)

    def start(self) -> None:
        """Begin to serve."""
        self._retrying.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not it can serve."""
        return self._retrying.is_alive

    def stop(self) -> None:
        """Close every connection; returns when that is done, or after two seconds."""
        self._retrying.stop(self._let_go)

    def _let_go(self) -> None:
        with self._closing:
            if self._server is not None:
                _end(self._server)

    def _serve(self) -> None:
        listening = open_address(address_of(self._address), f"http://{self._address}")
        server = create_server(
            self._app,
            sockets=[listening],
            # One more than may wait: whoever comes then is told so at once.
            threads=MOST_WAITING + 1,
            connection_limit=MOST_CONNECTIONS,
            channel_timeout=self._patience,
            cleanup_interval=1,
            max_request_body_size=LONGEST_BODY + 1,
            max_request_header_size=_LONGEST_HEADERS,
            ident=None,
            clear_untrusted_proxy_headers=True,
            expose_tracebacks=False,
            asyncore_use_poll=True,
        )
        server.channel_class = _Channel
        with self._closing:
            self._server = server
            if self._retrying.is_stopped:
                _end(server)
        self._retrying.ready()
        try:
            server.run()
        finally:
            server.task_dispatcher.shutdown()
            # Last: every thread of the server writes to it, and another file might have its number by then.
            with self._closing:
                self._server = None
                server.trigger.close()


def _end(server: BaseWSGIServer) -> None:
    """Have the loop of a server close everything but its trigger, and return; from any thread."""

    def close_all() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        server.del_channel()
        server.socket.close()
        server.trigger.del_channel()

    # On the thread of the loop: no other may touch what it waits for.
    server.trigger.pull_trigger(close_all)
