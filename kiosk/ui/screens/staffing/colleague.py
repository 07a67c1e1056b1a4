"""Somebody on the staff: what they may do, and what lets them in."""

from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.staff.members import Role, StaffMember
from kiosk.people.words import Words, side_by_side, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import TapButton, hold_to_read  # noqa: F401 - “hold_to_read” stands in the kv file
from kiosk.ui.widgets.action_row import ActionRow
from kiosk.ui.widgets.ask_twice import AskTwice
from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.labelled import has_columns, label_column

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_TOGETHER = "\u00a0"
"""Between digits: in every writing direction both sides of it are one number."""

_ROWS = (("on_new_pin", "on_take_pin"), ("on_badge", "on_take_badge"), ("on_role", "on_rename"))
_EVENTS = tuple(event for row in _ROWS for event in row)


class ColleagueScreen(Claiming):
    """One of them. All but `on_back` are dispatched with the `StaffMember`.

    A new PIN can be read under a finger until anything else is shown. Removing is asked for twice.
    """

    name = StringProperty("")
    has = StringProperty("")
    pin = StringProperty("")
    hint = StringProperty("")
    sentence = StringProperty("")
    refused = StringProperty("")
    __events__ = (*_EVENTS, "on_leaves", "on_back")
    on_back = on_badge = on_leaves = on_new_pin = on_rename = on_role = on_take_badge = on_take_pin = (
        default_handler
    )

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.hint = side_by_side(words.gettext("New PIN"), words.gettext("Press and hold to read"))
        self.member: StaffMember | None = None
        self.ids.head.close_word = words.gettext("Back")
        self._buttons: dict[str, TapButton] = {event: self._button(event) for event in _EVENTS}
        self._rows = [ActionRow([self._buttons[event] for event in events]) for events in _ROWS]
        labels = (words.gettext("PIN"), words.gettext("Badge"), words.gettext("Name and role"))
        for row, label in zip(self._rows, labels, strict=True):
            row.label.text = label
            self.add_widget(row)
        self._leaves = self.ids.foot.remove
        self._leaves.word, self._leaves.really = (
            words.gettext("Remove from the staff"),
            words.gettext("Yes, remove"),
        )
        self._leaves.bind(asking=self._ask_about_leaving)
        for name in ("pos", "size", "sentence", "refused", "pin"):
            self.fbind(name, self._arrange)

    def show(self, member: StaffMember) -> None:
        """Put somebody on the glass, as they are now."""
        self.member, self.name, self.has = member, member.name, what_they_have(member, self._words)
        self._leaves.asking = False
        self._say("")
        self._name_buttons()
        self._arrange()

    def is_of(self, staff_id: UUID) -> bool:
        """Tell whether it is the page of this one."""
        return self.member is not None and self.member.id == staff_id

    def show_pin(self, pin: str) -> None:
        """Show a new PIN, to be written down; an empty one takes it away."""
        self._say(self._words.gettext("Write it down: it is gone when you leave this page.") if pin else "")
        self.pin = f"{pin[:3]}{_TOGETHER}{pin[3:]}" if pin else ""

    def _tapped(self, event: str) -> None:
        self._leaves.asking = False
        self._say(self._words.gettext("Scan the badge now.") if event == "on_badge" else "")
        self.dispatch(event, self.member)

    def _ask_about_leaving(self, _button: AskTwice, asking: bool) -> None:
        said = self._words.gettext("Remove {name}? What they wrote stays.") if asking else ""
        self._say(said.format(name=within(self.name)))

    def _say(self, sentence: str) -> None:
        self.pin, self.refused, self.sentence = "", "", sentence

    def _name_buttons(self) -> None:
        words, member = self._words, self.member
        if member is None:
            return
        texts = {
            "on_new_pin": words.gettext("New PIN"),
            "on_take_pin": words.gettext("Remove PIN") if member.has_pin else "",
            "on_badge": words.gettext("Give a badge"),
            "on_take_badge": words.gettext("Remove badge") if member.has_badge else "",
            "on_role": words.gettext("No longer a manager")
            if member.role is Role.MANAGER
            else words.gettext("Make manager"),
            "on_rename": words.gettext("Rename"),
        }
        for event, text in texts.items():
            self._buttons[event].text = text

    def _button(self, event: str) -> TapButton:
        button = TapButton()
        button.bind(on_tap=lambda *_: self._tapped(event))
        return button

    def _arrange(self, *_: Any) -> None:
        if self.member is not None:
            placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """What can be done from the top down, and what came of it in the middle of what is left."""
        ids, sizes = self.ids, App.get_running_app().sizes
        unit = sizes.unit
        x, width = self.x + 8 * unit, self.width - 16 * unit
        below, has_room = ids.head.stand(self, shrink)
        floor, is_footed = ids.foot.stand(self)
        below -= 4 * unit
        for row in self._rows:
            below = row.stand(x, below, width, sizes.control) - 3 * unit
        column, gaps = [ids.pin, ids.sentence], [2 * unit, 0]
        indent = label_column(width) if has_columns(width) else 0
        ids.sentence.width = ids.pin.width = width - indent
        height, room = placing.stacked_height(column, gaps), below - floor
        placing.stack(column, x + indent, floor + (room + height) / 2, gaps)
        return bool(has_room and is_footed and height <= room and all(row.has_room for row in self._rows))


def what_they_have(member: StaffMember, words: Words) -> str:
    """What they may do, and what lets them in."""
    return " · ".join(
        filter(
            None,
            [
                words.gettext("Manager") if member.role is Role.MANAGER else "",
                words.gettext("PIN") if member.has_pin else "",
                words.gettext("Badge") if member.has_badge else "",
            ],
        )
    )
