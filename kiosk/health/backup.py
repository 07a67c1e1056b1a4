"""The copies: one of last night, good, not only on the card of the database, and for nobody else to read."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.health import remedies
from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.machine.sticks import sticks as mounted
from kiosk.people.words import filled
from kiosk.storage.file.copies import Copy, copies_in, is_good

NAME = "backup"

_TOO_OLD = timedelta(hours=36)


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    if case.database is None or not case.copies:
        return
    own, *sticks = case.copies
    yield _newest(case, copies_in([own], case.database))
    if case.settings.backup.usb:
        yield _on_a_stick(case, case.database, sticks)
        yield _is_encrypted(case, case.database, sticks)


def _newest(case: Examination, copies: list[Copy]) -> Finding:
    words = case.words
    make_one = words.gettext(
        "Make one with “kiosk backup”: it says what is in the way. The timer makes one every night."
    )
    if not copies:
        return amber(NAME, says=words.gettext("There is no copy yet."), do=make_one)
    newest = copies[0]
    moment = case.moment(_made_at(newest))
    if not is_good(newest.file):
        says = words.gettext("The newest copy, of {moment}, is damaged.").format(moment=moment)
        return red(NAME, says=says, do=words.gettext("The card may be dying: replace it."))
    if case.now - _made_at(newest) > _TOO_OLD:
        says = words.gettext("The newest copy is of {moment}.").format(moment=moment)
        return amber(NAME, says=says, do=make_one)
    says = words.ngettext("{n} copy, of {moment}.", "{n} copies, the newest of {moment}.", len(copies))
    return green(NAME, says=says.format(n=len(copies), moment=moment))


def _on_a_stick(case: Examination, database: Path, sticks: list[Path]) -> Finding:
    words, copies = case.words, copies_in(sticks, database)
    if not sticks:
        says = words.gettext("No USB stick is there: all copies lie where the database does.")
        do = words.gettext("Plug in one that is named KIOSK, or set usb = false in [backup].")
        return amber(NAME, says=says, do=do)
    if not copies or case.now - _made_at(copies[0]) > _TOO_OLD:
        says = words.gettext("The USB stick has no copy of the last night.")
        return amber(
            NAME, says=says, do=words.gettext("“kiosk backup” makes one, or says what is in the way.")
        )
    says = words.gettext("The newest copy on the USB stick is of {moment}.")
    return green(NAME, says=says.format(moment=case.moment(_made_at(copies[0]))))


def _is_encrypted(case: Examination, database: Path, sticks: list[Path]) -> Finding:
    words = case.words
    if not case.settings.backup.key:
        says = words.gettext("Copies on USB sticks are not encrypted: whoever finds a stick can read them.")
        do = filled(
            words.gettext("Make a key, with pen and paper at hand: {command}"), command=remedies.MAKE_A_KEY
        )
        return amber(NAME, says=says, do=do)
    if any(case.copies[0].is_relative_to(stick) for stick in mounted(case.root)):
        says = words.gettext(
            "The folder of the nightly copies is on a USB stick, where anybody can read them."
        )
        do = words.gettext(
            "Name a folder of this machine in [backup]: a stick gets encrypted copies by itself."
        )
        return amber(NAME, says=says, do=do)
    plain = [copy for copy in copies_in(sticks, database) if not copy.is_encrypted]
    if plain:
        says = words.gettext("A USB stick holds copies that anybody can read.")
        command = remedies.delete_plain_copies(plain[0].file.parent)
        do = filled(
            words.gettext("“kiosk backup” makes an encrypted one; then delete the others: {command}"),
            command=command,
        )
        return amber(NAME, says=says, do=do)
    return green(NAME, says=words.gettext("Copies on USB sticks are encrypted."))


def _made_at(copy: Copy) -> datetime:
    return datetime.fromtimestamp(copy.file.stat().st_mtime, UTC)
