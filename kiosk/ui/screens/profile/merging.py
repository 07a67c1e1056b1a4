"""Two who may be one person, side by side: of what differs, one of both is chosen."""

from datetime import date
from typing import Any

from kiosk.people.known.mergers import Aspect
from kiosk.people.profile.differences import Difference, differences
from kiosk.people.profile.person_words import subline
from kiosk.people.profile.profile import Profile
from kiosk.people.words import Words, side_by_side, within
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question


class MergingScreen(EditScreen):
    """Dispatches `on_merge`, with what is to be as the second one has it, `on_apart` and `on_cancel`."""

    __events__ = ("on_apart", "on_merge")
    on_apart = on_merge = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._taken: frozenset[Aspect] = frozenset()
        self._found: list[Difference] = []
        self._people = Saying(indented=False), Saying(indented=False)
        self._questions = {aspect: Question() for aspect in Aspect}
        self._what_stays = Saying(indented=False)
        for aspect, question in self._questions.items():
            question.bind(on_answer=lambda _, is_taken, aspect=aspect: self._choose(aspect, is_taken))
        self.put_rows(*self._people, *self._questions.values(), self._what_stays)

    def show(
        self, one: Profile, other: Profile, today: date, proposed: str = "", same_card: bool = False
    ) -> None:
        """Ask about these two; where they were `proposed` it can be said that they are two.

        With the `same_card` each was given it at another counter.
        """
        words, self._taken = self.words, frozenset()
        self._found = differences(one, other, today, words)
        for saying, profile in zip(self._people, (one, other), strict=True):
            name = within(profile.customer.called_by)
            saying.say(side_by_side(name, subline(profile, words)), strong=True)
        self._what_stays.say(
            words.gettext("Cards, notes, days, gifts and visits of both stay. It can be undone for a day.")
        )
        self.ids.foot.remove.really = words.gettext("Really two people?")
        apart = words.gettext("They are two people") if proposed else ""
        asked = words.gettext("Same card. Two people?") if same_card else words.gettext("One person?")
        self.begin(side_by_side(asked, proposed), words.gettext("Make them one"), apart)
        self._set()

    def save(self) -> None:
        """They are one."""
        self.dispatch("on_merge", self._taken)

    def remove(self) -> None:
        """They are two, and nobody asks again."""
        self.dispatch("on_apart")

    def _choose(self, aspect: Aspect, is_taken: bool) -> None:
        self._taken = self._taken | {aspect} if is_taken else self._taken - {aspect}
        self._set()

    def _set(self) -> None:
        differing = {each.aspect: each for each in self._found}
        for aspect, question in self._questions.items():
            each = differing.get(aspect)
            options = [] if each is None else [Option(False, each.of_one), Option(True, each.of_other)]
            question.ask("" if each is None else each.what, options, aspect in self._taken)
        self.tell_ready()
        self.arrange()
