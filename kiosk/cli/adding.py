"""How every command is added: by its name, and by the function that runs it."""

from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from typing import TypeAlias

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"

AT = "at another time, like 2026-11-24T09:14 in the shop's time zone"
WHO = "the number of a card of theirs, or their key"


def add(commands: Commands, name: str, runs: str, help: str) -> ArgumentParser:
    """Add a command; `runs` is the module and the function that carry it out, loaded only then."""
    command: ArgumentParser = commands.add_parser(name, help=help, description=help.capitalize() + ".")
    command.add_argument("--config", metavar="FILE", default=SUPPRESS, help="the settings, a TOML file")
    command.set_defaults(runs=runs)
    return command


def add_printing(command: ArgumentParser, required: bool = False) -> None:
    """The file that cards are written to, and the sheet that they stand on."""
    command.add_argument(
        "--pdf", metavar="FILE", required=required, help="write cards to be printed, in true size"
    )
    sheets = "a page for each card, a4 to be cut, or the name of a label sheet"
    command.add_argument("--sheet", default="card", help=sheets)
