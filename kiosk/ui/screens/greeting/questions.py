"""What the foot of a greeting asks, and the answers to tap."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from kiosk.people.changing.taps import Tap
from kiosk.people.known.companions import Companion
from kiosk.people.words import Words, within
from kiosk.ui.screens.greeting.done import done_word
from kiosk.ui.screens.greeting.terser import Terse


class Answer(NamedTuple):
    """The words on one button, and what a tap on it does; `main` where it is so already."""

    text: str
    does: Callable[[], object]
    main: bool = False


class Question(NamedTuple):
    """One way of asking after the other, each shorter, and the answers, the likeliest first.

    Where room is short the question goes, unless its `text_stays`, and as many answers as do not fit,
    unless all `answers_stay`.
    """

    texts: Sequence[str]
    answers: Sequence[Answer]
    text_stays: bool = False
    answers_stay: bool = False

    def text(self, terse: Terse) -> str:
        """The question in so few words."""
        if not self.texts or (terse.asking is None and not self.text_stays):
            return ""
        return self.texts[-1 if terse.asking is None else min(terse.asking, len(self.texts) - 1)]

    def stands_alone(self, terse: Terse) -> bool:
        """True where nothing else may take room beside it."""
        return self.answers_stay or (self.text_stays and terse.asking is None)


def who_came_along(
    name: str, companions: Sequence[Companion], words: Words, came: Callable[[Companion], object]
) -> Question:
    """Who is here with whoever is greeted; nothing, where they have nobody."""
    asked = [words.gettext("With {name} today?"), words.gettext("With {name}?"), words.gettext("With…")]
    closest = sorted(companions, key=_closeness)
    texts = [text.format(name=name) for text in asked if companions]
    return Question(texts, [_companion(one, partial(came, one)) for one in closest])


def what_was_done(done: Tap, words: Words, take_back: Callable[[], object]) -> Question:
    """No question, but a word about what a tap has done, and a way back."""
    text = f"✓ {done.what or done_word(done.action, words)}"
    return Question([text], [Answer(words.gettext("Undo"), take_back)], text_stays=True)


def what_was_given(
    gestures: Sequence[str], words: Words, gave: Callable[[str], object], cancel: Callable[[], object]
) -> Question:
    """One of the shop's own gestures, or something that has still to be written down."""
    own = [Answer(gesture, partial(gave, gesture)) for gesture in gestures]
    other = Answer(words.gettext("Something else…"), partial(gave, ""))
    return Question([], [*own, other, Answer(words.gettext("Cancel"), cancel)], answers_stay=True)


def _companion(companion: Companion, came: Callable[[], object]) -> Answer:
    name = within(companion.called_by)
    return Answer(f"✓ {name}", lambda: None, main=True) if companion.present else Answer(name, came)


def _closeness(companion: Companion) -> tuple[bool, bool]:
    return not companion.present, not companion.is_near
