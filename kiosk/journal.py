"""The journal of a program that runs: one line an event."""

import logging
import sys


def start_journal() -> None:
    """Write on standard error, where the system's journal picks it up."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("alembic").setLevel(logging.WARNING)
