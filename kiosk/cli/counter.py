"""The commands about what is said at the counter, and by whom."""

from kiosk.cli.adding import AT, Commands, add, add_printing


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_greet(commands)
    _add_briefing(commands)
    _add_staff(commands)


def _add_greet(commands: Commands) -> None:
    greet = add(commands, "greet", "kiosk.commands.greet:greet", "print what the glass would show for a card")
    greet.add_argument("card", help="the number of the card, as a scanner would send it")
    greet.add_argument("--at", metavar="TIME", help=AT)
    greet.add_argument(
        "--with", dest="present", metavar="KEY", action="append", default=[], help="somebody who came along"
    )
    greet.add_argument("--json", action="store_true", help="as JSON")


def _add_briefing(commands: Commands) -> None:
    briefing = add(
        commands, "briefing", "kiosk.commands.briefing:briefing", "print what to have in mind before opening"
    )
    briefing.add_argument("--at", metavar="TIME", help=AT)
    how = briefing.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON")
    how.add_argument("--pdf", metavar="FILE", help="as a page to be printed, written to FILE")


def _add_staff(commands: Commands) -> None:
    staff = add(commands, "staff", "kiosk.commands.staff:staff", "list who works here")
    means = staff.add_subparsers(title="more about the staff", metavar="COMMAND")
    manager = add(
        means, "manager", "kiosk.commands.staff:manager", "add a manager, and print their PIN this once"
    )
    manager.add_argument("name", metavar="NAME", help="the name that everybody sees")
    pin = add(means, "pin", "kiosk.commands.staff:pin", "make somebody a new PIN, and print it this once")
    badge = add(means, "badge", "kiosk.commands.staff:badge", "give somebody a badge to scan")
    for means_of_one in (pin, badge):
        means_of_one.add_argument("key", metavar="KEY", help="whom, as “kiosk staff” lists them")
    badge.add_argument("number", metavar="NUMBER", help="the number of the badge, as a scanner would send it")
    prints = add(means, "print", "kiosk.commands.badges:print_badges", "make new badges, to be printed")
    prints.add_argument("key", metavar="KEY", nargs="+", help="for whom, as “kiosk staff” lists them")
    add_printing(prints, required=True)
