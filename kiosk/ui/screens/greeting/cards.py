"""The cues of a greeting as cards: as many as there is room for, and how many more there are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.greeting.card import GreetingCard

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class CueCards(Widget):
    """One card under the other. Dispatches `on_tapped` with what a tap on the button of one keeps."""

    __events__ = ("on_tapped",)
    on_tapped = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._cues: Sequence[Cue] = ()
        self._cards = Pool(GreetingCard, on_done=lambda card: self.dispatch("on_tapped", card.tap))

    def show(self, cues: Sequence[Cue], words: Words) -> None:
        """What there is to tell from now on, in this order."""
        self._cues, self._words = cues, words

    def stand(self, x: float, top: float, width: float, floor: float, above: float = 0) -> None:
        """Between `top` and `floor`; of the room that is left the part `above` stands over the first card."""
        gap, room = 4 * App.get_running_app().sizes.unit, top - floor
        cards, more = self._fitting(width, room, gap), self.ids.more
        put_only(self.ids.shown, cards)
        hidden = len(self._cues) - len(cards)
        more.text = self._words.gettext("+{n} more").format(n=hidden) if hidden else ""
        column, gaps = [*cards, more], [gap] * (len(cards) + 1)
        spare = room - placing.stacked_height(column, gaps)
        placing.stack(column, x, top - spare * above, gaps)

    def _fitting(self, width: float, room: float, gap: float) -> list[GreetingCard]:
        """Alerts and the first cue are never left out: rather all is set smaller."""
        more = App.get_running_app().sizes.chip * 1.5
        kept = [cue.kind is CueKind.ALERT or i == 0 for i, cue in enumerate(self._cues)]
        always = [i for i, is_kept in enumerate(kept) if is_kept]
        below = more + gap if len(always) < len(kept) else 0
        for shrink in placing.NEVER_CUT:
            heights = [self._card(i, width, shrink).height for i in always]
            if sum(heights) + gap * (len(heights) - 1) + below <= room:
                break
        shown = placing.fitting(kept, lambda i: self._card(i, width, shrink).height, room, gap, more)
        return [self._cards.at(i) for i in shown]

    def _card(self, place: int, width: float, shrink: float) -> GreetingCard:
        card = self._cards.at(place)
        card.show(self._cues[place], width, shrink, self._words)
        return card
