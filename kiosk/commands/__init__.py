"""The commands: here, and only here, settings, scanner, desk and glass are joined."""


class CommandError(Exception):
    """A command cannot be carried out; the message is one sentence for the person at the terminal."""
