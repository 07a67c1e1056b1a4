"""A counter that shares what it knows: `kiosk hub join`, `status` and `leave`, and `kiosk sync`."""

import logging
import signal
import sys
from argparse import Namespace
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from kiosk.commands import CommandError
from kiosk.commands.joining import current_database
from kiosk.commands.keeping import database_file
from kiosk.commands.sentences import in_a_sentence
from kiosk.journal import start_journal
from kiosk.settings import Settings
from kiosk.storage.file.lasting import give_to_owner_of_folder
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import stop_sharing
from kiosk.sync.hub.membership import (
    CodeError,
    Membership,
    certificate_file,
    forget_membership,
    from_code,
    keep_membership,
    membership_of,
)
from kiosk.sync.hub.site import hosted_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.sync.answering import Invite

log = logging.getLogger("kiosk")


def join(settings: Settings, chosen: Namespace) -> int:
    """Share with the counters of a hub from now on. Raises CommandError."""
    file = database_file(settings)
    code = chosen.code or (input("The code: ") if sys.stdin.isatty() else sys.stdin.readline())
    with in_hub_words():
        require_alone(file)
        membership = from_code(code)
    join_hub(settings, file, membership)
    print("This counter shares what it knows from now on. “kiosk hub status” tells how far it is.")
    return 0


def status(settings: Settings, _chosen: Namespace) -> int:
    """Print how far each counter is. Raises CommandError."""
    from kiosk.sync.hub.connection import Hub

    file = database_file(settings)
    with in_hub_words():
        membership = _require_member(file)
        with Hub(membership, certificate_file(file)) as hub:
            for counter in hub.status():
                met = "has never been here" if counter.met is None else f"was here {_ago(counter.met)}"
                print(
                    f"{counter.name}: {met}; {counter.unsent:,} changes to tell, {counter.unheard:,} to hear"
                )
    return 0


def leave(settings: Settings, _chosen: Namespace) -> int:
    """Stand for itself again, with all that this counter knows. Raises CommandError."""
    file = database_file(settings)
    with in_hub_words():
        _require_member(file)
    forget_membership(file)
    with in_a_sentence(), current_database(settings) as database, database.writing() as session:
        stop_sharing(driver_of(session.connection()))
    print("This counter stands for itself again; all it knows has stayed.")
    return 0


def sync(settings: Settings, _chosen: Namespace) -> int:
    """Exchange with the hub until it is told to stop, or this counter has left it. Raises CommandError."""
    from kiosk.sync.answering import answering
    from kiosk.sync.hub.connection import Hub
    from kiosk.sync.running import keep_exchanging

    file = database_file(settings)
    with in_hub_words():
        membership = _require_member(file)
    start_journal()
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    certificate = certificate_file(file)
    with (
        current_database(settings) as database,
        Hub(membership, certificate) as hub,
        answering(file, Hub(membership, certificate), _inviting(file)),
    ):
        keep_exchanging(database, hub, stopped)
    return 0


def _inviting(file: Path) -> "Invite | None":
    """How counters are let in where this machine is the hub."""
    site = hosted_by(file)
    if site is None:
        return None
    # With what makes certificates, which no other counter needs.
    from kiosk.sync.hub.cluster import Cluster
    from kiosk.sync.hub.inviting import code_for

    return partial(code_for, Cluster().host, site)


def join_hub(settings: Settings, file: Path, membership: Membership) -> None:
    """Join a counter, whose data is in `file`. Raises CommandError; it stands for itself then as before."""
    from kiosk.sync.exchange import begin
    from kiosk.sync.hub.connection import Hub

    with in_hub_words():
        try:
            with Hub(membership, certificate_file(file)) as hub, current_database(settings) as database:
                begin(database, hub)
            # An administrator may have made it.
            give_to_owner_of_folder(file)
            # From now on the service exchanges.
            keep_membership(file, membership)
        except BaseException:
            forget_membership(file)
            raise


def require_alone(file: Path) -> None:
    """Raise CommandError where a counter has joined a hub already."""
    if membership_of(file) is not None:
        raise CommandError("This counter has joined a hub already. “kiosk hub leave” comes first.")


def _require_member(file: Path) -> Membership:
    found = membership_of(file)
    if found is None:
        raise CommandError(
            "This counter has not joined a hub. “kiosk hub join” or “kiosk hub install” does it."
        )
    return found


def _ago(met: float) -> str:
    minutes = int((datetime.now(UTC).timestamp() - met) / 60)
    return "just now" if minutes < 1 else f"{minutes:,} minutes ago"


@contextmanager
def in_hub_words() -> "Iterator[None]":
    """What a hub, its code or its server refuses ends the command with its sentence. Raises CommandError."""
    from kiosk.sync.hub.cluster import ClusterError
    from kiosk.sync.hub.refusals import HubError

    with in_a_sentence():
        try:
            yield
        except (ClusterError, CodeError, HubError) as reason:
            raise CommandError(str(reason)) from None
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}.") from None
