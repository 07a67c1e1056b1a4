"""Fonts: every script in which somebody's name or note is written can be drawn."""

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress

from sqlalchemy import select

from kiosk.health.examination import Examination, green, red
from kiosk.health.finding import Finding
from kiosk.health.remedies import install
from kiosk.health.stored import reading_much
from kiosk.locale.scripts import EMOJI, script_of
from kiosk.storage.models import Customer, Note, Staff
from kiosk.storage.trouble import StorageTrouble

NAME = "fonts"

_PACKAGES = ("fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji")
_INSTALLED = "var/lib/dpkg/info"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, scripts = case.words, _scripts(_letters(case))
    try:
        from kiosk.drawing.coverage import can_draw
    except OSError:
        says = words.gettext("Pango, Cairo or fontconfig is missing, which draw every text.")
        yield red(NAME, says=says, do=install(case, "libpangocairo-1.0-0", "libfontconfig1"))
        return
    # One font for all of a script is found at once; rare letters of it may be in another.
    missing = [
        script
        for script, letters in scripts.items()
        if not (can_draw(letters) or all(can_draw(letter) for letter in letters))
    ]
    if missing:
        says = words.gettext("Names or notes are written in what no font here can draw: {scripts}.")
        yield red(NAME, says=says.format(scripts=words.scripts(missing)), do=_get_fonts(case))
    else:
        says = words.gettext("Everything that is written here can be drawn: {scripts}.")
        yield green(NAME, says=says.format(scripts=words.scripts(scripts)))


def _get_fonts(case: Examination) -> str:
    lacking = [one for one in _PACKAGES if not (case.root / _INSTALLED / f"{one}.list").exists()]
    if lacking:
        return install(case, *lacking)
    return case.words.gettext("Debian’s usual fonts are all here: write these in other letters as well.")


def _letters(case: Examination) -> set[str]:
    """Every sign that stands in a name or a note."""
    letters = set("A")
    with suppress(StorageTrouble), reading_much(case) as session:
        for column in (Customer.name, Customer.called_by, Note.text, Staff.name):
            for text in session.scalars(select(column)):
                letters.update(text)
    return letters


def _scripts(letters: Iterable[str]) -> dict[str, set[str]]:
    """Letters by their script, and pictures."""
    scripts: dict[str, set[str]] = {}
    for letter in letters:
        kind = unicodedata.category(letter)
        if kind.startswith("L") and kind != "Lm":
            scripts.setdefault(script_of(letter), set()).add(letter)
        elif kind == "So" and ord(letter) > 0xFFFF:
            scripts.setdefault(EMOJI, set()).add(letter)
    return scripts
