"""A folder on a disk that keeps what was synced, and of everything else only some, in any order, torn.

As POSIX has it: of a file's bytes last those that fsync was called for, of a folder's names those that were
there when it was synced. Of the rest a power cut leaves any sectors of 512 bytes, and of the names of each
folder as many of the changes as a journal had taken in, in their order. No file system forgets more.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

_HEAD = struct.Struct("<ciqI")
_SECTOR = 512
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How much of what was not synced a cut may leave: nothing, some, or all as after a crash of the program."""

Found = dict[str, bytes]
"""What a folder holds, by path."""


@dataclass(frozen=True, slots=True)
class Call:
    """What the program did, as recorder.c writes it down; `ends_at` is how long the record is with it."""

    kind: str
    descriptor: int
    number: int
    text: bytes
    ends_at: int


def calls_in(record: bytes) -> Iterator[Call]:
    """Read a record."""
    start = 0
    while start < len(record):
        kind, descriptor, number, length = _HEAD.unpack_from(record, start)
        text = start + _HEAD.size
        start = text + length
        yield Call(kind.decode(), descriptor, number, record[text:start], start)


@dataclass(eq=False)
class _File:
    """The bytes that last, and what was written or cut off since, in order."""

    lasting: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for offset, data in self.since:
            _write(self.lasting, offset, data)
        self.since.clear()

    def after_cut(self, chance: Random, kept: float) -> bytes:
        left = bytearray(self.lasting)
        for offset, data in self.since:
            for start, piece in _sectors(offset, data):
                if chance.random() < kept:
                    _write(left, start, piece)
        return bytes(left)


class ForgetfulFolder:
    """Follows a program call by call, and tells what a power cut would leave at that moment."""

    def __init__(self, folder: Path) -> None:
        """As it lies there now, all of it synced."""
        files = [path for path in folder.rglob("*") if path.is_file()]
        self._lasting = {str(path): _File(bytearray(path.read_bytes())) for path in files}
        self._now = dict(self._lasting)
        self._since: dict[str, list[dict[str, _File | None]]] = {}
        self._open: dict[int, _File | str] = {}

    def follow(self, call: Call) -> None:
        """The program did this."""
        match call.kind:
            case "o":
                self._open_file(call.descriptor, call.text.decode(), call.number)
            case "c":
                self._open.pop(call.descriptor)
            case "s":
                self._sync(self._open[call.descriptor])
            case "w" | "t":
                file = self._open[call.descriptor]
                assert isinstance(file, _File)
                file.since.append((call.number, call.text if call.kind == "w" else None))
            case "u":
                self._rename({call.text.decode(): None})
            case "r" | "l":
                before, after = call.text.decode().split("\0")
                moved: dict[str, _File | None] = {after: self._now[before]}
                self._rename(moved | {before: None} if call.kind == "r" else moved)
            case "m":
                pass
            case other:
                raise AssertionError(other)

    def after_cut(self, chance: Random) -> Found:
        """What is found when the power comes back."""
        kept, names = chance.choice(_KEPT), dict(self._lasting)
        for changes in self._since.values():
            most = len(changes) if kept == 1.0 else chance.randint(0, len(changes)) if kept else 0
            for change in changes[:most]:
                _apply(names, change)
        lies = {id(file): file.after_cut(chance, kept) for file in names.values()}
        return {path: lies[id(file)] for path, file in names.items()}

    def _open_file(self, descriptor: int, path: str, flags: int) -> None:
        if flags & os.O_DIRECTORY or os.path.isdir(path):
            self._open[descriptor] = path
            return
        if path not in self._now:
            self._rename({path: _File(bytearray())})
        file = self._open[descriptor] = self._now[path]
        if flags & os.O_TRUNC:
            file.since.append((0, None))

    def _rename(self, change: dict[str, "_File | None"]) -> None:
        """One change of names; both of a renaming lie in the same folder, and come together."""
        _apply(self._now, change)
        (folder,) = {os.path.dirname(path) for path in change}
        self._since.setdefault(folder, []).append(change)

    def _sync(self, what: "_File | str") -> None:
        if isinstance(what, _File):
            what.sync()
            return
        for change in self._since.pop(what, []):
            _apply(self._lasting, change)


def lay_out(found: Found, folder: Path, target: Path) -> None:
    """Write what was found in a folder into another one."""
    for path, content in found.items():
        file = target / Path(path).relative_to(folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _apply(names: dict[str, _File], change: dict[str, _File | None]) -> None:
    for path, file in change.items():
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def _write(content: bytearray, offset: int, data: bytes | None) -> None:
    """Write, or without data make it end there."""
    if data is None:
        del content[offset:]
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if data is not None:
        content[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes | None) -> Iterator[tuple[int, bytes | None]]:
    """What is written, sector by sector as the disk takes it."""
    if data is None:
        yield offset, None
        return
    start = 0
    while start < len(data):
        end = min(len(data), start + _SECTOR - (offset + start) % _SECTOR)
        yield offset + start, data[start:end]
        start = end
