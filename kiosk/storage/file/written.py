"""Which files were written elsewhere with what is kept: whoever forgets somebody is told of them.

Beside the database lies a list of their paths, each a line of JSON, since a path may hold any sign.
"""

import json
from contextlib import suppress
from pathlib import Path

from kiosk.files import replace_whole
from kiosk.storage.file.lasting import give_to_owner_of_folder

_MOST = 100


def note_written(database: Path, file: Path) -> None:
    """Keep where a file was written; where that cannot be kept, the file is there all the same."""
    known = _listed(database)
    paths = [*(path for path in known if path != file), file][-_MOST:]
    with suppress(OSError):
        replace_whole(_list(database), "".join(f"{json.dumps(str(path))}\n" for path in paths).encode())
        give_to_owner_of_folder(_list(database))


def still_there(database: Path) -> list[Path]:
    """The files that are not known to be gone, the newest first."""
    return [file for file in reversed(_listed(database)) if not _is_gone(file)]


def _listed(database: Path) -> list[Path]:
    try:
        return [Path(json.loads(line)) for line in _list(database).read_text("ascii").splitlines()]
    except (OSError, ValueError, TypeError):
        return []


def _is_gone(file: Path) -> bool:
    """What cannot be looked at may be there: a folder of root's, for one."""
    try:
        file.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _list(database: Path) -> Path:
    return database.with_name(f"{database.name}.written")
