"""The command line: what can be asked, and how mistakes are answered."""

import os
import sys
from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from kiosk.cli import counter, customers, machine, sharing
from kiosk.cli.adding import add
from kiosk.commands import CommandError
from kiosk.mishap import where
from kiosk.settings import SettingsError, find_file, read

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
    add(commands, "run", "kiosk.commands.run:run", "open the kiosk and greet")
    add(
        commands, "demo", "kiosk.commands.demo:demo", "open the kiosk with a sample shop and its cards to tap"
    )
    for group in (customers, counter, machine, sharing):
        group.add_commands(commands)
    return parser
