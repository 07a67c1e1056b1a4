"""What they brought us, or we gave them."""

from typing import Any

from kiosk.people.changing.changes import ChangeGesture, DropGesture
from kiosk.people.known.gestures import Direction
from kiosk.people.profile.profile import KeptGesture, Profile
from kiosk.people.words import Words, within
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.editors.text import EditTextScreen


class EditGestureScreen(EditTextScreen):
    """One gesture. Dispatches `on_changes` with what has become of it, and `on_cancel`."""

    __events__ = ("on_changes",)
    on_changes = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(words, keyboard, **properties)
        self.bind(
            on_written=lambda _, what: self.dispatch("on_changes", [ChangeGesture(self._kept.id, what)]),
            on_remove=lambda _: self.dispatch("on_changes", [DropGesture(self._kept.id)]),
        )

    def ask(self, profile: Profile, kept: KeptGesture) -> None:
        """Ask what it was."""
        words, name, self._kept = self.words, within(profile.customer.called_by), kept
        theirs, ours = words.gettext("What {name} brought us"), words.gettext("What we gave {name}")
        title = theirs if kept.direction is Direction.RECEIVED else ours
        self.show(
            title.format(name=name),
            kept.what,
            words.gettext("Save"),
            hint=words.gettext("{name} may read this one day. Write it kindly.").format(name=name),
            remove_word=words.gettext("Remove"),
        )
