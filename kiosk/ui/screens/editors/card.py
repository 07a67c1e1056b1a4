"""A card: whether it still opens the door."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App

from kiosk.people.changing.changes import Change, RetireCard, ReviveCard
from kiosk.people.profile.profile import KeptCard, Profile, masked
from kiosk.people.words import Words, within
from kiosk.ui.screens.editors.rows import OnCard
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets import CueCard


class EditCardScreen(EditScreen):
    """A card is lost, or found again; it is never removed, so that nobody else is given its number."""

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        palette = App.get_running_app().palette
        self._face = CueCard(picture="💳", fill=palette.card, edge=palette.line, detail_ink=palette.soft)
        self.put_rows(OnCard(self._face))

    def show(self, profile: Profile, card: KeptCard) -> None:
        """Show the end of its number, and what can be told about it."""
        words, self._card = self.words, card
        lost, found = words.gettext("It was lost"), words.gettext("It was found again")
        is_in_use = words.gettext("It is in use. Once it is lost it greets nobody any more.")
        is_not = words.gettext("It is not in use any more.")
        self._face.title = masked(card.number)
        self._face.detail = is_in_use if card.retired is None else is_not
        title = words.gettext("A card of {name}").format(name=within(profile.customer.called_by))
        self.begin(title, lost if card.retired is None else found)
        self.arrange()

    def changes(self) -> Sequence[Change]:
        """What was told."""
        return [RetireCard(self._card.id) if self._card.retired is None else ReviveCard(self._card.id)]
