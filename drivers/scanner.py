"""The contract between a scanner and whoever listens to it."""

from collections.abc import Generator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from drivers.command import Command
from drivers.discovery import Identity
from drivers.symbology import Symbology


@dataclass(frozen=True, slots=True)
class Scan:
    """A card that was read.

    ``number`` is NFC text without an AIM identifier, 1 to 512 characters; it never shows in a repr.
    ``symbology`` is None when the scanner did not say it and the number does not tell.
    ``received_at`` is ``time.monotonic()``, in seconds, when the last byte arrived.
    ``alone`` is False when something else came over the line with it or right before it: it may be a part
    of a longer code, and only a number that somebody has already is a card then.
    """

    number: str = field(repr=False)
    symbology: Symbology | None
    received_at: float
    alone: bool = True


class Reason(StrEnum):
    """Why something that was scanned was dropped."""

    PAYMENT_CARD = "payment_card"
    PERSONAL_DOCUMENT = "personal_document"
    SECRET_KEY = "secret_key"
    FOREIGN_TAG = "foreign_tag"
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something was scanned and dropped; nothing of its value is left.

    ``length`` counts the characters as they came over the line, one a byte; of a personal document those
    of the line that told it.
    ``received_at`` is ``time.monotonic()``, in seconds, when the last byte arrived.
    """

    reason: Reason
    length: int
    received_at: float


class ScannerLost(Exception):  # noqa: N818 - it says what happened, and the sentence says the rest
    """The scanner cannot be opened or read; the message is one sentence for a technician.

    It names the port and the cause. No other exception of a driver reaches the caller.
    """


class Scanner(Protocol):
    """Anything that reads cards, already opened; ``identity`` is its USB device, where it has one."""

    @property
    def identity(self) -> Identity | None:
        """See above."""
        ...

    def scans(self) -> Generator[Scan | Refusal, None, None]:
        """Yield what is scanned, waiting for it, until ``stop()``.

        The thread that iterates owns the port, and closes it when the iteration ends for any reason.
        Raises ScannerLost when the line goes.
        """
        ...

    def command(self, command: Command) -> None:
        """Have the scanner do something, from any thread; nothing follows where it cannot."""
        ...

    def stop(self) -> None:
        """End ``scans()`` soon: from any thread, and also before it began."""
        ...
