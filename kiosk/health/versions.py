"""Which versions are installed: the first question of whoever helps."""

import platform
import re
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files, version

from kiosk.health.examination import Examination, green
from kiosk.health.finding import Finding

NAME = "versions"

_SDL = re.compile(r"libSDL2-2.*\.so\.0\.(\d+)\.(\d+)$")


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    name = re.search(r'^PRETTY_NAME="?([^"\n]*)', case.read("etc/os-release"), re.MULTILINE)
    told = [
        f"greeting-kiosk {_version('greeting-kiosk')}",
        f"Python {platform.python_version()}",
        f"Kivy {_version('kivy')}",
        f"SDL {_sdl()}",
        f"SQLite {sqlite3.sqlite_version}",
        name[1] if name else platform.system(),
        case.model or platform.machine(),
    ]
    yield green(NAME, says=", ".join(told) + ".")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


def _sdl() -> str:
    """Kivy brings its own SDL, whose file is named like libSDL2-2-….so.0.3000.7 for 2.30.7."""
    try:
        names = (_SDL.search(file.name) for file in files("kivy") or ())
        found = next((name for name in names if name is not None), None)
    except PackageNotFoundError:
        found = None
    return f"2.{int(found[1]) // 100}.{found[2]}" if found else "?"
