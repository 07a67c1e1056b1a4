"""Files whose path a person gives: read up to a size, written atomically, never over another kind."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

A_PDF = b"%PDF-"
"""How every PDF begins."""

A_PNG, AN_SVG = b"\x89PNG\r\n", b"<?xml"
"""How those begin that the kiosk writes."""

A_PASS = b"PK\3\4"
"""How a .pkpass begins, which is a zip archive."""


def read_whole(file: Path, most: int) -> bytes:
    """All bytes of a file, at most so many. Raises OSError, also for a pipe or a device: they may not end."""
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    with file.open("rb") as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most >> 20} MB")
    return content


def write_whole(file: Path, content: bytes | Iterable[bytes], begins: bytes) -> None:
    """Write a new file, or one in the place of an earlier one of its kind, which begins with `begins`.

    The content may come in pieces. A pipe or a terminal is written to. Raises OSError; what is there then is
    as it was.
    """
    kind = _kind(file)
    if stat.S_ISFIFO(kind) or stat.S_ISCHR(kind):
        _send(file, content)
        return
    target = file.resolve()
    if kind and not stat.S_ISREG(kind):
        raise OSError(errno.EISDIR, "it is a folder" if stat.S_ISDIR(kind) else "it is not a file")
    if kind and not _may_go(target, begins):
        raise FileExistsError(errno.EEXIST, "something else is there, which was left as it is")
    replace_whole(target, content)


def replace_whole(file: Path, content: bytes | Iterable[bytes], like: os.stat_result | None = None) -> None:
    """Put a file in the place of whatever is there, a link too: synced, and whole at every moment.

    It is its writer's alone, or has owner and rights of another file, `like` it.
    Raises OSError; what is there then is as it was.
    """
    opened, name = mkstemp(".unfinished", f"{file.name}.", file.parent)
    try:
        with open(opened, "wb") as out:
            out.writelines(_pieces(content))
            out.flush()
            if like is not None:
                os.fchown(out.fileno(), like.st_uid, like.st_gid)
                os.fchmod(out.fileno(), stat.S_IMODE(like.st_mode))
            os.fsync(out.fileno())
        os.replace(name, file)
        sync_folder(file.parent)
    finally:
        with suppress(OSError):
            os.unlink(name)


def _pieces(content: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return [content] if isinstance(content, bytes) else content


def remove(*files: Path) -> None:
    """Remove what is there of these files; what cannot be removed stays."""
    for file in files:
        with suppress(OSError):
            file.unlink()


def beginning(file: Path, length: int) -> bytes:
    """The first bytes of a file. Raises OSError."""
    with file.open("rb") as opened:
        return opened.read(length)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last. Raises OSError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _kind(file: Path) -> int:
    """What a path leads to; 0 where there is nothing."""
    try:
        return os.stat(file).st_mode
    except FileNotFoundError:
        return 0


def _may_go(file: Path, begins: bytes) -> bool:
    """A file without a byte in it is no loss: “> FILE” and mktemp make such."""
    return beginning(file, len(begins)) in (begins, b"")


def _send(file: Path, content: bytes | Iterable[bytes]) -> None:
    # A pipe that nobody reads from would be waited for.
    opened = os.open(file, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    os.set_blocking(opened, True)
    with open(opened, "wb") as out:
        out.writelines(_pieces(content))
