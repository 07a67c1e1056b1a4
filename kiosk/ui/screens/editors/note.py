"""A note that is kept: what it says, how long, and before whom it is not shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.people.changing.changes import Change, ChangeNote, CloseNote, DropNote, ReopenNote
from kiosk.people.changing.drafts import DraftKind
from kiosk.people.known.notes import NoteKind
from kiosk.people.profile.profile import KeptNote, Profile
from kiosk.people.words import Words, within
from kiosk.ui.screens.editors.people import people_beside
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.editors.until import A_DAY, until_words, untils
from kiosk.ui.screens.note_kinds import PICTURES, how_long, kind_word
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question
from kiosk.ui.widgets.value_row import Value, ValueRow

if TYPE_CHECKING:
    from kiosk.ui.flows.prompts import Prompts


class EditNoteScreen(EditScreen):
    """One note. Closing it, or opening it again, is one more change after that of what it says."""

    def __init__(self, words: Words, prompts: "Prompts", **properties: Any) -> None:
        super().__init__(words, **properties)
        self._prompts, self._text = prompts, ValueRow()
        self._kind, self._until, self._hidden, self._state = (Question() for _ in range(4))
        self._kind.bind(on_answer=lambda _, kind: self._put(kind=kind))
        self._until.bind(on_answer=lambda _, until: self._choose_until(until))
        self._hidden.bind(on_answer=lambda _, other_id: self._put(not_in_front_of=other_id))
        self._state.bind(on_answer=lambda _, is_closed: self._close(is_closed))
        self.put_rows(self._text, self._kind, self._until, self._hidden, self._state)

    def show(self, profile: Profile, kept: KeptNote, today: date) -> None:
        """Show it as it is kept."""
        words, note = self.words, kept.note
        other, self._today = kept.not_in_front_of, today
        self._name = within(profile.customer.called_by)
        self._people = people_beside(profile, other, words)
        self._was_closed = self._is_closed = kept.closed_at is not None
        self._kept = self._note = ChangeNote(
            id=note.id,
            kind=note.kind,
            text=note.text,
            show_until=note.show_until,
            not_in_front_of=other.id if other else None,
        )
        title = words.gettext("A note about {name}").format(name=self._name)
        self.begin(title, words.gettext("Save"), words.gettext("Remove"))
        self._set()

    def changes(self) -> Sequence[Change]:
        """The text, unless only its state has changed, and then whether it is closed."""
        is_turned = self._is_closed != self._was_closed
        turned = CloseNote(self._note.id) if self._is_closed else ReopenNote(self._note.id)
        is_new = self._note != self._kept or not is_turned
        return [*([self._note] if is_new else []), *([turned] if is_turned else [])]

    def removal(self) -> Change:
        """The change that deletes the note."""
        return DropNote(self._note.id)

    def _put(self, **answers: Any) -> None:
        self._note = replace(self._note, **answers)
        self._set()

    def _close(self, is_closed: bool) -> None:
        self._is_closed = is_closed
        self._set()

    def _ask_text(self) -> None:
        hint = self.words.gettext("{name} may read this one day. Write it kindly.").format(name=self._name)
        self._prompts.text(self.title, self._note.text, lambda text: self._put(text=text), hint=hint)

    def _choose_until(self, until: date | str | None) -> None:
        if until != A_DAY:
            self._put(show_until=until)
            return
        title = self.words.gettext("Shown until…")
        self._prompts.coming_day(title, self._note.show_until, lambda day: self._put(show_until=day))

    def _set(self) -> None:
        words, note = self.words, self._note
        self._text.show("", [Value(note.text, self._ask_text, picture="✏️")])
        kinds = [
            Option(kind, kind_word(DraftKind(kind), words), PICTURES[DraftKind(kind)]) for kind in NoteKind
        ]
        self._kind.ask(words.gettext("Kind"), kinds, note.kind)
        self._ask_how_long()
        self._hidden.ask(words.gettext("Not in front of"), self._people, note.not_in_front_of)
        states = [Option(False, words.gettext("Open")), Option(True, words.gettext("Done"))]
        self._state.ask(words.gettext("Now"), states, self._is_closed)
        self.tell_changed(note != self._kept or self._is_closed is not self._was_closed)
        self.arrange()

    def _ask_how_long(self) -> None:
        """As usual for its kind, or until a day; under the answers stands what that comes to."""
        words, until = self.words, self._note.show_until
        options, chosen = untils(until, self._today, words)
        said = how_long(DraftKind(self._note.kind), self._name, words)
        if until is not None:
            said = until_words(until, words)
        usual = Option(None, words.gettext("As usual"))
        self._until.ask(words.gettext("How long"), [usual, *options], chosen, said)
