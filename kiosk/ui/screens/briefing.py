"""Before we open: who celebrates, who is likely to come, what to ask and to thank for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.drawing.pictures import picture_and_item
from kiosk.people.briefing import Briefing, Item, Topic, names
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.pool import Pool
from kiosk.ui.widgets import CueCard, TapButton, Text

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

COLUMNS: Mapping[str, tuple[Topic, ...]] = MappingProxyType(
    {
        "celebrating": (Topic.CELEBRATING, Topic.TO_WISH),
        "likely": (Topic.LIKELY, Topic.AWAY),
        "asking": (Topic.PUT_RIGHT, Topic.ASK, Topic.THANK),
    }
)
"""What stands under each other; the columns stand side by side, and upright one above the next."""


class BriefingScreen(Widget):
    """As many items of each column as fit; all of them stand on paper.

    Dispatches `on_print`, `on_close`, and `on_gone` for those who have not come for years.
    """

    sentence = StringProperty("")
    __events__ = ("on_close", "on_gone", "on_print")

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._briefing: Briefing | None = None
        self._tells: dict[str, bool] = {}
        self._cards = Pool(lambda: CueCard(size_hint=(None, None), roomy=0.65))
        self._texts = Pool(Text)
        self.ids.headline.text = words.gettext("Before we open")
        self.ids.print.text, self.ids.close.text = words.gettext("Print"), words.gettext("Close")
        self.bind(pos=self._arrange, size=self._arrange, sentence=self._arrange)

    def show(self, briefing: Briefing, gone: int = 0) -> None:
        """Put a briefing on the glass; so many have not come for years."""
        self._briefing, self.sentence = briefing, ""
        message = self._words.ngettext("{n} long gone", "{n} long gone", gone)
        self.ids.gone.text = message.format(n=gone) if gone else ""
        self._arrange()

    def on_gone(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def on_print(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def on_close(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def _arrange(self, *_: Any) -> None:
        if self._briefing is not None:
            placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """Every column that has something tells at least one thing of it."""
        ids, unit = self.ids, App.get_running_app().sizes.unit
        ids.columns.clear_widgets()
        self._cards.give_back()
        self._texts.give_back()
        margin, gap = 8 * unit, 5 * unit
        x, width = self.x + margin, self.width - 2 * margin
        top = self._set_head(x, width, gap, shrink) - 3 * unit
        floor = self.y + 4 * unit
        if self.height > self.width:
            for n, column in enumerate(COLUMNS):
                to_come = len(COLUMNS) - n
                height = (top - floor - (to_come - 1) * gap) / to_come
                top = self._set_column(column, x, top, width, height, shrink) - gap
            return not ids.headline.wraps and all(self._tells.values())
        across = (width - (len(COLUMNS) - 1) * gap) / len(COLUMNS)
        for n, column in enumerate(COLUMNS):
            self._set_column(column, x + n * (across + gap), top, across, top - floor, shrink)
        return not ids.headline.wraps and all(self._tells.values())

    def _set_head(self, x: float, width: float, gap: float, shrink: float) -> float:
        """The title and the buttons; returns how far down they reach."""
        ids, sizes = self.ids, App.get_running_app().sizes
        steps = [int(px * shrink) for px in (sizes.sentence * 1.2, sizes.sentence, sizes.title, sizes.chip)]
        headline, top = ids.headline, self.top
        headline.shrink, headline.wraps, headline.px = 1, False, steps[0]
        wanted = headline.width + gap + sum(button.width + gap for button in self._buttons)
        has_a_row_of_its_own = wanted > width and self.height > self.width
        if has_a_row_of_its_own:
            headline.pos = x, top - headline.height
            below = placing.flow(self._buttons[::-1], x, headline.y - gap / 2, width, gap)
        else:
            left, room = x, width
            for button in self._buttons:
                button.top = top
                left, room = placing.at_hand(button, left, room, gap)
            headline.px, headline.wraps = placing.headline_size(headline.text, steps, room)
            headline.width = room
            headline.pos = left, ids.close.center_y - headline.height / 2
            below = ids.close.y
        ids.sentence.width = width
        ids.sentence.pos = x, below - ids.sentence.height - gap / 2
        return float(ids.sentence.y if self.sentence else below)

    @property
    def _buttons(self) -> list[TapButton]:
        return [self.ids.close, self.ids.print, self.ids.gone]

    def _set_column(
        self, column: str, x: float, top: float, width: float, height: float, shrink: float
    ) -> float:
        """One column from `top` down; returns how far it reaches, `height` at most."""
        sizes = App.get_running_app().sizes
        heading = self._text(self._heading(column), sizes.chip * shrink)
        heading.bold = heading.wraps = True
        heading.width = width
        heading.pos = x, top - heading.height
        self.ids.columns.add_widget(heading)
        items = list(self._items(column))
        card = lru_cache(maxsize=None)(lambda i: self._card(*items[i], width, shrink))
        gap, more = 3 * sizes.unit, sizes.detail * 1.5
        room = height - heading.height - gap
        shown = placing.fitting([False] * len(items), lambda i: card(i).height, room, gap, more)
        column_of = [card(i) for i in shown]
        self._tells[column] = bool(shown) or not items
        text = self._nothing_or_more(len(items) - len(shown), bool(items))
        column_of.append(self._text(text, sizes.detail * shrink))
        for widget in column_of:
            self.ids.columns.add_widget(widget)
        return placing.stack(column_of, x, heading.y - gap, [gap] * len(column_of))

    def _text(self, text: str, px: float) -> Text:
        one = self._texts.take()
        one.text, one.px, one.ink = text, px, App.get_running_app().palette.soft
        one.bold, one.wraps, one.shrink = False, False, 1
        return one

    def _nothing_or_more(self, left: int, is_something: bool) -> str:
        if not is_something:
            return self._words.gettext("Nobody today")
        return self._words.gettext("+{n} more").format(n=left) if left else ""

    def _items(self, column: str) -> Iterator[tuple[Topic, Item]]:
        assert self._briefing is not None
        return ((topic, item) for topic in COLUMNS[column] for item in self._briefing.items[topic])

    def _card(self, topic: Topic, item: Item, width: float, shrink: float) -> CueCard:
        assert self._briefing is not None
        theme, festive = App.get_running_app(), self._briefing.is_of_today(topic, item)
        palette = theme.palette
        picture, told = picture_and_item(topic, item)
        card = self._cards.take()
        placing.set_smaller(card, 1)
        card.title_px, card.picture = theme.sizes.chip, picture
        card.title, card.detail, card.shrink = names(item, self._words), told, shrink
        card.cover = theme.cover if topic in COLUMNS["asking"] else ""
        card.fill, card.edge = (
            (palette.marigold_wash, palette.marigold) if festive else (palette.card, palette.line)
        )
        card.detail_ink = palette.ink if festive else palette.soft
        card.width = width
        return card

    def _heading(self, column: str) -> str:
        return {
            "celebrating": self._words.gettext("Celebrating"),
            "likely": self._words.gettext("Likely today, or missed"),
            "asking": self._words.gettext("To ask, to thank"),
        }[column]
