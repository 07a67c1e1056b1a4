"""How somebody wishes to be met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.people.changing.changes import Change, ChangeManner
from kiosk.people.known.customers import OPEN_ENDED
from kiosk.people.profile.profile import Profile
from kiosk.people.words import Words, within
from kiosk.ui.screens.editors.rows import Question, Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option

if TYPE_CHECKING:
    from kiosk.ui.flows.prompts import Prompts

_A_DAY = "a day"
"""The answer that asks for the day itself."""


class EditMannerScreen(EditScreen):
    """By name or not, the age, gently for a while; and that they have died, which is asked twice."""

    def __init__(self, words: Words, prompts: "Prompts", **properties: Any) -> None:
        super().__init__(words, **properties)
        self._prompts, self._is_asking, self._name = prompts, False, ""
        self._by_name, self._age, self._gently, self._died = (Question() for _ in range(4))
        self._quietly, self._consent = Saying(), Saying()
        self._by_name.bind(on_answer=lambda _, yes: self._put(greet_by_name=yes))
        self._age.bind(on_answer=lambda _, yes: self._put(may_mention_age=yes))
        self._gently.bind(on_answer=lambda _, until: self._tread_gently(until))
        self._died.bind(on_answer=lambda _, yes: self._ask_twice(yes))
        self.put_rows(self._by_name, self._age, self._gently, self._died, self._quietly, self._consent)

    def show(self, profile: Profile) -> None:
        """Show what is kept."""
        customer = profile.customer
        self._is_asking, self._name = False, within(customer.called_by)
        self._manner = ChangeManner(
            customer.greet_by_name, customer.may_mention_age, customer.tread_gently_until, customer.deceased
        )
        self._consent.say(_consent(profile, self.words))
        title = self.words.gettext("How to greet {name}").format(name=self._name)
        self.begin(title, self.words.gettext("Save"))
        self._set()

    def changes(self) -> Sequence[Change]:
        """All of it is one change."""
        return [self._manner]

    def _put(self, **answers: Any) -> None:
        self._manner = replace(self._manner, **answers)
        self._set()

    def _tread_gently(self, until: date | str | None) -> None:
        if until != _A_DAY:
            self._put(tread_gently_until=until)
            return
        before = self._manner.tread_gently_until
        title = self.words.gettext("Tread gently until…")
        picked = None if before == OPEN_ENDED else before
        self._prompts.coming_day(title, picked, lambda day: self._put(tread_gently_until=day))

    def _ask_twice(self, has_died: bool) -> None:
        is_sure = self._is_asking or not has_died or self._manner.deceased
        self._is_asking = not is_sure
        self._put(deceased=has_died and is_sure)

    def _set(self) -> None:
        words, manner = self.words, self._manner
        yes, no = words.gettext("Yes"), words.gettext("No")
        both = [Option(True, yes), Option(False, no)]
        self._by_name.ask(words.gettext("Greet by name"), both, manner.greet_by_name)
        self._age.ask(words.gettext("The age may be mentioned"), both, manner.may_mention_age)
        self._gently.ask(words.gettext("Tread gently"), *self._until())
        really = words.gettext("Yes, {name} has died").format(name=self._name)
        died = [Option(False, no), Option(True, really if self._is_asking else yes)]
        self._died.ask(words.gettext("Has died"), died, manner.deceased)
        quietly = words.gettext("Nobody will greet {name} or celebrate their days any more.")
        sure = words.gettext("Please tap once more if it is so.") if self._is_asking else ""
        is_told = self._is_asking or manner.deceased
        self._quietly.say(f"{quietly.format(name=self._name)} {sure}".strip() if is_told else "")
        self.arrange()

    def _until(self) -> tuple[list[Option], Any]:
        """The answers, and the one given."""
        words, until = self.words, self._manner.tread_gently_until
        is_dated = until is not None and until != OPEN_ENDED
        a_day = words.gettext("Until a day…")
        if until is not None and is_dated:
            a_day = words.gettext("Until {day}").format(day=words.day_and_year(until))
        options = [
            Option(None, words.gettext("No")),
            Option(OPEN_ENDED, words.gettext("Until we know better")),
            Option(_A_DAY, a_day),
        ]
        return options, _A_DAY if is_dated else until


def _consent(profile: Profile, words: Words) -> str:
    if profile.consent_on is None:
        return words.gettext("Nobody has asked yet whether they are happy for us to remember them.")
    day = words.day_and_year(profile.consent_on)
    if not profile.consent_by:
        return words.gettext("Happy for us to remember them since {day}.").format(day=day)
    message = words.gettext("Happy for us to remember them since {day}; {name} asked.")
    return message.format(day=day, name=within(profile.consent_by))
