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
from kiosk.ui.screens.paged import Paged
from kiosk.ui.screens.profile import columns  # noqa: F401 - stands in the kv file
from kiosk.ui.screens.profile.rows import Topic, sections

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class PersonScreen(Paged):
    """Shows a profile; what does not fit is on the next page.

    Dispatches `on_edit` with the value that was tapped, `on_add` with a Topic, `on_turn` to show the
    person their page, `on_erase`, and `on_done`.
    """

    called_by = StringProperty("")
    subline = StringProperty("")
    turn_word = StringProperty("")
    __events__ = ("on_add", "on_done", "on_edit", "on_erase", "on_turn")
    on_add = on_done = on_edit = on_erase = on_turn = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.profile: Profile | None = None
        self.ids.done.text = words.gettext("Done")
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
        self.turn_word = self._words.gettext("Show them this page") if spared else show.format(name=name)
        unit, rows = App.get_running_app().sizes.unit, self.ids.rows
        x, width, floor = self.x + 8 * unit, self.width - 16 * unit, self.y + 4 * unit
        has_room = False

        def lay_out() -> int:
            nonlocal has_room
            top, has_room = self._set_head(x, width, spared > 0)
            rows.x, rows.width, rows.top = x, width, top
            return int(rows.lay_out(top - floor, 1 if self.height > self.width else 3, shrink))

        self.count(lay_out)
        rows.put(self.page)
        return has_room and bool(rows.has_room)

    def _set_head(self, x: float, width: float, is_spared: bool) -> tuple[float, bool]:
        """Name, line and buttons; returns how far down the rest may begin, and whether they have room.

        Upright the buttons have a row of their own, else they stand beside the name.
        """
        ids, unit = self.ids, App.get_running_app().sizes.unit
        buttons = (ids.done, ids.turn, ids.after, ids.before)
        rest, room = placing.row_at_hand(buttons, x, width, 3 * unit)
        ids.subline.width = width
        if self.height > self.width:
            self._set_name(x, width)
            below = placing.stack([ids.headline, ids.subline], x, self.top, [0, 0]) - 3 * unit
            for button in buttons:
                button.top = below
            return ids.done.y - 3 * unit, room >= 0
        is_large = self._set_name(rest, max(1, room))
        line = self.top - max(ids.headline.height, ids.done.height)
        for button in buttons:
            button.y = line
        below = placing.stack([ids.subline], x, line, [0])
        return below - 3 * unit, is_large or (is_spared and ids.headline.height <= self.height / 4)

    def _set_name(self, x: float, width: float) -> bool:
        """Returns whether it is large."""
        headline, sizes = self.ids.headline, App.get_running_app().sizes
        steps = [sizes.headline, round(sizes.headline * 0.75), sizes.sentence, sizes.title]
        headline.px, headline.wraps = placing.headline_size(self.called_by, steps, width)
        if headline.wraps:
            headline.width = width
        headline.x, headline.top = x, self.top
        return headline.px >= sizes.sentence and not headline.wraps
