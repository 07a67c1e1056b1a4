"""A greeting while it stands on the glass: whatever changes, nothing of it moves to another place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Self

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.companions import Companion


class State(Enum):
    """What has become of a cue since it was first shown."""

    OPEN = auto()
    DONE = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A cue in its place; of one that is `GONE` nothing may be read any more, but its place stays empty."""

    cue: Cue
    state: State = State.OPEN


@dataclass(frozen=True, slots=True)
class Standing:
    """A greeting, its cues in the places they have had from the first, and what taps on it have `done`."""

    greeting: Greeting
    items: tuple[Item, ...]
    done: frozenset[Tap] = frozenset()

    @classmethod
    def first(cls, greeting: Greeting) -> Self:
        """As it is shown after a scan: the companions who are here and those closest come first."""
        companions = tuple(sorted(greeting.companions, key=_closeness))
        items = tuple(Item(cue) for cue in greeting.cues)
        return cls(replace(greeting, companions=companions), items)

    def renewed(self, greeting: Greeting, done: frozenset[Tap]) -> Self:
        """The same greeting as it is by now, after taps of which these are done and not taken back.

        What to say and the facts stay as they were read. What is new comes last.
        """
        before = self.greeting
        companions = _companions_in_place(before.companions, greeting.companions)
        stays = replace(greeting, say=before.say, chips=before.chips, companions=companions)
        return type(self)(stays, _items_in_place(self.items, greeting.cues, done), done)

    def reordered(self, greeting: Greeting) -> Self:
        """The same greeting after something was written down: in its own order, but what is done stays."""
        items = [Item(cue) for cue in greeting.cues]
        for place, item in enumerate(self.items):
            if item.state is State.DONE:
                items = [other for other in items if _identity(other.cue) != _identity(item.cue)]
                items.insert(place, item)
        return replace(self.first(greeting), items=tuple(items), done=self.done)

    @property
    def given(self) -> Tap | None:
        """What they were given just now, if that can be taken back."""
        return next((tap for tap in self.done if tap.action is Action.GAVE), None)

    @property
    def allowed(self) -> Tap | None:
        """That they said just now that we may remember them, which can be taken back."""
        return next((tap for tap in self.done if tap.action is Action.ALLOWED), None)


def _items_in_place(before: Sequence[Item], cues: Sequence[Cue], done: Collection[Tap]) -> tuple[Item, ...]:
    left = list(cues)
    items = []
    for item in before:
        same = next((cue for cue in left if _identity(cue) == _identity(item.cue)), None)
        if same is not None:
            left.remove(same)
        if item.cue.tap in done:
            items.append(Item(item.cue, State.DONE))
        else:
            items.append(Item(item.cue, State.GONE) if same is None else Item(same))
    return (*items, *map(Item, left))


def _identity(cue: Cue) -> tuple[CueKind, str, date | None]:
    return cue.kind, cue.title, cue.on


def _companions_in_place(before: Sequence[Companion], now: Sequence[Companion]) -> tuple[Companion, ...]:
    by_id = {companion.customer.id: companion for companion in now}
    known = [companion.customer.id for companion in before]
    staying = [by_id[id] for id in known if id in by_id]
    return (*staying, *(companion for companion in now if companion.customer.id not in known))


def _closeness(companion: Companion) -> tuple[bool, bool]:
    return not companion.present, not companion.is_near
