"""Before we open: who celebrates, who is likely to come, what to ask and to thank for."""

from collections.abc import Collection
from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder

from kiosk.people.briefing import Briefing
from kiosk.people.words import Words
from kiosk.people.worklist import worklist
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens import item_columns  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.briefing_rows import sections
from kiosk.ui.screens.paged import Paged
from kiosk.ui.widgets import TapButton, empty_state  # noqa: F401 - “empty_state” stands in the kv file

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class BriefingScreen(Paged):
    """A list to work through: each person once, page by page, with a box to tick.

    Dispatches `on_open` with the id of a customer, `on_tick` with that and whether they are ticked now,
    `on_print`, `on_close`, `on_gone` for those of whom it is to be decided whether to forget them, and
    `on_pairs` for those who may be one person.
    """

    __events__ = ("on_close", "on_gone", "on_open", "on_pairs", "on_print", "on_tick")
    on_close = on_gone = on_open = on_pairs = on_print = on_tick = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words, self._briefing = words, Briefing.empty()
        self._ticked: Collection[UUID] = ()
        self._gone, self._print = TapButton(), TapButton(text=words.gettext("Print"))
        self._pairs = TapButton()
        self._gone.bind(on_tap=lambda _: self.dispatch("on_gone"))
        self._pairs.bind(on_tap=lambda _: self.dispatch("on_pairs"))
        self._print.bind(on_tap=lambda _: self.dispatch("on_print"))
        head = self.ids.head
        head.title, head.close_word = words.gettext("Before we open"), words.gettext("Close")
        head.put_beside(self.pager, self._print, self._gone, self._pairs)
        self.bind(pos=self.arrange, size=self.arrange)

    def show(self, briefing: Briefing, ticked: Collection[UUID], gone: int = 0) -> None:
        """Put a briefing on the glass; of so many it is to be decided."""
        self._briefing, self._ticked = briefing, ticked
        self._gone.text = self._words.gettext("Keep or forget? {n}").format(n=gone) if gone else ""
        self.tell("")

    def show_pairs(self, count: int) -> None:
        """So many pairs may be one person."""
        self._pairs.text = self._words.gettext("Same person? {n}").format(n=count) if count else ""
        self.arrange()

    def show_ticked(self, ticked: Collection[UUID]) -> None:
        """Show who is ticked by now; nobody moves."""
        self._ticked = ticked
        self.arrange()

    def tell(self, sentence: str) -> None:
        """Say where the page is, or why something was not kept."""
        self.ids.head.line = sentence
        self.arrange()

    def open_first_page(self) -> None:
        """Begin at the beginning."""
        self.page = 0

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        self.ids.rows.show(sections(worklist(self._briefing), self._ticked, self._words))
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        unit, rows, nothing = App.get_running_app().sizes.unit, self.ids.rows, self.ids.nothing
        x, width, floor = self.x + 8 * unit, self.width - 16 * unit, self.y + 4 * unit
        has_room = False

        def lay_out() -> int:
            nonlocal has_room
            below, has_room = self.ids.head.stand(self, shrink)
            rows.x, rows.width, rows.top = x, width, below - 4 * unit
            return max(1, int(rows.lay_out(rows.top - floor, 1 if self.height > self.width else 3, shrink)))

        self.count(lay_out)
        rows.put(self.page)
        calm = self._words.gettext("Nothing special today: a good day to get to know somebody.")
        nothing.picture, nothing.sentence = ("🌿", calm) if rows.is_empty else ("", "")
        nothing.stand(x, floor, width, rows.top - floor)
        return has_room and bool(rows.has_room)
