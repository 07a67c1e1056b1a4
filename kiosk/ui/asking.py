"""How a flow asks for something that takes time, and says in the same place what follows.

What is asked is done on another thread; what follows is called on Kivy's. Nothing here knows a flow, and the
types of the desk and the drivers are all that the glass knows of them.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from kiosk.health.finding import Finding

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Desk

Result = TypeVar("Result")


def ignore(_result: object) -> None:
    """Do nothing with the result."""


class AskDesk(Protocol):
    """Asks the desk, and returns at once."""

    def __call__(
        self,
        work: "Callable[[Desk], Result]",
        then: Callable[[Result], None] = ignore,
        refused: Callable[[str], None] | None = None,
        managers_only: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` on the desk's thread, and then `then` with its result on Kivy's.

        Where the desk refuses or cannot do it, `refused` gets the sentence that says why; without it the
        sentence takes the place of what is on the glass. `managers_only` is called instead where only a
        manager may do it.
        """


class NextScan(Protocol):
    """Hands over one scan that is no customer's."""

    def __call__(self, take: "Callable[[Scan], None] | None", /) -> None:
        """Have the next card that is read given to `take`, in place of a greeting; None for no more."""


class FindCode(Protocol):
    """Looks whether a scanner is plugged in that types, and that a bar code of its maker's can change."""

    def __call__(self, then: Callable[[str, str], None], /) -> None:
        """`then` gets the modules of the code, from left to right, and a sentence; both empty without one."""


class TryScans(Protocol):
    """Shows what a scanner sends, and what is made of it."""

    def __call__(self, take: Callable[[Finding], None] | None, /) -> None:
        """Have everything that is scanned given to `take`, in place of a greeting; None for no more."""


class ListTold(NamedTuple):
    """What is told of a list of customers, and how its days are written, where that has to be asked.

    It `can_be_taken` over where anything would change.
    """

    findings: Sequence[Finding]
    can_be_taken: bool = False
    asks_order: bool = False


class Lists(Protocol):
    """Takes customers over from lists on a stick."""

    def find(self, then: Callable[[Sequence[str]], None]) -> None:
        """`then` gets the names of the lists on a stick of the shop's, the newest first."""

    def read(
        self,
        name: str,
        order: str | None,
        take: bool,
        progress: Callable[[int, int], None],
        then: Callable[[ListTold], None],
    ) -> None:
        """Read a list and, where they are to `take` it over, do so; nobody at the counter waits for it.

        `order` is how its days are written, "day_first" or "month_first", where that was asked. `progress`
        gets how much is done, of how much.
        """


class CardsInCommon(NamedTuple):
    """What the cards that were `scanned` so far tell of all of a shop's: their `likeness` in words.

    `scanner` and `kind` are the settings for what they were scanned with, and for cards like these.
    """

    scanned: int = 0
    likeness: str = ""
    scanner: Mapping[str, Any] = MappingProxyType({})
    kind: Mapping[str, Any] = MappingProxyType({})


class ScannedCard(NamedTuple):
    """A card of the first day: why it cannot be used, or what it was scanned with; and all so far.

    Before the first one it tells what is there to scan with.
    """

    cards: CardsInCommon
    told: str = ""
    refused: str = ""


class FirstDay(Protocol):
    """Keeps what is answered on the first day, and knows good answers."""

    @property
    def next(self) -> str:
        """What is to be asked next; nothing where all was answered."""

    @property
    def language(self) -> str | None:
        """That of the machine, by its two letters; None where it has none."""

    @property
    def time_zone(self) -> str | None:
        """That of the shop or of the machine; None where neither has one."""

    def choose(self, tables: Mapping[str, Any], following: str) -> str:
        """Keep settings by their tables, and what is asked next; returns why they could not be kept."""

    def hear(self, take: Callable[[ScannedCard], None] | None) -> None:
        """Listen to all that is plugged in, until it is None; `take` is called for each card."""

    def again(self) -> None:
        """Open the kiosk anew, with what was chosen."""


class Examine(Protocol):
    """Looks at how the kiosk is."""

    def __call__(self, then: Callable[[Sequence[Finding]], None], /) -> None:
        """Look at everything, which may take a while; `then` gets what was found."""
