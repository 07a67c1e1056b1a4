"""The commands of several counters that share what they know."""

from kiosk.cli.adding import Commands, add


def add_commands(commands: Commands) -> None:
    """All of them."""
    add(commands, "sync", "kiosk.commands.sharing:sync", "exchange with the hub, for as long as it runs")
    hub = add(commands, "hub", "kiosk.commands.sharing:status", "tell how far each counter of the hub is")
    more = hub.add_subparsers(title="more about the hub", metavar="COMMAND")
    install = add(
        more, "install", "kiosk.commands.hub:install", "make this machine the hub of several counters"
    )
    install.add_argument("--address", help="how the others reach it; its own address in the network if none")
    invite = add(more, "invite", "kiosk.commands.hub:invite", "print the code with which a counter joins")
    revoke = add(more, "revoke", "kiosk.commands.hub:revoke", "let a counter in no more")
    add(more, "erase", "kiosk.commands.hub:erase", "take what was forgotten out of the hub's files")
    for about in (invite, revoke):
        about.add_argument("name", metavar="NAME", help="of the counter, like 2")
        about.add_argument(
            "--shop", metavar="NAME", help="of a chain: whose counter it is; this one's if none"
        )
    join = add(more, "join", "kiosk.commands.sharing:join", "share with the counters of a hub")
    join.add_argument(
        "code", nargs="?", metavar="CODE", help="what “kiosk hub invite” printed; asked for if none"
    )
    add(more, "status", "kiosk.commands.sharing:status", "tell how far each counter is")
    add(more, "leave", "kiosk.commands.sharing:leave", "share no more; all this counter knows stays")
