"""One day to pick: its month by name, then the day."""

from collections.abc import Callable, Sequence
from typing import Any

from kivy.app import App

from kiosk.people.calendars.months import Month
from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Choices, Option
from kiosk.ui.widgets.labelled import Row, has_columns
from kiosk.ui.widgets.question import Question

Days = Callable[[Month], Sequence[int]]
Months = Sequence[tuple[Month, str]]

_MONTHS_TO_SEE_AT_ONCE = 14
_IN_A_WEEK = 7
_WEEKS = 5


class MonthAndDay(Row):
    """Two grids down to a `floor`: side by side or, upright, one above the other.

    Dispatches `on_month` and `on_day`.
    """

    __events__ = ("on_day", "on_month")
    on_day = on_month = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.floor = 0.0
        self.months, self.days = Choices(), Choices()
        self.months.bind(on_choose=lambda _, month: self.dispatch("on_month", month))
        self.days.bind(on_choose=lambda _, day: self.dispatch("on_day", day))
        self.add_widget(self.months)
        self.add_widget(self.days)

    def stand(self, x: float, top: float, width: float, least: float) -> float:
        """Take the place under `top`; returns how far down it reaches."""
        gap, room = 6 * App.get_running_app().sizes.unit, top - self.floor
        if not has_columns(width):
            below = self.months.stand(x, top, width, 3, least, (room - gap) / 2) - gap
            return self._stand_days(x, below, width, least)
        left = int(width * 0.44)
        bottom = self.months.stand(x, top, left, 3, least, room)
        beside = x + left + gap
        return min(bottom, self._stand_days(beside, top, x + width - beside, least))

    def _stand_days(self, x: float, top: float, width: float, least: float) -> float:
        """In weeks as high as in a month that has all of them."""
        weeks = -(-self.days.count // _IN_A_WEEK)
        most = (top - self.floor) * weeks / _WEEKS
        return self.days.stand(x, top, width, _IN_A_WEEK, least, most)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return self.months.has_room and self.days.has_room


class EditDayScreen(EditScreen):
    """Dispatches `on_picked` with the month and the day as soon as the day is tapped, and `on_cancel`."""

    __events__: tuple[str, ...] = ("on_picked",)
    on_picked = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._months: Sequence[tuple[Month, str]] = ()
        self._days: Days = lambda _month: ()
        self._picked: tuple[Month | None, int | None] = (None, None)
        self._is_leap = False
        self._leap_or_not, self._grids = Question(), MonthAndDay()
        self._leap_or_not.bind(on_answer=lambda _, is_leap: self._turn(is_leap))
        self._grids.bind(on_month=lambda _, month: self._open(month))
        self._grids.bind(on_day=lambda _, day: self.dispatch("on_picked", self._picked[0], day))
        self.put_rows(self._leap_or_not, self._grids)

    def show(
        self, title: str, months: Sequence[tuple[Month, str]], days: Days, picked: tuple[Month, int] | None
    ) -> None:
        """Ask for one of the `days` of the `months`, which have their names with them."""
        self.begin(title)
        self._months, self._days = months, days
        self._picked = picked if picked and picked[0] in dict(months) else (None, None)
        self._is_leap = self._has_two_pages and bool(self._picked[0] and self._picked[0].is_leap)
        self._set()

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """All of the height is for the days."""
        self._grids.floor = floor
        return super().stand_rows(top, floor, gap, least)

    @property
    def _has_two_pages(self) -> bool:
        return len(self._months) > _MONTHS_TO_SEE_AT_ONCE

    def _turn(self, is_leap: bool) -> None:
        self._is_leap, self._picked = is_leap, (None, None)
        self._set()

    def _open(self, month: Month) -> None:
        self._picked = month, None
        self._set()

    def _set(self) -> None:
        both = [Option(False, self.words.gettext("No")), Option(True, self.words.gettext("Yes"))]
        is_leap = self.words.gettext("Is it a leap month?")
        self._leap_or_not.ask(is_leap, both if self._has_two_pages else [], self._is_leap)
        page = [
            Option(month, name)
            for month, name in self._months
            if not self._has_two_pages or month.is_leap == self._is_leap
        ]
        month, day = self._picked
        self._grids.months.offer(page, month)
        days = [] if month is None else self._days(month)
        self._grids.days.offer([Option(n, str(n)) for n in days], day)
        self.arrange()
