"""A new face: a warm opener, one field, and one box; nothing that feels like a form."""

from pathlib import Path
from typing import Any, NamedTuple

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.changing.newcomers import Newcomer, day_and_month
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice, opener
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TextField

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Written(NamedTuple):
    """What stands in the fields and the box."""

    name: str = ""
    birthday: str = ""
    pronunciation: str = ""
    consent: bool = False

    @property
    def holds_anything(self) -> bool:
        """True where there is something that somebody would miss."""
        return any(text.strip() for text in self[:3])


class NewFaceScreen(WritingScreen):
    """A card that is nobody's yet.

    Dispatches `on_newcomer` with who they are, happy to be remembered, `on_replacement` when they are
    known already, and `on_not_now`.
    """

    title = StringProperty("")
    sentence = StringProperty("")
    refused = StringProperty("")
    __events__ = ("on_newcomer", "on_not_now", "on_replacement")
    on_newcomer = on_not_now = on_replacement = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self._words, self._is_roomy = words, True
        ids = self.ids
        ids.instead.text = words.gettext("Not “Can I help you?”")
        ids.not_now.text = words.gettext("Not now")
        ids.replacement.text = words.gettext("It’s a replacement card")
        ids.consent.text = words.gettext("They’re happy for us to remember them")
        ids.name.placeholder = words.gettext("What shall we call you?")
        ids.birthday.placeholder = words.gettext("Birthday (day, month)")
        ids.pronunciation.placeholder = words.gettext("Say it like…")
        self.bind(pos=self._arrange, size=self._arrange, refused=self._arrange)

    @property
    def written(self) -> Written:
        """What was written so far."""
        name, birthday, pronunciation = (field.text for field in self.fields)
        return Written(name, birthday, pronunciation, self.ids.consent.chosen)

    def show(self, greeting: Greeting, written: Written | None = None) -> None:
        """Put the welcome on the glass, with what was written before, if anything was."""
        said = notice(greeting, self._words)
        self.title, self.sentence, self.refused = said.title, said.sentence, ""
        self.ids.opener.text = opener(greeting, self._words)
        *texts, self.ids.consent.chosen = written or Written()
        self.begin(*texts)
        self.rename()
        self._arrange()

    @property
    def fields(self) -> list[TextField]:
        """The name, and what else they may like to tell."""
        return [self.ids.name, self.ids.birthday, self.ids.pronunciation]

    def rename(self) -> None:
        """The welcome on the main key is for whoever is written in the field, if the name has room there."""
        name = within(self.ids.name.text.strip())
        by_name = self._words.gettext("Welcome {name}").format(name=name)
        has_name = name and self.keyboard.has_room_for(by_name)
        self.main_word = by_name if has_name else self._words.gettext("Welcome")

    def done(self) -> None:
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

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand, spare=2)

    def _stand(self, shrink: float, spared: int) -> bool:
        """Large words give way to what is asked of them, and then what to say to them."""
        ids, unit = self.ids, App.get_running_app().sizes.unit
        self._is_roomy = self.height > 10 * App.get_running_app().sizes.touch and not spared
        for text in (ids.instead, ids.opener):
            text.shown = spared < 2
        self.keyboard.lie_under(self)
        margin, gap = 8 * unit, 6 * unit
        x, width = self.x + margin, self.width - 2 * margin
        top, floor = self.top - unit, self.keyboard.top + 2 * unit
        if self.height > self.width:
            below = self._set_words(x, top, width) - 3 * unit
            ids.tip.width, ids.tip.x, ids.tip.top = width, x, below
            has_room = self._set_fields(x, ids.tip.y - 3 * unit, width, shrink)
            below = min(ids.consent.y - 2 * unit, floor + ids.not_now.height)
            return self._set_buttons(x, below, width) and has_room
        left = width * 0.58
        beside, rest = x + left + gap, width - left - gap
        if App.get_running_app().left_handed:
            x, beside = x + rest + gap, x
        below = self._set_words(x, top, left) - (4 if self._is_roomy else 2) * unit
        has_room = self._set_fields(x, below, left, shrink) and ids.consent.y >= floor
        ids.tip.width = rest
        ids.tip.x, ids.tip.top = beside, top - unit
        below = ids.tip.y - 4 * unit if ids.tip.height else top
        return self._set_buttons(beside, below, ids.tip.width) and has_room

    def _set_buttons(self, x: float, top: float, width: float) -> bool:
        """What else it may be: under each other where there is room for it, else side by side.

        Returns whether they have room there.
        """
        ids, unit = self.ids, App.get_running_app().sizes.unit
        gap, floor = 4 * unit, self.keyboard.top + 2 * unit
        both = [ids.replacement, ids.not_now]
        if top - sum(button.height for button in both) - gap >= floor:
            for button in both:
                button.width = width
            placing.stack(both, x, top, [gap, gap])
            self._line_up(floor)
            return bool(max(button.ids.words.width for button in both) + 2 * gap <= width)
        for button in both:
            button.width = button.ids.words.width + 3 * gap
        return bool(placing.flow(both, x, top, width, gap) >= floor and both[-1].right <= x + width)

    def _line_up(self, floor: float) -> None:
        """The buttons with what is written beside them, where that is about as high."""
        ids, gap = self.ids, 2 * App.get_running_app().sizes.unit
        first, second = ids.replacement, ids.not_now
        for button, beside, least in (
            (second, ids.consent, floor),
            (first, ids.birthday, second.top + gap),
        ):
            if beside.top - button.height >= least and beside.top <= button.top + gap:
                button.top = beside.top

    def _set_words(self, x: float, top: float, width: float) -> float:
        """What this is about; returns how far down it reaches. A refusal is told even where room is short."""
        sizes, ids = App.get_running_app().sizes, self.ids
        ids.headline.px = sizes.headline * 0.8 if self._is_roomy else sizes.sentence
        both, shown = [ids.headline, ids.sentence], [ids.sentence if self.refused else ids.headline]
        for text in both:
            text.width, text.shown = width, self._is_roomy or text in shown
        texts = both if self._is_roomy else shown
        return placing.stack(texts, x, top, [sizes.unit] * len(texts))

    def _set_fields(self, x: float, top: float, width: float, shrink: float) -> bool:
        """The fields and the box under each other from `top` down; returns whether their words have room."""
        sizes, ids = App.get_running_app().sizes, self.ids
        gap = (3 if self._is_roomy else 2) * sizes.unit
        for field, px in zip(self.fields, (sizes.sentence, sizes.chip, sizes.chip), strict=True):
            field.px, field.pad = int(px * shrink), 3 * sizes.unit
            field.height = max(field.px * 1.27 + 5 * sizes.unit, sizes.touch * 0.8)
        ids.name.width, half = width, (width - gap) / 2
        ids.birthday.width = ids.pronunciation.width = half
        ids.name.pos = x, top - ids.name.height
        ids.birthday.pos = x, ids.name.y - gap - ids.birthday.height
        ids.pronunciation.pos = x + half + gap, ids.birthday.y
        ids.consent.wrap(width)
        ids.consent.pos = x, ids.birthday.y - gap - ids.consent.height
        return all(field.has_room for field in self.fields)
