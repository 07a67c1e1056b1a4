"""`kiosk backup-key`: the key for which copies are encrypted that leave the machine.

The settings are changed last, by one renaming, and only for somebody who has the words on paper: wherever
this is interrupted, everything is as it was.
"""

import sys
from argparse import Namespace
from pathlib import Path

from kiosk.commands import CommandError
from kiosk.commands.keeping import ROOT
from kiosk.commands.new_key import show_new_key
from kiosk.commands.secret_key import ask_for_secret_key
from kiosk.encryption.keys import is_public_key
from kiosk.machine.unit import unit
from kiosk.settings import Settings, find_file
from kiosk.settings.writing import may_be_written, settings_with_key, write_settings

_ABOUT = """\
Copies that leave this machine can be encrypted for the shop. What opens them again are 24 words on a
page in the safe. They are shown this once, and this machine does not keep them: have pen and paper ready.
"""
_CHOICE = """\
Enter makes a new key. Or type the public half of another counter's (age1…), “words” if there is a page
in the safe already, or “later”: """
_NOTHING = "Nothing was changed."


def backup_key(settings: Settings, chosen: Namespace, root: Path = ROOT) -> int:
    """Take a key into the settings: a new one, that of another counter, or that of a page in the safe."""
    file = _settings_file(chosen.config)
    if chosen.key is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError(
            "The words are shown at a terminal, and nowhere else. Run this at one, or name a key that there"
            " is: its public half begins with age1."
        )
    public = _asked(settings, chosen.key, root)
    if public in ("", settings.backup.key):
        print(_NOTHING if settings.backup.key else f"{_NOTHING} “sudo kiosk backup-key” makes a key later.")
        return 0
    if not is_public_key(public):
        raise CommandError(f"This is not the public half of a key, which begins with age1. {_NOTHING}")
    write_settings(file, settings_with_key(file, public))
    print(f"From now on copies that leave this machine are encrypted. The key stands in {file}:\n  {public}")
    print("Another counter of the shop can have the same: sudo kiosk backup-key, and that line.")
    print(f"If the kiosk is running, restart it: sudo systemctl restart {unit(root)}.")
    return 0


def _settings_file(config: str | None) -> Path:
    file = find_file(config)
    if file is None:
        raise CommandError("There is no settings file for the key to be written to. Name one with --config.")
    if not may_be_written(file):
        raise CommandError(f"This account may not change {file}: sudo kiosk backup-key.")
    # Before anything is shown: what cannot be changed by a program is told now.
    settings_with_key(file, "")
    return file


def _asked(settings: Settings, named: str | None, root: Path) -> str:
    """The public half of the key that is wanted; empty for none. Raises CommandError."""
    try:
        if settings.backup.key not in ("", named) and not _may_go(settings.backup.key):
            return settings.backup.key
        return named or _chosen(settings, root)
    except EOFError:
        raise CommandError(_NOTHING) from None
    except KeyboardInterrupt:
        print(f"\n{_NOTHING} Words that were shown are those of no key: throw them away.")
        raise


def _may_go(key: str) -> bool:
    print(f"There is a key already: {key}")
    print("Copies that were made for it are opened by its own words: that page has to stay in the safe.")
    return input("Take another key from now on? [yes/no] ").strip().lower() in ("yes", "y")


def _chosen(settings: Settings, root: Path) -> str:
    print(_ABOUT)
    answer = input(_CHOICE).strip()
    match answer.lower():
        case "":
            return show_new_key(settings, root)
        case "later" | "no":
            return ""
        case "words":
            return ask_for_secret_key(settings).public
    return answer
