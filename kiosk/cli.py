"""The command line: what can be asked, and how mistakes are answered."""

import os
import sys
from argparse import (
    SUPPRESS,
    Action,
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn, TypeAlias

from kiosk.commands import CommandError
from kiosk.mishap import where
from kiosk.settings import SettingsError, find_file, read

_AT = "at another time, like 2026-11-24T09:14 in the shop's time zone"
_WHO = "the number of a card of theirs, or their key"

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"

_EPILOG = """\
settings: --config FILE, else the file named by KIOSK_CONFIG, else /etc/greeting-kiosk/kiosk.toml,
else built-in defaults with the database in your own data folder.

exit status: 0 done; 1 it could not be done (one sentence on standard error says why), or, for
“greet”, anything but a welcome, for “doctor”, something that needs a hand; 2 the command line was not
understood.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    # What the kiosk keeps and writes is nobody else's business.
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen)
    except (SettingsError, CommandError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has had enough of it.
        sys.stderr.close()
        return 0
    except Exception as error:
        # Its message may hold a name, so only its kind and its place are told.
        told = "Something unexpected happened; what was saved before is safe."
        print(f"kiosk: {told} {where(error)}", file=sys.stderr)
        return 1


def _run(chosen: Namespace) -> int:
    # Each command loads only what it needs: one without a window never loads Kivy.
    module, _, function = chosen.runs.partition(":")
    settings = read(find_file(chosen.config))
    command: Callable[..., int] = getattr(import_module(module), function)
    status = command(settings, chosen)
    sys.stdout.flush()
    return status


class _Version(Action):
    """Looks the version up only when somebody asks: that takes as long as reading the settings."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(version("greeting-kiosk"))
        sys.exit(0)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="kiosk",
        description="A small touchscreen on a shop counter that greets people by name.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.add_argument("--config", metavar="FILE", help="the settings, a TOML file")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add(commands, "run", "kiosk.commands.run:run", "open the kiosk and greet")
    _add(
        commands, "demo", "kiosk.commands.demo:demo", "open the kiosk with a sample shop and its cards to tap"
    )
    load = _add(commands, "load", "kiosk.commands.data:load", "load a shop file: all of it or nothing")
    load.add_argument("file", help="the shop file, JSON")
    load.add_argument(
        "--came-back",
        metavar="KEY",
        action="append",
        default=[],
        help="somebody in the file who was forgotten here and is happy to be remembered again",
    )
    _add_import(commands)
    erase = _add(commands, "erase", "kiosk.commands.forgetting:erase", "forget somebody, to the last byte")
    erase.add_argument("who", metavar="CARD|KEY", help=_WHO)
    erase.add_argument("--yes", action="store_true", help="do it, and do not only show it")
    _add(commands, "retention", "kiosk.commands.forgetting:retention", "list who is to be thought of anew")
    export = _add(
        commands,
        "export",
        "kiosk.commands.data:export",
        "write everything that is kept, or a list of customers",
    )
    export.add_argument(
        "file", nargs="?", help="where to, .json, .csv or .vcf; without it, the shop file on standard output"
    )
    _add_person(commands)
    _add_greet(commands)
    _add_briefing(commands)
    _add_staff(commands)
    _add(commands, "migrate", "kiosk.commands.data:migrate", "bring the database up to date, after a backup")
    _add_copies(commands)
    _add_scanners(commands)
    _add(commands, "relay", "kiosk.commands.relay:relay", "pass on to a till what is scanned")
    doctor = _add(
        commands, "doctor", "kiosk.commands.doctor:doctor", "tell what is well, and what to do about the rest"
    )
    doctor.add_argument("--json", action="store_true", help="as JSON")
    _add(
        commands,
        "settings",
        "kiosk.commands.settings:settings",
        "tell whether the settings can be used, and where data and scanners are",
    )
    return parser


def _add_person(commands: Commands) -> None:
    person = _add(
        commands, "person", "kiosk.commands.person:person", "print what is kept about somebody, for them"
    )
    person.add_argument("who", metavar="CARD|KEY", help=_WHO)
    person.add_argument("--pdf", metavar="FILE", help="write it as a page to be printed")
    person.add_argument("--json", action="store_true", help="as JSON")


def _add_import(commands: Commands) -> None:
    importing = _add(
        commands, "import", "kiosk.commands.importing:import_list", "take customers over from another program"
    )
    importing.add_argument("file", help="its list: CSV, .xlsx, .ods, vCard or JSON")
    importing.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        default=[],
        help="what a column holds; nothing behind the = for a column that is not to be read",
    )
    importing.add_argument("--days", choices=["day_first", "month_first"], help="how days are written")
    importing.add_argument("--report", metavar="FILE", help="write a line for each row that is left out")
    importing.add_argument(
        "--yes", action="store_true", help="do it; without it only what would happen is shown"
    )


def _add_greet(commands: Commands) -> None:
    greet = _add(
        commands, "greet", "kiosk.commands.greet:greet", "print what the glass would show for a card"
    )
    greet.add_argument("card", help="the number of the card, as a scanner would send it")
    greet.add_argument("--at", metavar="TIME", help=_AT)
    greet.add_argument(
        "--with", dest="present", metavar="KEY", action="append", default=[], help="somebody who came along"
    )
    greet.add_argument("--json", action="store_true", help="as JSON")


def _add_briefing(commands: Commands) -> None:
    briefing = _add(
        commands, "briefing", "kiosk.commands.briefing:briefing", "print what to have in mind before opening"
    )
    briefing.add_argument("--at", metavar="TIME", help=_AT)
    how = briefing.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON")
    how.add_argument("--pdf", metavar="FILE", help="as a page to be printed, written to FILE")


def _add_staff(commands: Commands) -> None:
    staff = _add(commands, "staff", "kiosk.commands.staff:staff", "list who works here")
    means = staff.add_subparsers(title="more about the staff", metavar="COMMAND")
    manager = _add(
        means, "manager", "kiosk.commands.staff:manager", "add a manager, and print their PIN this once"
    )
    manager.add_argument("name", metavar="NAME", help="the name that everybody sees")
    pin = _add(means, "pin", "kiosk.commands.staff:pin", "make somebody a new PIN, and print it this once")
    badge = _add(means, "badge", "kiosk.commands.staff:badge", "give somebody a badge to scan")
    for means_of_one in (pin, badge):
        means_of_one.add_argument("key", metavar="KEY", help="whom, as “kiosk staff” lists them")
    badge.add_argument("number", metavar="NUMBER", help="the number of the badge, as a scanner would send it")


def _add_scanners(commands: Commands) -> None:
    scanners = _add(
        commands,
        "scanners",
        "kiosk.commands.plugged_in:scanners",
        "list what may be a scanner of all that is plugged in",
    )
    how = scanners.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON")
    how.add_argument(
        "--listen",
        nargs="?",
        const="",
        metavar="PORT",
        help="show what a scanner sends, digits masked, and the settings for it; stop the kiosk first",
    )
    scanners.add_argument("--profile", metavar="NAME", help="how it speaks, while you listen")


def _add_copies(commands: Commands) -> None:
    backup = _add(commands, "backup", "kiosk.commands.backups:backup", "copy the database, checked")
    backup.add_argument(
        "file",
        nargs="?",
        help="where to; it must not exist yet. Without it, among the nightly copies, and to a USB stick",
    )
    key = _add(
        commands,
        "backup-key",
        "kiosk.commands.backup_key:backup_key",
        "make the key for copies that leave this machine; its secret half is shown this once",
    )
    key.add_argument(
        "key", nargs="?", metavar="KEY", help="the public half of a key that there is already: age1…"
    )
    restore = _add(
        commands, "restore", "kiosk.commands.restoring:restore", "list the copies, or put one in place"
    )
    restore.add_argument("file", nargs="?", help="the copy; without it, the copies there are are listed")
    how = restore.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    how.add_argument(
        "--accept", action="store_true", help="go on with the copy that the kiosk put in place by itself"
    )


def _add(commands: Commands, name: str, runs: str, help: str) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser(name, help=help, description=help.capitalize() + ".")
    command.add_argument("--config", metavar="FILE", default=SUPPRESS, help="the settings, a TOML file")
    command.set_defaults(runs=runs)
    return command
