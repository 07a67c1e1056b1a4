"""The kinds of note, as pills to choose one from."""

from collections.abc import Mapping
from typing import Any

from kivy.app import App
from kivy.properties import OptionProperty

from kiosk.people.changing.drafts import DraftKind
from kiosk.people.words import Words
from kiosk.ui.pictures import GIVEN, NOTES, RECEIVED
from kiosk.ui.widgets.choices import Choices, Option

PICTURES: Mapping[DraftKind, str] = {
    **{DraftKind(kind): picture for kind, picture in NOTES.items()},
    DraftKind.BROUGHT: RECEIVED,
    DraftKind.GAVE: GIVEN,
}


_LEAST_OF_TOUCH = 9 / 12


class NoteKinds(Choices):
    """`kind` is the chosen one."""

    kind = OptionProperty(DraftKind.REMEMBER, options=list(DraftKind))

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._named, self._has_pictures = list[Option](), True
        self.bind(on_choose=lambda _, kind: self.setter("kind")(self, kind))
        self.fbind("kind", lambda *_: self._offer_all())

    def name(self, words: Words) -> None:
        """Write the kinds on their places."""
        self._named = [Option(kind, kind_word(kind, words), PICTURES[kind]) for kind in DraftKind]
        self._offer_all()

    def stand_kinds(self, x: float, top: float, width: float, pictures: bool) -> float:
        """Take as many rows as are needed or, without `pictures`, one; returns how far down they reach."""
        if pictures is not self._has_pictures:
            self._has_pictures = pictures
            self._offer_all()
        sizes = App.get_running_app().sizes
        if pictures:
            return self.stand(x, top, width, least=sizes.control)
        return self.stand(x, top, width, len(self._named), sizes.touch * _LEAST_OF_TOUCH)

    def _offer_all(self) -> None:
        shown = self._named if self._has_pictures else [one._replace(picture="") for one in self._named]
        self.offer(shown, self.kind)


def how_long(kind: DraftKind, name: str, words: Words) -> str:
    """For how long it is shown."""
    return {
        DraftKind.REMEMBER: words.gettext("Shown for 90 days"),
        DraftKind.ASK_ABOUT: words.gettext("Shown for 4 weeks, or until asked"),
        DraftKind.ALWAYS_SHOW: words.gettext("Always shown"),
        DraftKind.MAKE_RIGHT: words.gettext("Shown until it is put right"),
        DraftKind.BROUGHT: words.gettext("Shown until thanked"),
        DraftKind.GAVE: words.gettext("Kept with {name}").format(name=name),
    }[kind]


def kind_word(kind: DraftKind, words: Words) -> str:
    """The kind on its pill."""
    return {
        DraftKind.REMEMBER: words.gettext("Remember"),
        DraftKind.ASK_ABOUT: words.gettext("Ask about"),
        DraftKind.ALWAYS_SHOW: words.gettext("Always show"),
        DraftKind.MAKE_RIGHT: words.gettext("Make it right"),
        DraftKind.BROUGHT: words.gettext("They brought us"),
        DraftKind.GAVE: words.gettext("We gave them"),
    }[kind]
