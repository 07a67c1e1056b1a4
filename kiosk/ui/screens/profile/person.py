"""All about one person: a card for everything that is kept, page by page."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.profile import person_words
from kiosk.people.profile.profile import Profile
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens import item_columns  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.paged import Paged
from kiosk.ui.screens.profile.rows import Topic, sections
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class PersonScreen(Paged):
    """Shows a profile; what does not fit is on the next page.

    Dispatches `on_edit` with the value that was tapped, `on_add` with a Topic, `on_turn` to show the
    person their page, `on_erase`, and `on_done`.
    """

    called_by = StringProperty("")
    subline = StringProperty("")
    __events__ = ("on_add", "on_done", "on_edit", "on_erase", "on_turn")
    on_add = on_done = on_edit = on_erase = on_turn = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.profile: Profile | None = None
        self.ids.head.close_word, self._turn = words.gettext("Done"), TapButton()
        self._turn.bind(on_tap=lambda _: self.dispatch("on_turn"))
        self.ids.head.put_beside(self.pager, self._turn)
        self.bind(pos=self.arrange, size=self.arrange)

    def show(self, profile: Profile, now: datetime, note_waits: bool) -> None:
        """Put a profile on the glass; of the same person, on the page that is open."""
        if self.customer_id != profile.customer.id:
            self.page = 0
        self.profile = profile
        self.called_by = profile.customer.called_by
        self.subline = person_words.subline(profile, self._words)
        self.ids.rows.show(sections(profile, now, self._words, note_waits))
        self.arrange()

    @property
    def customer_id(self) -> UUID | None:
        """Whose page it is."""
        return None if self.profile is None else self.profile.customer.id

    def open_first_page(self) -> None:
        """Begin at the beginning."""
        self.page = 0

    def add(self, topic: Topic) -> None:
        """The button under a section was tapped."""
        if topic is Topic.FORGETTING:
            self.dispatch("on_erase")
        else:
            self.dispatch("on_add", topic)

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        if self.profile is not None:
            placing.fit(self, self._stand, spare=1)

    def _stand(self, shrink: float, spared: int) -> bool:
        """A long name stands large rather than on a button, too."""
        show, name = self._words.gettext("Show {name} this page"), within(self.called_by)
        them = self._words.gettext("Show them this page")
        self._turn.text = them if spared else show.format(name=name)
        unit, rows = App.get_running_app().sizes.unit, self.ids.rows
        x, width, floor = self.x + 8 * unit, self.width - 16 * unit, self.y + 3 * unit
        has_room = False

        def lay_out() -> int:
            nonlocal has_room
            below, has_room = self.ids.head.stand(self, shrink)
            rows.x, rows.width, rows.top = x, width, below - 4 * unit
            return int(rows.lay_out(rows.top - floor, 1 if self.height > self.width else 3, shrink))

        self.count(lay_out)
        rows.put(self.page)
        return has_room and bool(rows.has_room)
