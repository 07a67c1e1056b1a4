"""What lies outside of what is kept: files that were written before somebody was forgotten."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.people.words import Words, filled

_TOLD = 3


def files_left(files: Sequence[Path], words: Words) -> str:
    """A sentence that names some of these files, so that somebody deletes them; empty without files."""
    if not files:
        return ""
    told = [str(file) for file in files[:_TOLD]] + ["…"] * (len(files) > _TOLD)
    sentence = words.gettext("These files were written before and may still name them: {files}")
    return filled(sentence, files=", ".join(told))
