"""Most scanners: data and an ending; nothing is ever sent to the scanner."""

from drivers.framing import Framer
from drivers.line import SerialLine


def framer(line: SerialLine) -> Framer:
    """Return the framer for ``line``."""
    return Framer(line.ending, line.gap)
