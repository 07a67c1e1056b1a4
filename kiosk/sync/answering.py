"""The other end of `kiosk.sync.asking`: questions of the kiosk are handed on to the hub."""

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

import msgspec

from kiosk.sync.asking import INVITE, read_all, socket_file, socket_path
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.refusals import HubError

_PATIENCE = 1.0
"""Seconds for a question to come."""

_PAUSE = 30.0
"""Seconds for which a hub that could not be reached is not asked."""

log = logging.getLogger("kiosk")


Invite = Callable[[str], str]


@contextmanager
def answering(database: Path, hub: Hub, invite: Invite | None = None) -> Iterator[None]:
    """Answer meanwhile, by a connection of its own, on a thread of its own.

    `invite` makes the code for a counter of this name; None on a machine that is not the hub.
    """
    with closing(socket.socket(socket.AF_UNIX)) as door:
        with socket_path(database) as path:
            Path(path).unlink(missing_ok=True)
            door.bind(path)
        door.listen()
        Thread(target=_answer_all, args=(door, hub, invite), name="asking", daemon=True).start()
        try:
            yield
        finally:
            # Closing it alone does not wake who waits at it.
            door.shutdown(socket.SHUT_RDWR)
            socket_file(database).unlink(missing_ok=True)


def _answer_all(door: socket.socket, hub: Hub, invite: Invite | None) -> None:
    asked_again_at = 0.0
    with hub:
        while True:
            try:
                line, _ = door.accept()
            except OSError:
                return
            # Whoever asks waits for a moment only, and a hub that is away is noticed after seconds.
            if monotonic() < asked_again_at:
                line.close()
                continue
            with suppress(OSError, msgspec.DecodeError), line:
                try:
                    _answer(line, hub, invite)
                except HubError as reason:
                    log.info("No other shop is asked just now: %s", reason)
                    asked_again_at = monotonic() + _PAUSE


def _answer(line: socket.socket, hub: Hub, invite: Invite | None) -> None:
    question = msgspec.json.decode(read_all(line, monotonic() + _PATIENCE), type=dict[str, Any])
    name = question.get(INVITE)
    answer = None
    if name is None:
        answer = hub.ask(question)
    elif invite is not None:
        answer = invite(str(name))
    line.sendall(msgspec.json.encode(answer))
