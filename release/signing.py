"""What tells that an archive is the one that was made: its hash, and the signature of whoever made it.

OpenSSH signs, since it is on every Raspberry Pi and every machine that is reached by ssh, and whoever makes a
release has a key of it already. The public half travels in the archive: each version knows who may sign the
next one.
"""

import hashlib
import subprocess
from pathlib import Path

NAME = "greeting-kiosk"
"""Whose signature it is, and for what: no signature for anything else counts."""

SIGNERS = "release-signers"


def write_digest(archive: Path) -> None:
    """Put the SHA-256 of an archive beside it, as `sha256sum --check` reads it."""
    with archive.open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "utf-8")


def write_signers(key: Path, folder: Path) -> None:
    """Write the public half of a key of ssh-keygen, as its list of allowed signers, into `folder`."""
    public = key.with_name(f"{key.name}.pub").read_text("utf-8").strip()
    (folder / SIGNERS).write_text(f'{NAME} namespaces="{NAME}" {public}\n', "utf-8")


def sign(archive: Path, key: Path) -> None:
    """Put the signature of an archive beside it, under its name and `.sig`."""
    signature = archive.with_name(f"{archive.name}.sig")
    signature.unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAME, archive], check=True)
