"""The clock that is handed to whatever needs the time."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives the time now, in the shop's zone."""
