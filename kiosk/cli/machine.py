"""The commands about the machine: its data file, copies, scanners, and how it is."""

from kiosk.cli.adding import Commands, add


def add_commands(commands: Commands) -> None:
    """All of them."""
    add(commands, "migrate", "kiosk.commands.data:migrate", "bring the database up to date, after a backup")
    _add_copies(commands)
    _add_scanners(commands)
    add(commands, "relay", "kiosk.commands.relay:relay", "pass on to a till what is scanned")
    doctor = add(
        commands, "doctor", "kiosk.commands.doctor:doctor", "tell what is well, and what to do about the rest"
    )
    doctor.add_argument("--json", action="store_true", help="as JSON")
    add(
        commands,
        "settings",
        "kiosk.commands.settings:settings",
        "tell whether the settings can be used, and where data and scanners are",
    )


def _add_scanners(commands: Commands) -> None:
    scanners = add(
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
    backup = add(commands, "backup", "kiosk.commands.backups:backup", "copy the database, checked")
    backup.add_argument(
        "file",
        nargs="?",
        help="where to; it must not exist yet. Without it, among the nightly copies, and to a USB stick",
    )
    key = add(
        commands,
        "backup-key",
        "kiosk.commands.backup_key:backup_key",
        "make the key for copies that leave this machine; its secret half is shown this once",
    )
    key.add_argument(
        "key", nargs="?", metavar="KEY", help="the public half of a key that there is already: age1…"
    )
    restore = add(
        commands, "restore", "kiosk.commands.restoring:restore", "list the copies, or put one in place"
    )
    restore.add_argument("file", nargs="?", help="the copy; without it, the copies there are are listed")
    how = restore.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    how.add_argument(
        "--accept", action="store_true", help="go on with the copy that the kiosk put in place by itself"
    )
