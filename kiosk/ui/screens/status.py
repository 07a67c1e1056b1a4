"""How is the kiosk? A card for every finding, those first that need a hand, page by page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.health.finding import Finding, State
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool
from kiosk.ui.screens.paged import Paged
from kiosk.ui.screens.status_card import StatusCard, height_of
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_COLUMN = 16
"""A column is at least so many times as wide as the titles in it are high."""


class Row(NamedTuple):
    """Cards side by side, all as high as the highest."""

    findings: Sequence[Finding]
    height: float


class StatusScreen(Paged):
    """Shows findings, or that they are looked for; dispatches `on_look` to look again, and `on_close`.

    Buttons with the words of `more` do what else there is: they dispatch `on_more` with their number.
    """

    sentence = StringProperty("")
    __events__ = ("on_close", "on_look", "on_more")
    on_close = on_look = on_more = default_handler

    def __init__(self, words: Words, title: str, *more: str, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._findings: Sequence[Finding] = ()
        self._cards = Pool(StatusCard)
        head, again = self.ids.head, TapButton(text=words.gettext("Look again"))
        head.title, head.close_word = title, words.gettext("Close")
        self.more = [TapButton(text=word) for word in more]
        head.put_beside(self.pager, again, *self.more)
        again.bind(on_tap=lambda _: self.dispatch("on_look"))
        for number, button in enumerate(self.more):
            button.bind(on_tap=lambda _, number=number: self.dispatch("on_more", number))
        self.bind(pos=self.arrange, size=self.arrange, sentence=self.arrange)

    def begin(self) -> None:
        """Show the page before anything has been examined."""
        self._findings = ()
        self.arrange()

    def wait(self) -> None:
        """Somebody is looking; what was found before stays meanwhile."""
        self.sentence = self._words.gettext("Looking at everything; this takes a moment.")

    def show(self, findings: Sequence[Finding]) -> None:
        """Put what was found on the glass, the worst first, beginning with the first page."""
        states = list(State)
        worst_first = sorted(findings, key=lambda one: states.index(one.state), reverse=True)
        self.put(worst_first, self._summary(findings))

    def put(self, findings: Sequence[Finding], sentence: str) -> None:
        """Put findings on the glass in this order, and a sentence above them."""
        self._findings = findings
        self.page = 0
        self.sentence = sentence
        self.arrange()

    def _summary(self, findings: Sequence[Finding]) -> str:
        amiss = sum(one.state is not State.GREEN for one in findings)
        if not amiss:
            return self._words.gettext("All is well.")
        return self._words.ngettext("{n} thing to see to.", "{n} things to see to.", amiss).format(n=amiss)

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        unit = App.get_running_app().sizes.unit
        x, width, floor = self.x + 8 * unit, self.width - 16 * unit, self.y + 4 * unit
        rows = self._rows(width, shrink)
        pages, top, has_room = list[list[Row]](), self.top, False

        def lay_out() -> int:
            nonlocal pages, top, has_room
            below, has_room = self.ids.head.stand(self, shrink)
            top = below - self._gap
            pages = self._broken(rows, top - floor)
            return len(pages)

        self.count(lay_out)
        self._put(pages[self.page], x, top, width, shrink)
        return has_room and all(row.height <= top - floor for row in rows)

    @property
    def _gap(self) -> float:
        return float(2.5 * App.get_running_app().sizes.unit)

    def _across(self, width: float) -> int:
        is_upright = self.height > self.width
        return 1 if is_upright or width < 2 * _COLUMN * App.get_running_app().sizes.button else 2

    def _card_width(self, width: float) -> float:
        across = self._across(width)
        return (width - (across - 1) * self._gap) / across

    def _rows(self, width: float, shrink: float) -> list[Row]:
        across, wide = self._across(width), self._card_width(width)
        rows = (self._findings[i : i + across] for i in range(0, len(self._findings), across))
        return [Row(row, max(height_of(one, self._words, wide, shrink) for one in row)) for row in rows]

    def _broken(self, rows: Sequence[Row], room: float) -> list[list[Row]]:
        """The rows of each page; one that is higher than `room` stands alone."""
        pages: list[list[Row]] = [[]]
        left = room
        for row in rows:
            if pages[-1] and row.height > left:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.height + self._gap
        return pages

    def _put(self, rows: Sequence[Row], x: float, top: float, width: float, shrink: float) -> None:
        self.ids.cards.clear_widgets()
        self._cards.give_back()
        wide = self._card_width(width)
        for row in rows:
            for n, finding in enumerate(row.findings):
                card = self._cards.take()
                card.show(finding, self._words)
                placing.set_smaller(card, shrink)
                card.size = wide, row.height
                card.pos = x + n * (wide + self._gap), top - row.height
                self.ids.cards.add_widget(card)
            top -= row.height + self._gap
