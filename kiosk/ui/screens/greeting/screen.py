"""The greeting: the name first, one line to say, and the cues that fit."""

from functools import partial
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.input.motionevent import MotionEvent

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.greeting.standing import Standing
from kiosk.people.known.customers import Customer
from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.cards import CueCards
from kiosk.ui.screens.greeting.foot import Beside, GreetingFoot
from kiosk.ui.screens.greeting.gifts import GiftMenu
from kiosk.ui.screens.greeting.person import GreetedPerson
from kiosk.ui.widgets.closable import Closable

OPTICAL_MIDDLE = 0.4
"""What is meant to stand in the middle looks right a little above it."""

_ABREAST = 2
"""So many cards stand side by side, under a name that has all of the width."""

_CARDS_BESIDE = 0.54
"""The part of the width for cards beside the person."""

_CARDS_UPRIGHT = 0.34
"""The part of an upright screen that is kept for the cards."""

_POSTER = 1.4
"""So much larger is everything where there are no cards."""


class GreetingScreen(Closable):
    """Shows one greeting; a touch beside its buttons does nothing, and nothing moves while it stands.

    Dispatches `on_tapped` with the tap on a cue, `on_taken_back` with one that is undone, `on_came_along` and
    `on_left` with the id of a companion, `on_gave` with one of the shop's own `gestures`, or nothing where
    that has still to be written down, `on_about`, `on_add_note`, `on_declined` where they are not to be
    remembered, and `on_go_on` with what waits to be finished.
    """

    __events__ = (
        "on_about",
        "on_add_note",
        "on_came_along",
        "on_declined",
        "on_gave",
        "on_go_on",
        "on_left",
        "on_taken_back",
        "on_tapped",
    )
    on_about = on_add_note = on_came_along = on_declined = on_gave = default_handler
    on_go_on = on_left = on_taken_back = on_tapped = default_handler

    def __init__(self, words: Words, gestures: tuple[str, ...] = (), **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.standing = Standing.first(Greeting(Outcome.UNNAMED))
        self._person, self._cards, self._foot = GreetedPerson(), CueCards(), GreetingFoot()
        self._menu = GiftMenu(gestures, words) if gestures else None
        for part in (self._person, self._cards, self._foot):
            self.add_widget(part)
        self._bind_parts()
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, standing: Standing, beside: Beside) -> None:
        """Put a greeting on the glass, and what waits to be finished beside it."""
        self.standing = standing
        self._cards.show(standing.items, self._words)
        self._foot.companions.show(standing, self._words)
        self._show_rest(beside)

    def renew(self, standing: Standing, beside: Beside) -> None:
        """Show what has become of the greeting that stands there, every part of it in its place."""
        self.standing = standing
        self._cards.renew(standing.items)
        self._foot.companions.renew(standing, self._words)
        self._show_rest(beside)

    def is_of(self, greeting: Greeting) -> bool:
        """True while this is a greeting of whoever is on the glass."""
        return self.whose is not None and self.whose == greeting.whose

    @property
    def whose(self) -> UUID | None:
        """Whose greeting it is, named or not."""
        return self.standing.greeting.whose

    @property
    def customer(self) -> Customer | None:
        """Who is greeted."""
        return self.standing.greeting.customer

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer on the glass, and those beside them."""
        customer, companions = self.customer, self.standing.greeting.companions
        assert customer is not None
        return customer.id, frozenset(c.customer.id for c in companions if c.present)

    def _bind_parts(self) -> None:
        companions, doings = self._foot.companions, self._foot.doings
        for event in ("on_came_along", "on_left"):
            companions.bind(**{event: partial(self._pass_on, event)})
        for event in ("on_about", "on_add_note"):
            doings.bind(**{event: partial(self._pass_on, event)})
        self._cards.bind(on_tapped=self._tapped)
        self._foot.consent.bind(
            on_yes=lambda _: self._allow(),
            on_take_back=lambda _: self._take_back(self.standing.allowed),
            on_no=partial(self._pass_on, "on_declined"),
        )
        self._foot.doings.bind(
            on_give=self._give, on_take_back=lambda _: self._take_back(self.standing.given)
        )
        self._foot.bind(on_go_on=partial(self._pass_on, "on_go_on"))
        if self._menu is not None:
            self._menu.bind(on_gave=self._gave)

    def _pass_on(self, event: str, _part: Any, *about: Any) -> None:
        self.dispatch(event, *about)

    def _tapped(self, _cards: Any, tap: Tap, is_done: bool) -> None:
        self.dispatch("on_taken_back" if is_done else "on_tapped", tap)

    def _give(self, *_: Any) -> None:
        """Ask what was given or, where the shop has no gestures of its own, let it be written down."""
        if self._menu is None:
            self.dispatch("on_gave", "")
        elif self._menu.parent is None and self.customer is not None:
            self._menu.ask(self.customer.called_by)
            self.add_widget(self._menu)
            self._stand_menu()
        else:
            self._close_menu()

    def _gave(self, _menu: Any, what: str) -> None:
        self._close_menu()
        self.dispatch("on_gave", what)

    def _allow(self) -> None:
        customer, _ = self.company
        self.dispatch("on_tapped", Tap(Action.ALLOWED, customer, customer))

    def _take_back(self, tap: Tap | None) -> None:
        if tap is not None:
            self.dispatch("on_taken_back", tap)

    def _close_menu(self) -> None:
        if self._menu is not None:
            self.remove_widget(self._menu)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """A touch beside the menu closes it, and does nothing else."""
        if self._menu is None or self._menu.parent is None or self._menu.collide_point(*touch.pos):
            return super().on_touch_down(touch)
        self._close_menu()
        touch.grab(self)
        return True

    def _show_rest(self, beside: Beside) -> None:
        self._close_menu()
        self._person.show(self.standing.greeting, self._words)
        self._foot.doings.show(self.standing, self._words, beside.note)
        self._foot.consent.show(self.standing, self._words)
        self._foot.show_unfinished(beside.other, self._words)
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        unit = App.get_running_app().sizes.unit
        x, width = self.x + 8 * unit, self.width - 16 * unit
        self._floor = floor = self._foot.stand(x, self.y, width)
        count = len(self.standing.items)
        if count == 0:
            self._arrange_poster(x, width, floor)
        elif self.height > self.width:
            self._arrange_upright(x, width, floor)
        elif count > _ABREAST or not self._arrange_abreast(x, width, floor):
            self._arrange_side_by_side(x, width, floor)
        self._stand_menu()

    def _stand_menu(self) -> None:
        if self._menu is not None and self._menu.parent is not None:
            unit = App.get_running_app().sizes.unit
            x, width = self.x + 8 * unit, self.width - 16 * unit
            self._menu.stand(x, self._floor, width, self.top - self._floor - 2 * unit)

    def _arrange_poster(self, x: float, width: float, floor: float) -> None:
        """The person alone, as large as there is room."""
        top = self.top - 6 * App.get_running_app().sizes.unit
        for larger in (_POSTER, 1):
            bottom = self._person.stand(x, top, width, floor, larger)
            if bottom >= floor:
                break
        self._person.lower(max(0, bottom - floor) * OPTICAL_MIDDLE)
        self._cards.stand(x, top, width, floor)

    def _arrange_upright(self, x: float, width: float, floor: float) -> None:
        """The cards under the person, who leaves them room."""
        unit = App.get_running_app().sizes.unit
        least = self.height * _CARDS_UPRIGHT
        bottom = self._person.stand(x, self.top - 4 * unit, width, floor + least)
        self._cards.stand(x, bottom - 6 * unit, width, floor)

    def _arrange_abreast(self, x: float, width: float, floor: float) -> bool:
        """The name over all of the width, and the cards under it; tells whether they have room."""
        unit = App.get_running_app().sizes.unit
        top, gap = self.top - 6 * unit, 8 * unit
        cards = self._cards.stand_abreast(x, 0, width)
        bottom = self._person.stand(x, top, width, floor)
        spare = bottom - gap + cards - floor
        if spare < 0:
            return False
        self._person.lower(spare * OPTICAL_MIDDLE)
        self._cards.stand_abreast(x, bottom - gap - spare * OPTICAL_MIDDLE, width)
        return True

    def _arrange_side_by_side(self, x: float, width: float, floor: float) -> None:
        """The cards on the side of the hand that taps, from the same height down as the name."""
        theme = App.get_running_app()
        unit, top = theme.sizes.unit, self.top - 6 * theme.sizes.unit
        gap = 11 * unit
        of_person, of_cards = (part * (width - gap) for part in (1 - _CARDS_BESIDE, _CARDS_BESIDE))
        beside = x + of_person + gap
        if theme.left_handed:
            x, beside = x + of_cards + gap, x
        cards_floor = self._foot.floor_at(beside)
        below_person = self._person.stand(x, top, of_person, floor) - floor
        below_cards = self._cards.stand(beside, top, of_cards, cards_floor) - cards_floor
        spare = max(0, min(below_person, below_cards)) * OPTICAL_MIDDLE
        self._person.lower(spare)
        self._cards.lower(spare)
