"""The cues of a greeting as cards: as many as there is room for, and the others behind a tap.

Where customers see the glass, all notes lie under one strip until a finger is held on it.
"""

from collections.abc import Sequence
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget

from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.standing import Item, State
from kiosk.people.words import Words, side_by_side
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.greeting.card import NOTES, GreetingCard
from kiosk.ui.widgets.hold_to_read import HoldToRead
from kiosk.ui.widgets.line_button import LineButton

LINGER = 2.0
"""Seconds that notes stay uncovered when the finger has gone: in which it can tap what is done."""


class CueCards(Widget):
    """One card under the other, or side by side.

    Dispatches `on_tapped` with what the button of one stands for, and whether that is done already.
    """

    __events__ = ("on_tapped",)
    on_tapped = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._all: Sequence[Item] = ()
        self._items: Sequence[Item] = ()
        self._page, self._is_abreast = 0, False
        self._strip = HoldToRead()
        self._strip.bind(pressed=self._hold)
        self._cover_soon = Clock.create_trigger(lambda _: self._cover(), LINGER)
        self._cards = Pool(GreetingCard, on_done=self._tapped, on_read=self._read)
        self._shown, self._more, self._whole = Widget(size_hint=(None, None)), LineButton(), GreetingCard()
        self._more.bind(on_tap=lambda _: self._turn())
        for child in (self._shown, self._strip, self._more):
            self.add_widget(child)

    def show(self, items: Sequence[Item], words: Words) -> None:
        """What there is to tell from now on, in this order, from the first on."""
        self._words, self._page = words, 0
        self._cover_soon.cancel()
        self._strip.text = ""
        self._set(items, is_covered=True)

    def renew(self, items: Sequence[Item]) -> None:
        """What has become of them; the same page of them stays."""
        self._set(items, is_covered=bool(self._strip.text))

    def _set(self, items: Sequence[Item], is_covered: bool) -> None:
        """All of them but those that are covered, for which there is the strip."""
        self.close()
        self._all, cover = items, App.get_running_app().cover
        notes = [item for item in items if item.cue.kind in NOTES and item.state is not State.GONE]
        if not (cover and notes and is_covered):
            self._items, self._strip.text = items, ""
            return
        self._items = [item for item in items if item.cue.kind not in NOTES]
        count = self._words.ngettext("{n} note", "{n} notes", len(notes)).format(n=len(notes))
        self._strip.text = side_by_side(count, cover)

    def _hold(self, _strip: HoldToRead, is_held: bool) -> None:
        self._cover_soon.cancel()
        if not is_held:
            self._cover_soon()
            return
        self._set(self._all, is_covered=False)
        self._stand_again()

    def _cover(self) -> None:
        self._set(self._all, is_covered=True)
        self._stand_again()

    def _stand_again(self) -> None:
        x, top, width, floor = self._room
        if self._is_abreast:
            self.stand_abreast(x, top, width)
        else:
            self.stand(x, top, width, floor)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """What is read whole goes by a tap on it, or beside it."""
        if self._whole.parent is None:
            return bool(super().on_touch_down(touch))
        is_on_it = self._whole.collide_point(*touch.pos)
        self.close()
        if is_on_it:
            touch.grab(self)
        return is_on_it or bool(super().on_touch_down(touch))

    def close(self) -> None:
        """Put away what was read whole."""
        self.remove_widget(self._whole)

    def stand(self, x: float, top: float, width: float, floor: float) -> float:
        """Under each other between `top` and `floor`; returns how far down they reach."""
        self._room, self._is_abreast = (x, top, width, floor), False
        gap, strip = 4 * App.get_running_app().sizes.unit, self._strip
        strip.width = width
        cards, left = self._fitting(width, top - floor - (strip.height + gap if strip.text else 0), gap)
        self._put(cards, left)
        column = [*cards, *(one for one in (strip, self._more) if one.text)]
        return placing.stack(column, x, top, [gap] * len(column))

    def stand_abreast(self, x: float, top: float, width: float) -> float:
        """Side by side, as high as each other; returns how far down they reach."""
        self._room, self._is_abreast = (x, top, width, self.y), True
        gap, strip = 4 * App.get_running_app().sizes.unit, self._strip
        count = len(self._items) + bool(strip.text)
        strip.width = wide = (width - gap * (count - 1)) / count
        cards: list[Any] = [self._card(i, wide, 1) for i in range(len(self._items))]
        self._put(cards, left=0)
        row = [*cards, *([strip] if strip.text else [])]
        tallest = max(card.height for card in row)
        for card in row:
            card.height = tallest
        return placing.flow(row, x, top, width, gap)

    def lower(self, by: float) -> None:
        """Further down."""
        x, top, width, floor = self._room
        self._room = x, top - by, width, floor
        for card in (*self._shown.children, self._strip, self._more):
            card.y -= by

    def _put(self, cards: Sequence[GreetingCard], left: int) -> None:
        """On the glass, with as many `left` for other pages; what is gone leaves its place empty."""
        gone = State.GONE
        put_only(self._shown, (card for card in cards if card.item and card.item.state is not gone))
        if left:
            self._more.text = self._words.gettext("+{n} more").format(n=left)
        else:
            self._more.text = self._words.gettext("Back") if self._page else ""

    def _fitting(self, width: float, room: float, gap: float) -> tuple[list[GreetingCard], int]:
        """The cards of the page, and how many are left for those after it.

        On the first, alerts and the first cue are never left out: rather all is set smaller.
        """
        more = self._more.least_height
        kept = [item.cue.kind is CueKind.ALERT or i == 0 for i, item in enumerate(self._items)]
        always = [i for i, is_kept in enumerate(kept) if is_kept]
        below = more + gap if len(always) < len(kept) else 0
        for shrink in placing.NEVER_CUT:
            heights = [self._card(i, width, shrink).height for i in always]
            if sum(heights) + gap * (len(heights) - 1) + below <= room:
                break
        first = placing.fitting(kept, lambda i: self._card(i, width, shrink).height, room, gap, more)
        hidden = [i for i in range(len(kept)) if i not in first]
        pages = [first]
        if self._page:
            pages += self._pages(hidden, width, room - more - gap, gap)
            self._page %= len(pages)
        left = len(kept) - sum(len(page) for page in pages[: self._page + 1])
        return [self._cards.at(i) for i in pages[self._page]], left

    def _pages(self, left: list[int], width: float, room: float, gap: float) -> list[list[int]]:
        """What is not on the first page, as many to a page as have room."""
        pages = []
        while left:
            heights = [self._card(i, width, 1).height + gap for i in left]
            count = next((n for n in range(len(left), 1, -1) if sum(heights[:n]) - gap <= room), 1)
            pages.append(left[:count])
            left = left[count:]
        return pages

    def _card(self, place: int, width: float, shrink: float) -> GreetingCard:
        card = self._cards.at(place)
        card.show(self._items[place], width, shrink, self._words)
        return card

    def _turn(self) -> None:
        self._page += 1
        self.stand(*self._room)

    def _tapped(self, card: GreetingCard) -> None:
        self.dispatch("on_tapped", card.tap, card.is_done)

    def _read(self, card: GreetingCard) -> None:
        """All that a card says, over the others."""
        _, top, _, floor = self._room
        assert card.item is not None
        self._whole.show(card.item, card.width, 1, self._words, whole=True)
        self._whole.x, self._whole.top = card.x, min(top, max(card.top, floor + self._whole.height))
        self.add_widget(self._whole)
