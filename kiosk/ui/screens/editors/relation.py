"""What two people are to each other."""

from collections.abc import Sequence
from typing import Any

from kiosk.people.changing.changes import Change, Relate, Unrelate
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.profile import Other, Profile, Relation
from kiosk.people.profile.profile_words import kind_words
from kiosk.people.words import Words, within
from kiosk.ui.pictures import RELATIONS
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question


class EditRelationScreen(EditScreen):
    """Reads as a sentence: "Alice is Jack’s…", and a pill for each kind."""

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._kinds, self._told = Question(columns=4, tall=True), Saying(indented=False)
        self._kinds.bind(on_answer=lambda _, kind: self._choose(kind))
        self.put_rows(self._told, self._kinds)

    def show(self, profile: Profile, other: Other, relation: Relation | None = None) -> None:
        """Ask what the other is to this person; `relation` is what is kept so far."""
        words = self.words
        self._other, self._relation = other, relation
        self._kind = relation.kind if relation else None
        names = {"name": within(profile.customer.called_by), "other": within(other.called_by)}
        cared_for = words.gettext("{name} is {other}’s carer.").format(**names)
        is_nameless = relation is not None and relation.kind is None
        self._told.say(cared_for if is_nameless else "", strong=True)
        title = words.gettext("{other} is {name}’s…").format(**names)
        self.begin(title, words.gettext("Save"), self._remove_word)
        self._set()

    def changes(self) -> Sequence[Change]:
        """What they are, and then that they are not what they were."""
        assert self._kind is not None
        relate = Relate(self._other.id, self._kind)
        if self._relation is None or self._relation.kind is self._kind:
            return [relate]
        return [relate, Unrelate(self._relation.id)]

    def removal(self) -> Change:
        """The change that removes the relationship."""
        assert self._relation is not None
        return Unrelate(self._relation.id)

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """The kinds fill what the sentence leaves."""
        self._kinds.most = top - floor - self._told.height_taken - gap
        return super().stand_rows(top, floor, gap, least)

    @property
    def _remove_word(self) -> str:
        return "" if self._relation is None else self.words.gettext("Remove")

    def _choose(self, kind: RelationshipKind) -> None:
        self._kind = kind
        self._set()

    def _set(self) -> None:
        kinds = [Option(kind, kind_words(kind, self.words), RELATIONS[kind]) for kind in RelationshipKind]
        self._kinds.ask("", kinds, self._kind)
        if self._kind is None:
            self.tell_ready(self.words.gettext("Tap what they are to each other."))
        else:
            self.tell_changed(self._relation is None or self._relation.kind is not self._kind)
        self.arrange()
