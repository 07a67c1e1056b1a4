"""A real PostgreSQL for a test, from Debian, in a folder of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import mkdtemp

from kiosk.sync.hub.cluster import WAL_SETTINGS
from kiosk.sync.hub.making import HOST

_USER = "postgres"


class Postgres:
    """A server that listens at a port of this machine, and lets its administrator in by a socket."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._data = folder / "data"

    @property
    def admin(self) -> str:
        """How its administrator gets in, as libpq has it."""
        return f"host={self.folder} port={self.port} user={_USER}"

    @property
    def host(self) -> str:
        """How the kiosk of the hub’s machine gets in."""
        return f"host={self.folder} port={self.port} user={HOST}"

    @property
    def pid(self) -> int:
        """That of the process which has started all others."""
        return int((self._data / "postmaster.pid").read_text().split()[0])

    def make(self) -> None:
        """Lay it out, and start it."""
        self._run(
            "initdb", "--auth-local=trust", "--auth-host=scram-sha-256", f"--username={_USER}", "--no-sync"
        )
        settings = {
            "listen_addresses": "'127.0.0.1'",
            "port": self.port,
            "unix_socket_directories": f"'{self.folder}'",
            "fsync": "off",
            "log_error_verbosity": "terse",
            **WAL_SETTINGS,
        }
        with (self._data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())
        self.start()

    def start(self) -> None:
        """Start it, and wait until it is there."""
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", "start")

    @property
    def runs(self) -> bool:
        """Whether it is there: on a full disk it may have given up."""
        return (self._data / "postmaster.pid").exists()

    def stop(self) -> None:
        """Stop it, as a power cut would."""
        self._run("pg_ctl", "--mode=immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        """Nobody may run it as root."""
        [found] = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))[-1:]
        as_user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_user, found, f"--pgdata={self._data}", *arguments],
            cwd="/",
            check=True,
            stdout=subprocess.DEVNULL,
        )


def is_missing() -> str:
    """Why there can be none here; empty where there can."""
    there = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return "" if there else "PostgreSQL is not installed"


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """One that runs, gone at the end."""
    # The path of its socket has to be short.
    folder = Path(mkdtemp(prefix="hub"))
    with postgres_in(folder) as server:
        yield server
    shutil.rmtree(folder)


@contextmanager
def postgres_in(folder: Path) -> Iterator[Postgres]:
    """One that runs in a folder."""
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Postgres(folder, port)
    server.make()
    try:
        yield server
    finally:
        server.stop()
