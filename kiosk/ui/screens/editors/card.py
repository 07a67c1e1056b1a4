"""A card: whether it still opens the door."""

from collections.abc import Sequence
from typing import Any

from kiosk.people.changing.changes import Change, RetireCard, ReviveCard
from kiosk.people.profile.profile import KeptCard, Profile, masked
from kiosk.people.words import Words, within
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.empty_state import EmptyState


class EditCardScreen(EditScreen):
    """A card is lost, which is asked twice, or found again.

    It is never removed, so that nobody else is given its number. Dispatches `on_photograph` with the id of
    one in use, to be shown.
    """

    __events__ = ("on_photograph",)
    on_photograph = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._face = EmptyState(picture="💳")
        self.add_widget(self._face)
        self.ids.foot.remove.really = words.gettext("Really lost?")

    def show(self, profile: Profile, card: KeptCard) -> None:
        """Show the end of its number, and what can be told about it."""
        words, self._card = self.words, card
        is_in_use = words.gettext("It is in use. Mark it lost and it stops working.")
        is_not = words.gettext("It is not in use any more.")
        self._face.title = masked(card.number)
        self._face.sentence = is_in_use if card.retired is None else is_not
        title = words.gettext("A card of {name}").format(name=within(profile.customer.called_by))
        lost, found = words.gettext("It was lost"), words.gettext("It was found again")
        photograph = "" if profile.customer.deceased else words.gettext("Photograph it")
        self.begin(title, *((photograph, lost) if card.retired is None else (found, "")))
        self.arrange()

    @property
    def is_changed(self) -> bool:
        """Nothing is written here that could wait."""
        return False

    def save(self) -> None:
        """The main button: of a card in use, to show it."""
        if self._card.retired is None:
            self.dispatch("on_photograph", self._card.id)
        else:
            super().save()

    def changes(self) -> Sequence[Change]:
        """It is in use again."""
        return [ReviveCard(self._card.id)]

    def removal(self) -> Change:
        """It is in use no more."""
        return RetireCard(self._card.id)

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """The card in the middle of the place."""
        return self.stand_in_the_middle(self._face, top, floor)
