"""How bright the glass is: it dims when nobody has been served for a while."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from kiosk.ui.configuration import Look
from kiosk.ui.widgets import Veil

_EYE = 2.2
"""The exponent that makes light of a pixel's value."""


class Light:
    """Bright while somebody is served, and until `look.dim_after` seconds after that; 0 is for ever.

    It dims by the backlight; where `shine` answers that there is none, by the veil.
    """

    def __init__(self, look: Look, shine: Callable[[float], bool], veil: Veil) -> None:
        self._look, self._shine, self._veil = look, shine, veil
        self._dim_later = Clock.create_trigger(self._dim, look.dim_after)
        # Whoever was here before may have left it so.
        self.is_dimmed = True
        veil.wakes = self.touched

    def served(self) -> None:
        """Somebody is served from now on: it stays bright."""
        self._dim_later.cancel()
        if self.is_dimmed:
            self.is_dimmed = False
            self._shine(self._look.brightness)
            self._veil.darkness = 0

    def resting(self) -> None:
        """Nobody is served from now on: it is bright for a while."""
        self.served()
        if self._look.dim_after:
            self._dim_later()

    def touched(self) -> bool:
        """Somebody is there, who is not served yet; True when that woke it."""
        woke = self.is_dimmed
        if woke or self._dim_later.is_triggered:
            self.resting()
        return woke

    def _dim(self, *_: Any) -> None:
        self.is_dimmed = True
        part = min(self._look.dim_to, self._look.brightness)
        if not self._shine(part):
            self._veil.darkness = 1 - part ** (1 / _EYE)
