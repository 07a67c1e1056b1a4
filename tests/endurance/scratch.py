"""A folder to work in: in memory where there is one, since it is written to a million times."""

from pathlib import Path
from tempfile import TemporaryDirectory

_IN_MEMORY = Path("/dev/shm")


def scratch(name: str) -> TemporaryDirectory[str]:
    """One that is gone when it is left."""
    return TemporaryDirectory(prefix=f"endurance-{name}-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
