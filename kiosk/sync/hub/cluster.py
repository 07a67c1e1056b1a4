"""A PostgreSQL of the hub's own on a Debian machine: one cluster, which nothing else uses."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.sync.hub.certificates import Certificate, make_certificate
from kiosk.sync.hub.making import HOST
from kiosk.sync.hub.site import Site, as_json, read_site

NAME = "kiosk"
PORT = 5440
"""Beside PostgreSQL's usual port, which may be somebody else's."""

PACKAGE = "postgresql"

CONFIGURATION = Path("/etc/postgresql")
"""Where Debian has the settings of clusters, by version and name."""

_ADMINISTRATOR, _SOCKETS = "postgres", "/var/run/postgresql"

WAL_SETTINGS: Mapping[str, str] = {
    "wal_recycle": "off",
    "min_wal_size": "32MB",
    "max_wal_size": "128MB",
}
"""The log of writes: what was forgotten shall not stay in it, so its files are few and not used again."""

_SETTINGS: Mapping[str, str] = {
    "listen_addresses": "*",
    "ssl": "on",
    "password_encryption": "scram-sha-256",
    "max_connections": "60",
    "shared_buffers": "64MB",
    # Otherwise it quotes in its journal what it could not read.
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
_ACCOUNT = "greeting-kiosk"
"""As which the kiosk runs on this machine; see systemd/greeting-kiosk.sysusers."""

_ACCESS = """\
local   all    postgres                 peer map=administrators
local   kiosk  hub_host                 peer map=hosts
hostssl kiosk  +hub_counter  all        scram-sha-256
"""
_USERS = (
    "administrators root postgres\nadministrators postgres postgres\n"
    f"hosts root hub_host\nhosts {_ACCOUNT} hub_host\n"
)


class ClusterError(Exception):
    """The hub cannot be made or found on this machine; the message is a sentence."""


class Cluster:
    """It may be made, and started. Raises ClusterError."""

    def __init__(self, name: str = NAME, port: int = PORT) -> None:
        self._name, self.port = name, port

    @property
    def host(self) -> str:
        """How the kiosk of this machine gets in, as libpq has it."""
        return f"host={_SOCKETS} port={self.port} user={HOST}"

    @property
    def admin(self) -> str:
        """How root gets in, as libpq has it."""
        return f"host={_SOCKETS} port={self.port} user={_ADMINISTRATOR}"

    @property
    def is_there(self) -> bool:
        """True once it was made."""
        return self._folder().is_dir()

    def make(self, address: str) -> Certificate:
        """Make and start it, to be reached at an address; returns its certificate."""
        certificate = make_certificate(address)
        _run("pg_createcluster", _version(), self._name, f"--port={self.port}", "--", "--data-checksums")
        folder = self._folder() / "hub"
        folder.mkdir(mode=0o700)
        for name, content in (("server.crt", certificate.shown), ("server.key", certificate.key)):
            _write(folder / name, content)
        files = {"ssl_cert_file": f"{folder}/server.crt", "ssl_key_file": f"{folder}/server.key"}
        lines = [f"{name} = '{value}'\n" for name, value in {**_SETTINGS, **WAL_SETTINGS, **files}.items()]
        _write(self._folder() / "conf.d" / "hub.conf", "".join(lines))
        _write(self._folder() / "pg_hba.conf", _ACCESS)
        _write(self._folder() / "pg_ident.conf", _USERS)
        shutil.chown(folder, _ADMINISTRATOR, _ADMINISTRATOR)
        _run("pg_ctlcluster", _version(), self._name, "start")
        return certificate

    def keep_site(self, site: Site) -> None:
        """Keep what there is to be known of it."""
        _write(self._folder() / "hub" / "site.json", as_json(site))

    def site(self) -> Site:
        """What there is to be known of it."""
        found = read_site(self._folder() / "hub" / "site.json")
        if found is None:
            raise ClusterError("There is no hub on this machine. “sudo kiosk hub install” makes one.")
        return found

    def drop(self) -> None:
        """Stop it, and remove all that it holds."""
        _run("pg_dropcluster", "--stop", _version(), self._name)
        # Debian leaves what it has not written itself.
        shutil.rmtree(self._folder())

    def _folder(self) -> Path:
        return CONFIGURATION / _version() / self._name


def is_installed() -> bool:
    """Whether Debian's PostgreSQL is there."""
    return shutil.which("pg_createcluster") is not None


def install_postgresql() -> None:
    """Get it from Debian. Raises ClusterError."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-qy", PACKAGE]):
        _run(*command, environment=environment)


def _version() -> str:
    found = [folder.name for folder in Path("/usr/lib/postgresql").glob("*") if folder.name.isdigit()]
    if not found:
        raise ClusterError(f"PostgreSQL is missing: sudo apt-get install {PACKAGE}.")
    return max(found, key=int)


def _write(file: Path, content: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, "utf-8")
    file.chmod(0o600)
    shutil.chown(file, _ADMINISTRATOR, _ADMINISTRATOR)


def _run(*command: str, environment: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise ClusterError(f"{command[0]} could not do its work: {_last_line(done.stderr)}")


def _last_line(told: str) -> str:
    lines: Sequence[str] = told.strip().splitlines() or ["it does not say why"]
    return lines[-1]
