"""Waiting for the next card: the time, and numbers without names."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.people.today import Today
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import Tile, hold  # noqa: F401 - “hold” stands in the kv file

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ReadyScreen(Widget):
    """Nobody is being served: no name may stand here.

    A tap on what today holds dispatches `on_briefing`, one on what is not finished `on_unfinished`, one for
    who has no card with them `on_find`, and one on the way `back` to the last greeting, while there is one,
    `on_back`. The clock, pressed and held, dispatches `on_status`.
    """

    clock = StringProperty("")
    day = StringProperty("")
    ready = StringProperty("")
    back = StringProperty("")
    __events__ = ("on_back", "on_briefing", "on_find", "on_status", "on_unfinished")
    on_back = on_briefing = on_find = on_status = on_unfinished = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.ready = words.gettext("Ready for the next card")
        self._today, self._unfinished = Today(), ""
        self._take_way_back = Clock.create_trigger(lambda _: self.show_way_back(0))
        self.bind(pos=self._arrange, size=self._arrange)

    def show_today(self, today: Today) -> None:
        """Show the numbers of today; a zero is left out."""
        self._today = today
        self._set()

    def show_unfinished(self, title: str) -> None:
        """Tell that something waits to be finished or, with no title, that nothing does."""
        if title != self._unfinished:
            self._unfinished = title
            self._set()

    def show_way_back(self, seconds: float) -> None:
        """Offer to go back to the last greeting for so long; names nobody."""
        self._take_way_back.cancel()
        back = self._words.gettext("Back to the last greeting")
        self.back = f"↩ {back}" if seconds > 0 else ""
        if self.back:
            self._take_way_back.timeout = seconds
            self._take_way_back()
        self._arrange()

    def _set(self) -> None:
        self.ids.tiles.clear_widgets()
        if self._unfinished:
            title, detail = self._unfinished, self._words.gettext("Tap to go on")
            self._add(Tile(size_hint=(None, None), picture="📝", title=title, detail=detail), "on_unfinished")
        today = self._today
        for picture, title, detail, is_celebration in _tiles(today, self._words):
            palette = App.get_running_app().palette
            tile = Tile(size_hint=(None, None), picture=picture, title=title, detail=detail)
            tile.fill = palette.marigold_wash if is_celebration else palette.card
            tile.edge = palette.marigold if is_celebration else palette.line
            tile.detail_ink = palette.ink if is_celebration else palette.soft
            self._add(tile, "on_briefing")
        title, detail = self._words.gettext("No card with them?"), self._words.gettext("Find by name")
        self._add(Tile(size_hint=(None, None), picture="🔍", title=title, detail=detail), "on_find")
        self._arrange()

    def _add(self, tile: Tile, event: str) -> None:
        tile.bind(on_tap=lambda *_: self.dispatch(event))
        self.ids.tiles.add_widget(tile)

    def on_clock(self, *_: Any) -> None:
        """A new minute may be wider."""
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand, spare=1)

    def _stand(self, _shrink: float, spared: int) -> bool:
        """Without room for it, what the tiles say in small type is left out first."""
        for tile in self.ids.tiles.children:
            tile.ids.detail.shown = not spared
        ids, sizes = self.ids, App.get_running_app().sizes
        unit = sizes.unit
        floor = self._set_tiles(unit)
        column, gaps = [ids.clock, ids.day, ids.ready], [0, 10 * unit, 0]
        # The way back has a place of its own: nothing moves when it goes.
        of_back = 4 * unit + max(sizes.touch, ids.back.height)
        height = placing.stacked_height(column, gaps) + of_back
        bottom = placing.stack(column, 0, floor + (self.top - floor + height) / 2, gaps)
        ids.back.top = bottom - 4 * unit
        for widget in (*column, ids.back):
            widget.x = self.x + (self.width - widget.width) / 2
        widest = max(text.width for text in column)
        return bool(height + 8 * unit <= self.top - floor and widest + 8 * unit <= self.width)

    def _set_tiles(self, unit: float) -> float:
        """The tiles at the foot, side by side where there is room; returns how high they reach."""
        tiles = list(reversed(self.ids.tiles.children))
        margin, gap = 8 * unit, 4 * unit
        across = 1 if self.height > self.width else max(2, len(tiles))
        for tile in tiles:
            tile.width = (self.width - 2 * margin - (across - 1) * gap) / across
        if across == 1:
            top = self.y + margin + placing.stacked_height(tiles, [gap] * len(tiles))
            placing.stack(tiles, self.x + margin, top, [gap] * len(tiles))
            return float(top)
        tallest = max((tile.height for tile in tiles), default=0)
        for tile in tiles:
            tile.height = tallest
        indent = (self.width - sum(tile.width for tile in tiles) - gap * (len(tiles) - 1)) / 2
        placing.flow(tiles, self.x + indent, self.y + margin + tallest, self.width, gap)
        return float(self.y + margin + tallest)


def _tiles(today: Today, words: Words) -> list[tuple[str, str, str, bool]]:
    tiles = []
    if today.celebrating or today.celebrating_soon:
        title = words.ngettext("{n} celebrates today", "{n} celebrate today", today.celebrating)
        detail = words.gettext("{n} more this week").format(n=today.celebrating_soon)
        if not today.celebrating:
            count, detail = today.celebrating_soon, ""
            title = words.ngettext("{n} celebrates this week", "{n} celebrate this week", count)
        tiles.append(("🎂", title.format(n=today.celebrating or today.celebrating_soon), detail, True))
    if today.questions and today.oldest_question is not None:
        title = words.ngettext("{n} thing to ask about", "{n} things to ask about", today.questions)
        oldest = words.gettext("oldest from {day}").format(day=words.day(today.oldest_question))
        tiles.append(("💬", title.format(n=today.questions), oldest, False))
    return tiles or [("📋", words.gettext("Before we open"), "", False)]
