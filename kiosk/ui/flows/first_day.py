"""The first day: one question a screen, until the kiosk greets."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from kivy.uix.widget import Widget

from kiosk.ui.asking import AskDesk, FirstDay
from kiosk.ui.flows.first_cards import FirstCards
from kiosk.ui.flows.first_day_answers import LANGUAGES, Step, city, zones_for, zones_named
from kiosk.ui.flows.lists import ListFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.first_day.choosing import StepChoiceScreen
from kiosk.ui.screens.first_day.first_pin import FirstPinScreen
from kiosk.ui.screens.first_day.glass_size import GlassSizeScreen
from kiosk.ui.screens.first_day.writing import StepTextScreen
from kiosk.ui.widgets.choices import Option

_LONGEST_NAME = 60
_ANOTHER, _LIST, _EMPTY = "another", "list", "empty"


class FirstDayFlow:
    """Each answer is kept before the next question; it can be left, and goes on where it was.

    `display` is the width of the glass in pixels, and how many of them are an inch.
    """

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        first_day: FirstDay,
        keyboard: OwnKeyboard,
        lists: ListFlow,
        display: tuple[int, float],
    ) -> None:
        self.navigator, self._ask, self._first_day = navigator, ask, first_day
        self._keyboard, self._lists, self._display = keyboard, lists, display
        self._step = Step.LANGUAGE
        self._words = navigator.words
        self._continue = self._words.gettext("Continue")
        self._steps: Mapping[Step, tuple[Callable[[], None], Callable[[Any], None]]] = {
            Step.LANGUAGE: (self._ask_language, self._take_language),
            Step.NAME: (self._ask_name, lambda name: self._keep(Step.ZONE, shop={"name": name})),
            Step.ZONE: (self._ask_zone, self._take_zone),
            Step.SCANNER: (self._ask_for_cards, lambda answer: self._cards.take(answer)),
            Step.SIZE: (self._ask_size, lambda width: self._keep(Step.MANAGER, display={"width_mm": width})),
            Step.MANAGER: (self._ask_for_manager, self._appoint),
            Step.LIST: (self._ask_for_list, self._take_list),
            Step.READY: (self._tell_ready, self._finish),
        }
        navigator.leaving.append(self._leave)

    @cached_property
    def choosing(self) -> StepChoiceScreen:
        """Made when it is first asked for."""
        screen = StepChoiceScreen(self._words)
        screen.bind(on_answer=self._answered, on_cancel=self.navigator.clear)
        return screen

    @cached_property
    def writing(self) -> StepTextScreen:
        """Made when it is first asked for."""
        screen = StepTextScreen(self._words, self._keyboard)
        screen.bind(on_written=self._answered, on_cancel=self.navigator.clear)
        return screen

    @cached_property
    def size(self) -> GlassSizeScreen:
        """Made when it is first asked for."""
        screen = GlassSizeScreen(self._words)
        screen.bind(on_answer=self._answered, on_cancel=self.navigator.clear)
        return screen

    @cached_property
    def pin(self) -> FirstPinScreen:
        """Made when it is first asked for."""
        screen = FirstPinScreen(self._words)
        screen.bind(on_answer=lambda *_: self._open(Step.LIST), on_cancel=self.navigator.clear)
        return screen

    @property
    def is_due(self) -> bool:
        """True until everything was answered."""
        return bool(self._first_day.next)

    def open(self) -> None:
        """Go on where it was, or begin anew where it is over."""
        self._open(Step(self._first_day.next) if self.is_due else Step.LANGUAGE)

    def refuse(self, sentence: str) -> None:
        """Say why something was not kept."""
        screen = self.navigator.glass.screen
        if isinstance(screen, StepChoiceScreen | StepTextScreen):
            screen.refused = sentence

    def _open(self, step: Step) -> None:
        self._step = step
        ask, _ = self._steps[step]
        ask()

    def _answered(self, _screen: Widget, value: Any) -> None:
        _, take = self._steps[self._step]
        take(value)

    def _put(self, screen: Widget) -> None:
        """Nobody is served: it stays for as long as it takes."""
        self.navigator.leave()
        self.navigator.put(screen)

    def _keep(self, following: Step, **tables: Any) -> None:
        """Keep an answer, and ask what follows it."""
        if why_not := self._first_day.choose(tables, following):
            self.refuse(why_not)
        else:
            self._open(following)

    def _ask_language(self) -> None:
        options = [Option(code, name) for code, name in LANGUAGES.items()]
        known = self._first_day.language
        chosen = known if known in LANGUAGES and not self.is_due else self.navigator.place.language
        self._put(self.choosing)
        self.choosing.ask(self._words.gettext("Language"), "", options, chosen, self._continue)

    def _take_language(self, language: str) -> None:
        if why_not := self._first_day.choose({"shop": {"language": language}}, Step.NAME):
            self.refuse(why_not)
        elif language != self.navigator.place.language:
            self._first_day.again()
        else:
            self._open(Step.NAME)

    def _ask_name(self) -> None:
        words = self._words
        name = self.navigator.place.shop or words.gettext("Our shop")
        hint = words.gettext("It stands on the ready screen.")
        self._put(self.writing)
        self.writing.ask(words.gettext("What is the shop called?"), name, self._continue, hint, _LONGEST_NAME)

    def _ask_zone(self) -> None:
        place = self.navigator.place
        self._offer_zones(zones_for(place.language, self._first_day.time_zone))

    def _offer_zones(self, zones: list[str]) -> None:
        words, clock = self._words, self.navigator.place.clock
        times = {zone: words.clock(clock().astimezone(ZoneInfo(zone))) for zone in zones}
        options = [Option(zone, f"{city(zone)} · {time}") for zone, time in times.items()]
        options.append(Option(_ANOTHER, words.gettext("Another place…")))
        chosen = zones[0] if zones else None
        self._put(self.choosing)
        title = words.gettext("What time is it here?")
        sentence = words.gettext("The clock is right by itself in summer, too.")
        self.choosing.ask(title, sentence, options, chosen, self._continue, _ANOTHER)

    def _take_zone(self, answer: str) -> None:
        words = self._words
        if self.navigator.shows(self.writing):
            self._offer_zones(zones_named(answer))
        elif answer == _ANOTHER:
            self._put(self.writing)
            hint = words.gettext("In English letters, like Vienna or Buenos Aires.")
            title = words.gettext("A large city nearby")
            self.writing.ask(title, "", words.gettext("Look"), hint, _LONGEST_NAME)
        else:
            self._keep(Step.SCANNER, shop={"time_zone": answer})

    @cached_property
    def _cards(self) -> FirstCards:
        def keep(tables: Mapping[str, Any]) -> None:
            self._keep(Step.SIZE, **tables)

        return FirstCards(self._words, self._first_day, self.choosing, keep)

    def _ask_for_cards(self) -> None:
        self._put(self.choosing)
        self._cards.ask()

    def _ask_size(self) -> None:
        self._put(self.size)
        self.size.ask(*self._display, self._continue)

    def _ask_for_manager(self) -> None:
        def ask(is_managed: bool) -> None:
            if is_managed:
                self._keep(Step.LIST)
                return
            words = self._words
            self._put(self.writing)
            title = words.gettext("Who looks after the kiosk?")
            hint = words.gettext("They get a PIN, and can let others in.")
            self.writing.ask(title, words.gettext("Manager"), self._continue, hint, _LONGEST_NAME)

        self._ask(lambda desk: desk.staff.is_managed(), then=ask)

    def _appoint(self, name: str) -> None:
        def show(pin: str) -> None:
            self._first_day.choose({}, Step.LIST)
            self._put(self.pin)
            self.pin.show(name, pin, self._continue)

        self._ask(lambda desk: desk.staff.appoint_first(name), then=show, refused=self.refuse)

    def _ask_for_list(self) -> None:
        words = self._words
        options = [
            Option(_LIST, words.gettext("A list on a stick")),
            Option(_EMPTY, words.gettext("Begin empty, or go on")),
        ]
        sentence = words.gettext("Most programs write theirs as CSV or Excel. Name the stick KIOSK.")
        self._put(self.choosing)
        title = words.gettext("Do you have a list of customers?")
        self.choosing.ask(title, sentence, options, picture="📋")

    def _take_list(self, answer: str) -> None:
        if answer == _LIST:
            self._lists.open(lambda *_: self._open(Step.LIST))
        else:
            self._keep(Step.READY)

    def _tell_ready(self) -> None:
        words = self._words
        self._put(self.choosing)
        sentence = words.gettext("Scan a card: the first greeting is a new face, or somebody of your list.")
        self.choosing.ask(words.gettext("Ready"), sentence, [], None, words.gettext("Begin"), picture="🎉")

    def _finish(self, _answer: Any) -> None:
        if why_not := self._first_day.choose({}, ""):
            self.refuse(why_not)
        else:
            self._first_day.again()

    def _leave(self, screen: Widget) -> None:
        if screen is self.__dict__.get("choosing"):
            self._first_day.hear(None)
