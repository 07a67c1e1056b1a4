"""The commands about customers: their data in and out, and what becomes of it."""

from kiosk.cli.adding import WHO, Commands, add, add_printing


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_load(commands)
    _add_import(commands)
    _add_erase(commands)
    add(commands, "retention", "kiosk.commands.forgetting:retention", "list who is to be thought of anew")
    _add_export(commands)
    _add_person(commands)
    _add_merge(commands)
    _add_cards(commands)


def _add_load(commands: Commands) -> None:
    load = add(commands, "load", "kiosk.commands.data:load", "load a shop file: all of it or nothing")
    load.add_argument("file", help="the shop file, JSON")
    load.add_argument(
        "--came-back",
        metavar="KEY",
        action="append",
        default=[],
        help="somebody in the file who was forgotten here and is happy to be remembered again",
    )


def _add_import(commands: Commands) -> None:
    importing = add(
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


def _add_erase(commands: Commands) -> None:
    erase = add(commands, "erase", "kiosk.commands.forgetting:erase", "forget somebody, to the last byte")
    erase.add_argument("who", metavar="CARD|KEY", help=WHO)
    erase.add_argument("--yes", action="store_true", help="do it, and do not only show it")


def _add_export(commands: Commands) -> None:
    export = add(
        commands,
        "export",
        "kiosk.commands.data:export",
        "write everything that is kept, or a list of customers",
    )
    export.add_argument(
        "file", nargs="?", help="where to, .json, .csv or .vcf; without it, the shop file on standard output"
    )


def _add_person(commands: Commands) -> None:
    person = add(
        commands, "person", "kiosk.commands.person:person", "print what is kept about somebody, for them"
    )
    person.add_argument("who", metavar="CARD|KEY", help=WHO)
    person.add_argument("--pdf", metavar="FILE", help="write it as a page to be printed")
    person.add_argument("--json", action="store_true", help="as JSON")


def _add_merge(commands: Commands) -> None:
    merge = add(commands, "merge", "kiosk.commands.merging:merge", "make two who are one person one")
    merge.add_argument("keep", metavar="KEEP", help="whom to keep: a card or the key")
    merge.add_argument("other", metavar="OTHER", nargs="?", help="who is the same person, likewise")
    merge.add_argument(
        "--take", metavar="WHAT", default="", help="what is to be as OTHER has it: name,birthday,manner"
    )
    how = merge.add_mutually_exclusive_group()
    how.add_argument("--yes", action="store_true", help="do it, and do not only show it")
    how.add_argument("--undo", action="store_true", help="take back the newest merger of KEEP, for a day")


def _add_cards(commands: Commands) -> None:
    cards = add(commands, "cards", "kiosk.commands.cards:free", "list the new numbers that nobody has yet")
    more = cards.add_subparsers(title="more about cards", metavar="COMMAND")
    new = add(more, "new", "kiosk.commands.cards:new", "issue numbers for new cards")
    new.add_argument("--count", type=int, default=1, help="how many")
    of_one = add(more, "list", "kiosk.commands.cards:of_one", "list the cards of somebody")
    replace = add(more, "replace", "kiosk.commands.cards:replace", "give somebody a new number")
    several = add(more, "print", "kiosk.commands.cards:of_several", "write the cards of some people")
    several.add_argument("who", metavar="CARD|KEY", nargs="+", help=WHO)
    add_printing(several, required=True)
    draw = add(more, "draw", "kiosk.commands.cards:draw", "write the card of somebody as a picture")
    wallet = add(more, "pass", "kiosk.commands.passes:make_pass", "make a card for the wallet of a telephone")
    for means in (of_one, replace, draw, wallet):
        means.add_argument("who", metavar="CARD|KEY", help=WHO)
    draw.add_argument("file", metavar="FILE", help="where to, .svg or .png")
    where = wallet.add_mutually_exclusive_group()
    where.add_argument(
        "file", metavar="FILE", nargs="?", default="card.pkpass", help="for Apple Wallet; card.pkpass if none"
    )
    where.add_argument("--google", action="store_true", help="print the link for Google Wallet")
    for prints in (new, replace):
        add_printing(prints)
    retire = add(more, "retire", "kiosk.commands.cards:retire", "take a card that was lost out of use")
    retire.add_argument("card", metavar="CARD", help="its number")
