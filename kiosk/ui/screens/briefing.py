"""Before we open: who celebrates, who is likely to come, what to ask and to thank for."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.people.briefing import Briefing
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens import briefing_columns  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.title import stand_title

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class BriefingScreen(Widget):
    """As many items of each column as fit; all of them stand on paper.

    Dispatches `on_print`, `on_close`, and `on_gone` for those who have not come for years.
    """

    sentence = StringProperty("")
    __events__ = ("on_close", "on_gone", "on_print")
    on_close = on_gone = on_print = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._is_shown = False
        self.ids.headline.text = words.gettext("Before we open")
        self.ids.print.text, self.ids.close.text = words.gettext("Print"), words.gettext("Close")
        self.bind(pos=self._arrange, size=self._arrange, sentence=self._arrange)

    def show(self, briefing: Briefing, gone: int = 0) -> None:
        """Put a briefing on the glass; so many have not come for years."""
        self.ids.columns.show(briefing, self._words)
        self.sentence, self._is_shown = "", True
        message = self._words.ngettext("{n} long gone", "{n} long gone", gone)
        self.ids.gone.text = message.format(n=gone) if gone else ""
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        if self._is_shown:
            placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """Every column that has something tells at least one thing of it."""
        ids, unit = self.ids, App.get_running_app().sizes.unit
        x, width = self.x + 8 * unit, self.width - 16 * unit
        buttons = (ids.close, ids.print, ids.gone)
        below, has_room = stand_title(self, ids.headline, buttons, self.top, 5 * unit, shrink)
        ids.sentence.width = width
        ids.sentence.pos = x, below - ids.sentence.height - 2.5 * unit
        top = (ids.sentence.y if self.sentence else below) - 3 * unit
        stand = ids.columns.stand_upright if self.height > self.width else ids.columns.stand
        return bool(stand(x, top, width, self.y + 4 * unit, shrink) and has_room)
