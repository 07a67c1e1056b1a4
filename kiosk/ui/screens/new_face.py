"""A new face: a warm opener, one field, and one box; nothing that feels like a form."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.greetings import Greeting
from kiosk.people.newcomers import Newcomer, day_and_month
from kiosk.people.notices import notice, opener
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.widgets import TextField
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class NewFaceScreen(Claiming):
    """A card that is nobody's yet.

    Dispatches `on_newcomer` with who they are, happy to be remembered, and `on_done` when there is no time.
    """

    title = StringProperty("")
    sentence = StringProperty("")
    refused = StringProperty("")
    instead = StringProperty("")
    opener = StringProperty("")
    not_now = StringProperty("")
    consent = StringProperty("")
    ask_name = StringProperty("")
    ask_birthday = StringProperty("")
    ask_pronunciation = StringProperty("")
    __events__ = ("on_done", "on_newcomer")

    def __init__(self, words: Words, language: str, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.instead = words.gettext("Not “Can I help you?”")
        self.not_now = words.gettext("Not now")
        self.consent = words.gettext("They’re happy for us to remember them")
        self.ask_name = words.gettext("What shall we call you?")
        self.ask_birthday = words.gettext("Birthday (day, month)")
        self.ask_pronunciation = words.gettext("Say it like…")
        keys: OwnKeyboard = self.ids.keyboard
        keys.language, keys.space_word = language, words.gettext("space")
        self.bind(pos=self._arrange, size=self._arrange, refused=self._arrange, parent=self._come_or_go)

    def show(self, greeting: Greeting) -> None:
        """Put the welcome on the glass, with nothing written yet."""
        said = notice(greeting, self._words)
        self.title, self.sentence, self.refused = said.title, said.sentence, ""
        self.opener = opener(greeting, self._words)
        for field in self._fields:
            field.put("")
        self.ids.consent.chosen = False
        self.ids.name.focused = True
        self.ids.keyboard.begin()
        self.rename()
        self._arrange()

    @property
    def field(self) -> TextField:
        """Where the keys write."""
        field: TextField = next((one for one in self._fields if one.focused), self.ids.name)
        return field

    def rename(self) -> None:
        """The welcome on the main key is for whoever is written in the field."""
        name = self.ids.name.text.strip()
        message = self._words.gettext("Welcome {name}") if name else self._words.gettext("Welcome")
        self.ids.keyboard.main_word = message.format(name=within(name))

    def welcome(self) -> None:
        """Hand over who they are; without a name and their yes nothing is kept."""
        name = self.ids.name.text.strip()
        if not name:
            self.ids.name.focused = True
            return
        if not self.ids.consent.chosen:
            self.refused = self._words.gettext("Nothing is kept without their yes. Please tick the box.")
            return
        try:
            birthday = day_and_month(self.ids.birthday.text)
        except ValueError:
            self.refused = self._words.gettext("Please write the birthday as a day and a month, like 24 11.")
            return
        said = self.ids.pronunciation.text.strip()
        self.dispatch("on_newcomer", Newcomer(name, said, birthday))

    def on_done(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def on_newcomer(self, newcomer: Newcomer) -> None:
        """Nothing, until somebody binds to it."""

    @property
    def _fields(self) -> list[TextField]:
        return [self.ids.name, self.ids.birthday, self.ids.pronunciation]

    def _come_or_go(self, *_: Any) -> None:
        """A real keyboard types here while the screen is on the glass, and no key stays down after."""
        for field in self._fields:
            field.focused = self.parent is not None and field is self.ids.name
        self.ids.keyboard.let_go()

    def _arrange(self, *_: Any) -> None:
        ids, unit = self.ids, App.get_running_app().sizes.unit
        ids.keyboard.lie_under(self)
        margin, gap = 8 * unit, 6 * unit
        x, width = self.x + margin, self.width - 2 * margin
        top, floor = self.top - unit, ids.keyboard.top + 2 * unit
        if self.height > self.width:
            below = self._set_words(x, top, width) - 3 * unit
            ids.tip.width, ids.tip.x, ids.tip.top = width, x, below
            self._set_fields(x, ids.tip.y - 3 * unit, width)
            ids.not_now.right, ids.not_now.y = x + width, floor
            return
        left = width * 0.58
        below = self._set_words(x, top, left) - (4 if self._is_roomy else 2) * unit
        self._set_fields(x, below, left)
        beside = x + left + gap
        ids.tip.width = x + width - beside
        ids.tip.x, ids.tip.top = beside, top - unit
        ids.not_now.right, ids.not_now.y = x + width, max(floor, ids.consent.y)

    def _set_words(self, x: float, top: float, width: float) -> float:
        """What this is about; returns how far down it reaches. A refusal is told even where room is short."""
        sizes, ids = App.get_running_app().sizes, self.ids
        ids.headline.px = sizes.headline * 0.8 if self._is_roomy else sizes.sentence
        both, shown = [ids.headline, ids.sentence], [ids.sentence if self.refused else ids.headline]
        for text in both:
            text.width, text.opacity = width, 1 if self._is_roomy or text in shown else 0
        texts = both if self._is_roomy else shown
        return placing.stack(texts, x, top, [sizes.unit] * len(texts))

    @property
    def _is_roomy(self) -> bool:
        return bool(self.height > 10 * App.get_running_app().sizes.touch)

    def _set_fields(self, x: float, top: float, width: float) -> None:
        sizes, ids = App.get_running_app().sizes, self.ids
        gap = (3 if self._is_roomy else 2) * sizes.unit
        for field, px in zip(self._fields, (sizes.sentence, sizes.chip, sizes.chip), strict=True):
            field.px, field.pad = px, 3 * sizes.unit
            field.height = max(px * 1.27 + 5 * sizes.unit, sizes.touch * 0.8)
        ids.name.width, half = width, (width - gap) / 2
        ids.birthday.width = ids.pronunciation.width = half
        ids.name.pos = x, top - ids.name.height
        ids.birthday.pos = x, ids.name.y - gap - ids.birthday.height
        ids.pronunciation.pos = x + half + gap, ids.birthday.y
        ids.consent.pad = 4 * sizes.unit
        ids.consent.pos = x, ids.birthday.y - gap - ids.consent.height
