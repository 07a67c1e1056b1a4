"""The scanner families, one module each; a profile makes the framer for a line."""

from collections.abc import Callable, Mapping

from drivers.framing import Framer
from drivers.line import SerialLine
from drivers.profiles import plain

PROFILES: Mapping[str, Callable[[SerialLine], Framer]] = {"plain": plain.framer}
"""What may stand as ``profile`` in a SerialLine."""
