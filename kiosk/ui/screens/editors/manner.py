"""How somebody wishes to be met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.people.changing.changes import Change, ChangeManner, KnownInAllShops
from kiosk.people.known.customers import OPEN_ENDED
from kiosk.people.profile.profile import Profile
from kiosk.people.words import Words, within
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.editors.until import A_DAY, until_words, untils
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question

if TYPE_CHECKING:
    from kiosk.ui.flows.prompts import Prompts


class EditMannerScreen(EditScreen):
    """By name or not, the age, gently for a while; apart from these, that they have died, asked twice.

    A shop that `has_others` asks whether those may greet them, too.
    """

    def __init__(self, words: Words, prompts: "Prompts", has_others: bool, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._prompts, self._has_others, self._name = prompts, has_others, ""
        self._by_name, self._age, self._gently, self._everywhere = (Question() for _ in range(4))
        self._quietly, self._consent = Saying(), Saying()
        self._by_name.bind(on_answer=lambda _, yes: self._put(greet_by_name=yes))
        self._age.bind(on_answer=lambda _, yes: self._put(may_mention_age=yes))
        self._gently.bind(on_answer=lambda _, until: self._tread_gently(until))
        self._everywhere.bind(on_answer=lambda _, agreed: self._let_all_shops_know(agreed))
        self.ids.foot.remove.fbind("asking", self._say_what_it_means)
        self.put_rows(self._by_name, self._age, self._gently, self._everywhere, self._consent, self._quietly)

    def show(self, profile: Profile, today: date) -> None:
        """Show what is kept."""
        words, customer, self._today = self.words, profile.customer, today
        self._name = within(customer.called_by)
        self._kept = self._manner = ChangeManner(
            customer.greet_by_name, customer.may_mention_age, customer.tread_gently_until, customer.deceased
        )
        self._was_known_everywhere = self._is_known_everywhere = customer.known_in_all_shops
        self._consent.say(_consent(profile, words))
        title = words.gettext("How to greet {name}").format(name=self._name)
        if customer.deceased:
            word, really = words.gettext("It was a mistake…"), words.gettext("Yes, it was a mistake")
        else:
            word, really = words.gettext("Has died…"), words.gettext("Yes, has died")
        self.ids.foot.remove.really = really
        self.begin(title, words.gettext("Save"), word)
        self._set()

    def changes(self) -> Sequence[Change]:
        """All of it is one change, but for the other shops."""
        if self._is_known_everywhere == self._was_known_everywhere:
            return [self._manner]
        return [self._manner, KnownInAllShops(self._is_known_everywhere)]

    def removal(self) -> Change:
        """They have died, or it was a mistake to say so."""
        return replace(self._manner, deceased=not self._kept.deceased)

    def _put(self, **answers: Any) -> None:
        self._manner = replace(self._manner, **answers)
        self._set()

    def _let_all_shops_know(self, agreed: bool) -> None:
        self._is_known_everywhere = agreed
        self._set()

    def _tread_gently(self, until: date | str | None) -> None:
        if until != A_DAY:
            self._put(tread_gently_until=until)
            return
        before = self._manner.tread_gently_until
        title = self.words.gettext("Tread gently until…")
        picked = None if before == OPEN_ENDED else before
        self._prompts.coming_day(title, picked, lambda day: self._put(tread_gently_until=day))

    def _set(self) -> None:
        words, manner = self.words, self._manner
        both = [Option(True, words.gettext("Yes")), Option(False, words.gettext("No"))]
        self._by_name.ask(words.gettext("Greet by name"), both, manner.greet_by_name)
        self._age.ask(words.gettext("The age may be mentioned"), both, manner.may_mention_age)
        self._gently.ask(words.gettext("Tread gently"), *self._until())
        asked = words.gettext("All our shops may greet them") if self._has_others else ""
        self._everywhere.ask(asked, both if asked else [], self._is_known_everywhere)
        self.tell_changed(manner != self._kept or self._is_known_everywhere != self._was_known_everywhere)
        self._say_what_it_means()

    def _say_what_it_means(self, *_: Any) -> None:
        """That they have died, and what comes of saying so, before it is said."""
        is_told = self._kept.deceased or self.ids.foot.remove.asking
        quietly = self.words.gettext("Nobody will greet {name} or celebrate their days any more.")
        self._quietly.say(quietly.format(name=self._name) if is_told else "", strong=True)
        self.arrange()

    def _until(self) -> tuple[list[Option], Any, str]:
        """The answers, the one given, and what it comes to."""
        words, until = self.words, self._manner.tread_gently_until
        days, chosen = untils(None if until == OPEN_ENDED else until, self._today, words)
        options = [
            Option(None, words.gettext("No")),
            Option(OPEN_ENDED, words.gettext("Until we know better")),
            *days,
        ]
        if until is None or until == OPEN_ENDED:
            return options, until, ""
        return options, chosen, until_words(until, words)


def _consent(profile: Profile, words: Words) -> str:
    if profile.consent_on is None:
        return words.gettext("Nobody has asked yet whether they are happy for us to remember them.")
    day = words.day_and_year(profile.consent_on)
    if not profile.consent_by:
        return words.gettext("Happy for us to remember them since {day}.").format(day=day)
    message = words.gettext("Happy for us to remember them since {day}; {name} asked.")
    return message.format(day=day, name=within(profile.consent_by))
