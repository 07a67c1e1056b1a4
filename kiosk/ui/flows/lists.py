"""A list of customers on a stick of the shop's: shown before it is taken over, and what was held back."""

from collections.abc import Sequence
from functools import cached_property

from kiosk.health.finding import Finding
from kiosk.ui.asking import Lists, ListTold
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.list_questions import ListQuestionScreen
from kiosk.ui.screens.status import StatusScreen


class ListFlow:
    """For managers: from the page about the kiosk. Nothing that is shown here tells of anybody."""

    def __init__(self, navigator: Navigator, lists: Lists) -> None:
        self.navigator, self._lists = navigator, lists
        self._name, self._order, self._is_busy = "", "", False
        self._back: Call = navigator.clear

    @cached_property
    def screen(self) -> StatusScreen:
        """Made when it is first asked for."""
        words = self.navigator.words
        screen = StatusScreen(words, words.gettext("Customer list"), words.gettext("Take it over"))
        screen.bind(
            on_look=lambda _: self._find(),
            on_close=lambda _: self._back(),
            on_more=lambda _, _number: self._read(take=True),
        )
        return screen

    @cached_property
    def question(self) -> ListQuestionScreen:
        """Made when it is first asked for."""
        screen = ListQuestionScreen(self.navigator.words)
        screen.bind(on_answer=lambda _, value: self._answer(value), on_cancel=lambda _: self._back())
        return screen

    def open(self, back: Call | None = None) -> None:
        """Look for lists, or show the one that is being taken over; closing it calls `back`."""
        self._back = back or self.navigator.clear
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        if not self._is_busy:
            self.screen.begin()
            self._find()

    def _find(self) -> None:
        if not self._is_busy:
            self._name = self._order = ""
            self._put((), self.navigator.words.gettext("Looking for lists on the stick."))
            self._lists.find(self._found)

    def _found(self, names: Sequence[str]) -> None:
        if not self.navigator.shows(self.screen):
            return
        if len(names) > 1:
            self.navigator.serve(self.question, TO_READ_OR_WRITE)
            self.question.ask_which(names)
        elif names:
            self._answer(names[0])
        else:
            self._put((), self.navigator.words.gettext("Plug in a stick named KIOSK with the list on it."))

    def _answer(self, value: str) -> None:
        """To what was asked: the list or, once that is known, how its days are written."""
        if self._name:
            self._order = value
        else:
            self._name = value
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self._read(take=False)

    def _read(self, take: bool) -> None:
        words = self.navigator.words
        self._is_busy = True
        waiting = words.gettext("Taking it over.") if take else words.gettext("Reading the list.")
        self._put((), waiting)
        self._lists.read(
            self._name,
            self._order or None,
            take,
            progress=lambda done, of: self._tell_progress(waiting, done, of),
            then=lambda told: self._tell(told, take),
        )

    def _tell_progress(self, waiting: str, done: int, of: int) -> None:
        if self.navigator.shows(self.screen):
            self.navigator.stay(TO_READ_OR_WRITE)
            self.screen.sentence = f"{waiting} {100 * done // of} %"

    def _tell(self, told: ListTold, was_taken: bool) -> None:
        """What came of it; it waits on its screen where a customer has come meanwhile."""
        self._is_busy, words = False, self.navigator.words
        if told.asks_order:
            if self.navigator.shows(self.screen):
                self.navigator.serve(self.question, TO_READ_OR_WRITE)
                self.question.ask_order()
            return
        nothing = words.gettext("There is nothing to change.") if not was_taken else ""
        untouched = words.gettext("Nothing is changed yet.")
        self._put(told.findings, untouched if told.can_be_taken else nothing)
        self.screen.more[0].off = not told.can_be_taken

    def _put(self, findings: Sequence[Finding], sentence: str) -> None:
        self.screen.more[0].off = True
        self.screen.put(findings, sentence)
