"""Who works here, for managers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.staff.members import StaffMember
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.staffing import name_buttons  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.staffing.colleague import what_they_have
from kiosk.ui.widgets import TapButton
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class StaffScreen(Claiming):
    """Dispatches `on_chosen` with one of them, `on_somebody` for who is new here, and `on_close`."""

    refused = StringProperty("")
    __events__ = ("on_chosen", "on_somebody", "on_close")
    on_chosen = on_close = on_somebody = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        head, somebody = self.ids.head, TapButton(main=True, text=words.gettext("+ Somebody"))
        head.title, head.close_word = words.gettext("Who works here"), words.gettext("Close")
        head.put_beside(somebody)
        somebody.bind(on_tap=lambda _: self.dispatch("on_somebody"))
        self.ids.names.more_word = words.gettext("More names")
        self.bind(pos=self.arrange, size=self.arrange, refused=self.arrange)

    def show(self, members: Sequence[StaffMember]) -> None:
        """Put them on the glass."""
        self.refused = ""
        self.ids.names.show(members, [what_they_have(member, self._words) for member in members])
        self.arrange()

    def arrange(self, *_: Any) -> None:
        """Put everything in its place."""
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        ids, unit = self.ids, App.get_running_app().sizes.unit
        x, width = self.x + 8 * unit, self.width - 16 * unit
        below, has_room = ids.head.stand(self, shrink)
        top = below - 4 * unit
        floor = self.y + 4 * unit
        taken = ids.names.plan(top - floor, 2 if self.height > self.width else 3)
        ids.names.stand(x, top, width)
        return bool(taken <= top - floor and has_room)
