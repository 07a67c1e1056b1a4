"""Lists on a stick, for the glass: each is read and taken over by a process of its own."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from kiosk.machine.sticks import of_the_shop
from kiosk.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from kiosk.ui.asking import ListTold


class StickLists:
    """Fulfils `kiosk.ui.asking.Lists`; whatever follows is handed to `cross`.

    What reads lists is loaded when somebody asks: the first picture does not wait for it.
    """

    def __init__(self, settings: Settings, cross: Callable[[Callable[[], None]], None], root: Path) -> None:
        self._settings, self._cross, self._root = settings, cross, root

    def find(self, then: Callable[[Sequence[str]], None]) -> None:
        """A stick may take its time to answer."""

        def look() -> None:
            names = [str(file) for file in _newest_first(_lists(of_the_shop(self._root)))]
            self._cross(partial(then, names))

        Thread(target=look, name="look", daemon=True).start()

    def read(
        self,
        name: str,
        order: str | None,
        take: bool,
        progress: Callable[[int, int], None],
        then: "Callable[[ListTold], None]",
    ) -> None:
        """In a process of its own: reading a long list would keep the glass from being drawn."""
        from multiprocessing import get_context

        from kiosk.commands.taking_over import work

        apart = get_context("spawn")
        mine, theirs = apart.Pipe(duplex=False)
        what = (self._settings, Path(name), order, take, theirs)
        apart.Process(target=work, args=what, name="list", daemon=True).start()
        theirs.close()
        Thread(target=self._listen, args=(mine, progress, then), name="list", daemon=True).start()

    def _listen(
        self, told: "Connection", progress: Callable[[int, int], None], then: "Callable[[ListTold], None]"
    ) -> None:
        from kiosk.commands.taking_over import Progress, ended_unexpectedly

        with told:
            try:
                while isinstance(said := told.recv(), Progress):
                    self._cross(partial(progress, *said))
            except EOFError:
                said = ended_unexpectedly(self._settings.shop.language)
        self._cross(partial(then, said))


def _lists(sticks: Iterable[Path]) -> Iterable[Path]:
    from kiosk.exchange.lists.reading import SUFFIXES

    for stick in sticks:
        with suppress(OSError):
            files = [file for file in stick.iterdir() if file.suffix.lower() in SUFFIXES]
            yield from (file for file in files if not file.name.startswith("."))


def _newest_first(files: Iterable[Path]) -> list[Path]:
    def changed(file: Path) -> float:
        try:
            return file.stat().st_mtime
        except OSError:
            return 0

    return sorted(files, key=changed, reverse=True)
