"""The columns of the briefing: as many items of each as there is room for."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.pictures import picture_and_item
from kiosk.people.briefing import Briefing, Item, Topic, names
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.pool import Pool
from kiosk.ui.widgets import CueCard, Text

COLUMNS: Mapping[str, tuple[Topic, ...]] = MappingProxyType(
    {
        "celebrating": (Topic.CELEBRATING, Topic.TO_WISH),
        "likely": (Topic.LIKELY, Topic.AWAY),
        "asking": (Topic.PUT_RIGHT, Topic.ASK, Topic.THANK),
    }
)
"""What stands under each other; the columns stand side by side, and upright one above the next."""


class BriefingColumns(Widget):
    """Each has a heading, cards, and a line about what has no room, or that there is nothing."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._cards = Pool(lambda: CueCard(size_hint=(None, None), roomy=0.65))
        self._texts = Pool(Text)
        self._tells: dict[str, bool] = {}

    def show(self, briefing: Briefing, words: Words) -> None:
        """What there is to tell from now on."""
        self._briefing, self._words = briefing, words

    def stand(self, x: float, top: float, width: float, floor: float, shrink: float) -> bool:
        """Between `top` and `floor`, side by side; returns whether each that has something tells of it."""
        self._begin()
        gap = 5 * App.get_running_app().sizes.unit
        across = (width - (len(COLUMNS) - 1) * gap) / len(COLUMNS)
        for n, column in enumerate(COLUMNS):
            self._set_column(column, x + n * (across + gap), top, across, top - floor, shrink)
        return all(self._tells.values())

    def stand_upright(self, x: float, top: float, width: float, floor: float, shrink: float) -> bool:
        """The same one above the next; what one leaves of its room is for those under it."""
        self._begin()
        gap = 5 * App.get_running_app().sizes.unit
        for n, column in enumerate(COLUMNS):
            to_come = len(COLUMNS) - n
            height = (top - floor - (to_come - 1) * gap) / to_come
            top = self._set_column(column, x, top, width, height, shrink) - gap
        return all(self._tells.values())

    def _begin(self) -> None:
        self.clear_widgets()
        self._cards.give_back()
        self._texts.give_back()

    def _set_column(
        self, column: str, x: float, top: float, width: float, height: float, shrink: float
    ) -> float:
        """One column from `top` down; returns how far it reaches, `height` at most."""
        sizes = App.get_running_app().sizes
        heading = self._text(self._heading(column), sizes.chip * shrink)
        heading.bold = heading.wraps = True
        heading.width = width
        heading.pos = x, top - heading.height
        self.add_widget(heading)
        items = self._items(column)
        card = lru_cache(maxsize=None)(lambda i: self._card(*items[i], width, shrink))
        gap, more = 3 * sizes.unit, sizes.detail * 1.5
        room = height - heading.height - gap
        shown = placing.fitting([False] * len(items), lambda i: card(i).height, room, gap, more)
        column_of = [card(i) for i in shown]
        self._tells[column] = bool(shown) or not items
        text = self._nothing_or_more(len(items) - len(shown), bool(items))
        column_of.append(self._text(text, sizes.detail * shrink))
        for widget in column_of:
            self.add_widget(widget)
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

    def _items(self, column: str) -> Sequence[tuple[Topic, Item]]:
        return [(topic, item) for topic in COLUMNS[column] for item in self._briefing.items[topic]]

    def _card(self, topic: Topic, item: Item, width: float, shrink: float) -> CueCard:
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
