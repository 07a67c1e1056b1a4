"""Whether the scanners are there."""

from dataclasses import dataclass

from kiosk.people.words import Words


@dataclass(slots=True)
class Scanners:
    """How many there are, how many of them are `lost`, and whether somebody has seen that all are."""

    lost: int = 0
    of: int = 0
    loss_was_seen: bool = False

    @property
    def all_are_lost(self) -> bool:
        """True when nothing can be scanned."""
        return 0 < self.of == self.lost

    def state(self, words: Words) -> str:
        """What the status line says; nothing where there is no scanner at all."""
        if not self.of:
            return ""
        if not self.lost:
            return words.gettext("Scanner ready")
        if self.all_are_lost:
            return words.gettext("Scanner unplugged")
        return words.gettext("One scanner unplugged")
