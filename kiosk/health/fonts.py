"""Fonts: every script in which somebody's name or note is written can be drawn."""

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress

from sqlalchemy import select

from kiosk.health.examination import Examination, green, red
from kiosk.health.finding import Finding
from kiosk.health.stored import reading
from kiosk.storage.models import Customer, Note, Staff
from kiosk.storage.trouble import StorageTrouble

NAME = "fonts"

_PACKAGES = "fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
_EMOJI = "emoji"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, scripts = case.words, _scripts(_letters(case))
    install = words.gettext("sudo apt install {packages}").format(packages=_PACKAGES)
    try:
        from kiosk.drawing.coverage import can_draw
    except OSError:
        says = words.gettext("Pango, Cairo or fontconfig is missing, which draw every text.")
        do = words.gettext("sudo apt install {packages}")
        yield red(NAME, says=says, do=do.format(packages="libpangocairo-1.0-0 libfontconfig1"))
        return
    missing = sorted(script for script, letters in scripts.items() if not can_draw(letters))
    if missing:
        says = words.gettext("Names or notes are written in what no font here can draw: {scripts}.")
        yield red(NAME, says=says.format(scripts=", ".join(missing)), do=install)
    else:
        says = words.gettext("Everything that is written here can be drawn: {scripts}.")
        yield green(NAME, says=says.format(scripts=", ".join(sorted(scripts))))


def _letters(case: Examination) -> set[str]:
    """Every sign that stands in a name or a note."""
    letters = set("A")
    with suppress(StorageTrouble), reading(case) as session:
        for column in (Customer.name, Customer.called_by, Note.text, Staff.name):
            for text in session.scalars(select(column)):
                letters.update(text)
    return letters


def _scripts(letters: Iterable[str]) -> dict[str, set[str]]:
    """Letters by their script, which is the first word of a letter's name in Unicode; and pictures."""
    scripts: dict[str, set[str]] = {}
    for letter in letters:
        kind, name = unicodedata.category(letter), unicodedata.name(letter, "")
        if kind.startswith("L") and kind != "Lm":
            scripts.setdefault(name.partition(" ")[0].lower(), set()).add(letter)
        elif kind == "So" and ord(letter) > 0xFFFF:
            scripts.setdefault(_EMOJI, set()).add(letter)
    return scripts
