"""One thing more that an editor asks for, on a screen of its own."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from kivy.uix.widget import Widget

from kiosk.people.calendars import Calendar
from kiosk.people.calendars.month_names import month_name
from kiosk.people.calendars.months import Month, coming_days, coming_months
from kiosk.people.texts import RefusedText
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.editors.day import Days, EditDayScreen, Months
from kiosk.ui.screens.editors.text import EditTextScreen


class Prompts:
    """Asks for the editor that stands on the glass, which is told the answer by `then` and shown again.

    Cancelled, nothing happens but that it is shown again.
    """

    def __init__(self, navigator: Navigator, keyboard: OwnKeyboard) -> None:
        self._navigator, self._keyboard = navigator, keyboard
        self._asker: Widget | None = None
        self._asking: Widget | None = None
        self._then: Callable[..., None] = lambda *_: None

    def is_asking_on(self, screen: Widget) -> bool:
        """True where it is this screen that asks for something."""
        return self._asking is screen

    @property
    def is_changed(self) -> bool:
        """True where something was written that is not answered yet."""
        return isinstance(self._asking, EditTextScreen) and self._asking.is_changed

    @cached_property
    def texts(self) -> EditTextScreen:
        """Made when it is first needed."""
        screen = EditTextScreen(self._navigator.words, self._keyboard)
        screen.bind(on_written=self._answer, on_cancel=self._come_back)
        return screen

    @cached_property
    def days(self) -> EditDayScreen:
        """Made when it is first needed."""
        screen = EditDayScreen(self._navigator.words)
        screen.bind(on_picked=self._answer, on_cancel=self._come_back)
        return screen

    def text(
        self,
        title: str,
        text: str,
        then: Callable[[str], None],
        *,
        hint: str = "",
        is_needed: bool = True,
        digits: bool = False,
    ) -> None:
        """Ask for some words; what `then` refuses with RefusedText is to be written anew."""
        self._leave_for(self.texts, then)
        done = self._navigator.words.gettext("Done")
        self.texts.show(title, text, done, hint=hint, is_needed=is_needed, digits=digits)

    def day(
        self,
        title: str,
        months: Months,
        days: Days,
        picked: tuple[Month, int] | None,
        then: Callable[[Month, int], None],
    ) -> None:
        """Ask for a day of these months."""
        self._leave_for(self.days, then)
        self.days.show(title, months, days, picked)

    def coming_day(self, title: str, picked: date | None, then: Callable[[date], None]) -> None:
        """Ask for a day that is still to come."""
        today, words = self._navigator.place.clock().date(), self._navigator.words
        months = [(month, month_name(Calendar.GREGORIAN, month, words)) for month in coming_months(today)]
        before = None if picked is None else (Month(picked.month, year=picked.year), picked.day)
        self.day(
            title,
            months,
            lambda month: coming_days(month, today),
            before or (months[0][0], 0),
            lambda month, day: then(date(month.year or today.year, month.number, day)),
        )

    def _leave_for(self, screen: Widget, then: Callable[..., None]) -> None:
        self._asker, self._asking, self._then = self._navigator.glass.screen, screen, then
        self._navigator.serve(screen, TO_READ_OR_WRITE)

    def _answer(self, _screen: Any, *answer: Any) -> None:
        try:
            self._then(*answer)
        except RefusedText as why:
            self.texts.refused = str(why)
            return
        self._come_back()

    def _come_back(self, *_: Any) -> None:
        assert self._asker is not None
        self._asking = None
        self._navigator.serve(self._asker, TO_READ_OR_WRITE)
