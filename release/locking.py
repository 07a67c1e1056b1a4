"""The lock: every version and hash of what is installed, for all Pythons and processors at once."""

import subprocess
import sys
import tomllib
from pathlib import Path

from release.targets import SUITES

RUNTIME, DEVELOPMENT, BUILD = "kiosk.txt", "dev.txt", "build.txt"
"""What the kiosk runs on, that with what it is developed with, and what its wheel is built with."""

_LOWEST_PYTHON = min(suite.python for suite in SUITES)


def write_locks(root: Path) -> None:
    """Find the newest versions that setup.cfg and pyproject.toml allow, and lock them by their hashes."""
    folder, settings = root / "requirements", root / "setup.cfg"
    builds_with = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    # The three are one environment in the end, so the second is held to the first.
    _compile(root, folder / DEVELOPMENT, settings, "--extra=dev")
    _compile(root, folder / RUNTIME, settings, f"--constraint={folder / DEVELOPMENT}")
    _compile(root, folder / BUILD, "-", f"--constraint={folder / DEVELOPMENT}", asked="\n".join(builds_with))


def _compile(root: Path, lock: Path, *arguments: str | Path, asked: str = "") -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", "--universal"),
            *("--generate-hashes", "--no-header", "--no-annotate"),
            *(f"--python-version={_LOWEST_PYTHON}", f"--output-file={lock}", *arguments),
        ],
        cwd=root,
        input=asked,
        text=True,
        check=True,
    )
