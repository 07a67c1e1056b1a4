"""The screens on which one item is changed, with all that was written there."""

from functools import cached_property
from typing import TypeAlias

from kivy.uix.widget import Widget

from kiosk.ui.flows.prompts import Prompts
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.editors.card import EditCardScreen
from kiosk.ui.screens.editors.date import EditDateScreen
from kiosk.ui.screens.editors.gesture import EditGestureScreen
from kiosk.ui.screens.editors.manner import EditMannerScreen
from kiosk.ui.screens.editors.names import EditNamesScreen
from kiosk.ui.screens.editors.note import EditNoteScreen
from kiosk.ui.screens.editors.relation import EditRelationScreen
from kiosk.ui.screens.editors.screen import EditScreen

Editor: TypeAlias = EditScreen | EditNamesScreen | EditGestureScreen


class Editors:
    """Each is made when it is first needed; what is unfinished on one of them stays there."""

    def __init__(self, navigator: Navigator, keyboard: OwnKeyboard) -> None:
        self._words, self._keyboard = navigator.words, keyboard
        self._has_others = navigator.place.has_other_shops
        self.prompts = Prompts(navigator, keyboard)
        self.open: Editor | None = None

    def holds_changes(self, on_glass: Widget) -> bool:
        """True where one of them is on the glass, or what it asks for, and something is changed there."""
        if self.open is None:
            return False
        asking = self.prompts.is_asking_on(on_glass)
        return (on_glass is self.open and self.open.is_changed) or (
            asking and (self.open.is_changed or self.prompts.is_changed)
        )

    @cached_property
    def names(self) -> EditNamesScreen:
        """What they are called."""
        return EditNamesScreen(self._words, self._keyboard)

    @cached_property
    def manner(self) -> EditMannerScreen:
        """How they wish to be met."""
        return EditMannerScreen(self._words, self.prompts, self._has_others)

    @cached_property
    def date(self) -> EditDateScreen:
        """A day that matters."""
        return EditDateScreen(self._words, self.prompts)

    @cached_property
    def note(self) -> EditNoteScreen:
        """A note."""
        return EditNoteScreen(self._words, self.prompts)

    @cached_property
    def gesture(self) -> EditGestureScreen:
        """What was brought or given."""
        return EditGestureScreen(self._words, self._keyboard)

    @cached_property
    def relation(self) -> EditRelationScreen:
        """What somebody is to them."""
        return EditRelationScreen(self._words)

    @cached_property
    def card(self) -> EditCardScreen:
        """A card."""
        return EditCardScreen(self._words)
