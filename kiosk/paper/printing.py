"""Paper: to the printer that the machine has set up, else into a file."""

import os
import shutil
import subprocess
from pathlib import Path

from platformdirs import user_documents_dir

from kiosk.files import A_PDF, beginning, write_whole
from kiosk.machine.sticks import may_be_given_away, sticks
from kiosk.people.words import Words

PATIENCE = 5
"""Seconds after which a command of the print service is given up: scans wait meanwhile, and the watchdog."""


def print_page(page: bytes, name: str, words: Words, folder: Path | None = None) -> str:
    """Print a PDF by CUPS, or save it in `folder` (the documents'); returns a sentence that says which.

    `name` is that of the file, without its ending.
    """
    if _has_printer() and _run("lp", "-t", "greeting-kiosk", "-", page=page):
        return words.gettext("It is on its way to the printer.")
    file = _file(name, folder)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, page, A_PDF)
    except OSError:
        return words.gettext("No printer is set up, and the page could not be saved. Nothing else was lost.")
    return words.gettext("No printer is set up. The page is in {file}").format(file=file)


def can_take_along() -> bool:
    """True where somebody can have a page: there is a printer or a stick."""
    return _has_printer() or any(map(may_be_given_away, sticks()))


def take_along(page: bytes, name: str, words: Words) -> str:
    """Print a PDF for a customer, or save it on a stick; returns a sentence that says which.

    It never goes to a stick with the shop's copies: what is on that is the shop's, and not encrypted.
    """
    if not _has_printer() and put_on_stick(page, f"{name}.pdf", A_PDF):
        return words.gettext("It is on the stick.")
    if _has_printer() and _run("lp", "-t", "greeting-kiosk", "-", page=page):
        return words.gettext("It is on its way to the printer.")
    return words.gettext("It could not be printed. Nothing was lost.")


def put_on_stick(content: bytes, name: str, begins: bytes) -> bool:
    """Save a file for a customer on a stick, in place of an earlier one of its kind; False without one."""
    for stick in filter(may_be_given_away, sticks()):
        try:
            write_whole(stick / name, content, begins)
        except OSError:
            continue
        return True
    return False


def discard_page(name: str, folder: Path | None = None) -> Path | None:
    """Remove the file again, if there is one; returns it where it cannot be removed."""
    file = _file(name, folder).resolve()
    try:
        if beginning(file, len(A_PDF)) == A_PDF:
            file.unlink()
    except FileNotFoundError:
        return None
    except OSError:
        return file
    return None


def _file(name: str, folder: Path | None) -> Path:
    return (folder or Path(user_documents_dir())) / f"{name}.pdf"


def _has_printer() -> bool:
    """True when CUPS knows where to print."""
    return shutil.which("lp") is not None and _run("lpstat", "-d", says="destination:")


def _run(*command: str, page: bytes = b"", says: str = "") -> bool:
    # What CUPS says is looked for in English: it speaks the language of the machine otherwise.
    environment = os.environ | {"LC_ALL": "C"}
    try:
        done = subprocess.run(
            command, input=page, capture_output=True, timeout=PATIENCE, check=True, env=environment
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return says in done.stdout.decode(errors="replace")
