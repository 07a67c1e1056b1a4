"""A day that matters: what it is, and when, in the calendar it is kept in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.drawing.pictures import picture_and_text
from kiosk.people.calendars import Calendar, LeapDay, rules_of
from kiosk.people.calendars.month_names import day_name, month_name
from kiosk.people.calendars.months import Month, days, month_of, months
from kiosk.people.calendars.years import known_year
from kiosk.people.changing.changes import Change, DropDate, KeepDate
from kiosk.people.changing.next_return import next_return
from kiosk.people.known.important_dates import Occasion
from kiosk.people.profile.date_words import calendar_words
from kiosk.people.profile.profile import KeptDate, Profile
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, within
from kiosk.ui.screens.editors.people import people_beside
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question
from kiosk.ui.widgets.value_row import Value, ValueRow

if TYPE_CHECKING:
    from kiosk.ui.flows.prompts import Prompts

_NOT_PICKED = 0
_LEAP_DAY = (Calendar.GREGORIAN, 2, 29)


class EditDateScreen(EditScreen):
    """One important date of a person, a new one or one that is kept."""

    def __init__(self, words: Words, prompts: "Prompts", **properties: Any) -> None:
        super().__init__(words, **properties)
        self._prompts = prompts
        self._occasion, self._calendar, self._when = Question(), Question(), ValueRow()
        self._leap_day, self._shared, self._next = Question(), Question(), Saying()
        self._occasion.bind(on_answer=lambda _, occasion: self._choose_occasion(occasion))
        self._calendar.bind(on_answer=lambda _, calendar: self._choose_calendar(calendar))
        self._leap_day.bind(on_answer=lambda _, leap_day: self._put(leap_day=leap_day))
        self._shared.bind(on_answer=lambda _, other_id: self._put(shared_with=other_id))
        self.put_rows(self._occasion, self._calendar, self._when, self._leap_day, self._next, self._shared)

    def show(self, profile: Profile, kept: KeptDate | None, today: date) -> None:
        """Show a date that is kept, or begin a new one."""
        words, self._today = self.words, today
        other = kept.shared_with if kept else None
        self._people = people_beside(profile, other, words)
        self._keep = _as_kept(kept) if kept else _begun(profile)
        self._kept = self._keep if kept else None
        message = words.gettext("A day that matters to {name}")
        title = message.format(name=within(profile.customer.called_by))
        self.begin(title, words.gettext("Save"), words.gettext("Remove this date") if kept else "")
        self._set()

    def changes(self) -> Sequence[Change]:
        """The date as it is now."""
        return [self._keep]

    def removal(self) -> Change:
        """It goes for both who share it."""
        assert self._keep.id is not None
        return DropDate(self._keep.id)

    def _put(self, **answers: Any) -> None:
        self._keep = replace(self._keep, **answers)
        self._set()

    def _choose_occasion(self, occasion: Occasion) -> None:
        if occasion is Occasion.OTHER:
            title = self.words.gettext("What is the day about?")
            label = self._keep.label if self._keep.occasion is Occasion.OTHER else ""
            self._prompts.text(
                title, label, lambda text: self._put(occasion=occasion, label=text), is_needed=False
            )
        elif occasion is not self._keep.occasion:
            self._put(occasion=occasion, label="")

    def _choose_calendar(self, calendar: Calendar) -> None:
        if calendar is not self._keep.calendar:
            self._put(calendar=calendar, day=_NOT_PICKED, month=_NOT_PICKED, year=None, leap_month=False)

    def _ask_day(self) -> None:
        keep = self._keep
        calendar = keep.calendar
        named = [(month, month_name(calendar, month, self.words)) for month in months(calendar, keep.year)]
        self._prompts.day(
            self.words.gettext("Which day is it?"),
            named,
            lambda month: days(calendar, month),
            (self._month, keep.day) if keep.day else None,
            lambda month, day: self._put(month=month.number, leap_month=month.is_leap, day=day),
        )

    def _ask_year(self) -> None:
        hint = self.words.gettext("By the {calendar} this is {year}. Leave it empty if nobody knows.")
        calendar = calendar_words(self._keep.calendar, self.words)
        this_year = rules_of(self._keep.calendar).year_on(self._today)
        self._prompts.text(
            self.words.gettext("Which year was it?"),
            str(self._keep.year or ""),
            self._write_year,
            hint=hint.format(calendar=calendar, year=this_year),
            is_needed=False,
            digits=True,
        )

    def _write_year(self, text: str) -> None:
        if text and not text.isdecimal():
            raise RefusedText(self.words.gettext("Please write the year in digits."))
        was_leap = self._month.is_leap
        year = known_year(int(text), self._keep.calendar) if text else None
        self._put(year=year, leap_month=was_leap)
        if self._month.is_leap != was_leap:
            # In that year Adar is one of two: it is to be said which.
            self._put(day=_NOT_PICKED)

    @property
    def _month(self) -> Month:
        return month_of(self._keep, self._keep.calendar)

    def _set(self) -> None:
        words, keep = self.words, self._keep
        occasions = [_occasion(one, keep, words) for one in Occasion]
        self._occasion.ask(words.gettext("What it is"), occasions, keep.occasion)
        calendars = [Option(one, _short(one, words)) for one in Calendar]
        self._calendar.ask(words.gettext("Calendar"), calendars, keep.calendar)
        is_picked = keep.day != _NOT_PICKED
        self._when.show(words.gettext("When"), self._whens())
        self._leap_day.ask(words.gettext("In other years on"), self._leap_days(), keep.leap_day)
        self._shared.ask(words.gettext("Together with"), self._people, keep.shared_with)
        self._next.say(self._when_next() if is_picked else "", strong=True)
        if not is_picked:
            self.tell_ready(words.gettext("Please pick a day first."))
        else:
            self.tell_changed(keep != self._kept)
        self.arrange()

    def _whens(self) -> list[Value]:
        """The day and the year so far; a tap on each asks for another one."""
        words, keep = self.words, self._keep
        on, year = words.gettext("Pick a day…"), words.gettext("Year not known")
        if keep.day != _NOT_PICKED:
            on = day_name(keep.calendar, self._month, keep.day, words)
        return [
            Value(on, self._ask_day, missing=keep.day == _NOT_PICKED),
            Value(str(keep.year or year), self._ask_year, missing=keep.year is None),
        ]

    def _leap_days(self) -> list[Option]:
        keep = self._keep
        if (keep.calendar, keep.month, keep.day) != _LEAP_DAY:
            return []
        return [Option(one, self.words.day(date.fromisoformat(f"2001-{one}"))) for one in LeapDay]

    def _when_next(self) -> str:
        day = next_return(self._keep, self._today)
        if day is None:
            return ""
        in_words = self.words.day if day.year == self._today.year else self.words.day_and_year
        message = self.words.gettext("Next on {weekday}, {day}")
        return message.format(weekday=self.words.weekday(day), day=in_words(day))


def _as_kept(kept: KeptDate) -> KeepDate:
    important = kept.important
    return KeepDate(
        id=important.id,
        occasion=important.occasion,
        label=important.label,
        day=important.day,
        month=important.month,
        year=important.year,
        calendar=important.calendar,
        leap_day=important.leap_day,
        leap_month=important.leap_month,
        shared_with=kept.shared_with.id if kept.shared_with else None,
    )


def _begun(profile: Profile) -> KeepDate:
    """Most who have no birthday yet tell it first."""
    has_birthday = any(kept.important.occasion is Occasion.BIRTHDAY for kept in profile.important_dates)
    occasion = Occasion.ANNIVERSARY if has_birthday else Occasion.BIRTHDAY
    return KeepDate(occasion=occasion, day=_NOT_PICKED, month=_NOT_PICKED)


def _occasion(occasion: Occasion, keep: KeepDate, words: Words) -> Option:
    picture, _ = picture_and_text("", occasion, "")
    word = {
        Occasion.BIRTHDAY: words.gettext("Birthday"),
        Occasion.ANNIVERSARY: words.gettext("Anniversary"),
        Occasion.NAME_DAY: words.gettext("Name day"),
        Occasion.OTHER: words.gettext("Something else…"),
    }[occasion]
    is_labelled = occasion is keep.occasion and bool(keep.label)
    return Option(occasion, within(keep.label) if is_labelled else word, picture)


def _short(calendar: Calendar, words: Words) -> str:
    """The calendar by one word."""
    return {
        Calendar.GREGORIAN: words.gettext("Gregorian"),
        Calendar.CHINESE: words.gettext("Chinese"),
        Calendar.HEBREW: words.gettext("Hebrew"),
        Calendar.ISLAMIC: words.gettext("Islamic"),
    }[calendar]
