"""Who is at the counter: by a tap on a name, a PIN or a badge, until they leave or it has been quiet."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.staff.members import Role, SignIn, StaffMember
from kiosk.people.staff.pins import please_wait
from kiosk.ui import pictures
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_CHOOSE, Navigator
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.screens.staffing.sign_in import SignInScreen

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Desk


class StaffFlow:
    """Only the desk knows who is signed in, and tells; here it is shown. `manage` opens what managers do.

    Whom the desk expects is told by `look_up`, as the scans are that it is told for: in their order.
    """

    def __init__(
        self, navigator: Navigator, ask: AskDesk, look_up: AskDesk, ready: ReadyScreen, manage: Call
    ) -> None:
        self.navigator, self._ask, self._look_up = navigator, ask, look_up
        self._ready, self._manage = ready, manage
        self.at_counter: StaffMember | None = None
        self.notice = NoticeScreen()
        self._managers_only = False
        self._then: Call = navigator.clear
        self._back: Call = navigator.clear
        self._quiet = Clock.create_trigger(self.sign_out, navigator.place.sign_out_after)
        navigator.entered.append(self._tell_status)
        navigator.stirred.append(self.stirred)
        navigator.leaving.append(self._expect_nobody)
        navigator.glass.ids.status.bind(on_who=lambda _: self.ask())
        self._tell_status()

    @cached_property
    def screen(self) -> SignInScreen:
        """Made when it is first asked for."""
        screen = SignInScreen(self.navigator.words)
        screen.bind(
            on_signing_in=lambda _, member, pin: self._sign_in(member.id, pin),
            on_out=self._leave,
            on_staff=lambda _: self._manage(),
            on_close=lambda _: self._back(),
        )
        return screen

    @property
    def may_manage(self) -> bool:
        """True while a manager is at the counter who has shown who they are."""
        return self.at_counter is not None and self.at_counter.role is Role.MANAGER

    def ask(self) -> None:
        """Ask who is at the counter."""
        self._serve(managers_only=False, then=lambda: None, back=self.navigator.clear)
        self.screen.ask(self.at_counter, pin=self.navigator.place.sign_in != "name")

    def need_manager(self, then: Call, back: Call) -> None:
        """Ask for a manager where the desk has refused something with ManagersOnly. On Kivy's thread.

        `back` puts the screen back that asked: it is called when they leave it be, and once a manager has
        signed in, by PIN or badge. Only then is `then` called, after it: it asks the desk for the same again.
        Neither is called when a scan or the clock clears the glass first.
        """
        self._serve(managers_only=True, then=then, back=back)
        self.screen.ask_for_manager()

    def sign_out(self, *_: Any) -> None:
        """Nobody is at the counter any more."""
        self._look_up(lambda desk: desk.at_counter.sign_out(), then=lambda _: self.tell(None))

    def stirred(self, *_: Any) -> None:
        """A touch or a scan: it is not quiet."""
        self._quiet.cancel()
        if self.at_counter is not None:
            self._quiet()

    def tell(self, member: StaffMember | None) -> None:
        """Whoever is at the counter now, with the role they may act in."""
        self.at_counter = member
        self.stirred()
        self._tell_status()

    def greet(self, greeting: Greeting, _card: "Scan | None") -> None:
        """Answer a badge: with what a manager was asked for, or with a word of greeting."""
        if self._is_asking and self._managers_only:
            self._go_on()
            return
        said = notice(greeting, self.navigator.words)
        self.navigator.serve(self.notice)
        self.notice.show(pictures.OUTCOMES[Outcome.STAFF], said.title, said.sentence)

    @property
    def _is_asking(self) -> bool:
        return isinstance(self.navigator.glass.screen, SignInScreen)

    def _serve(self, managers_only: bool, then: Call, back: Call) -> None:
        self._managers_only, self._then, self._back = managers_only, then, back
        self.navigator.serve(self.screen, TO_CHOOSE)
        self._look_up(lambda desk: desk.badges.expect_manager(managers_only))
        self._look_up(lambda desk: desk.staff.members(), then=self._show)

    def _show(self, members: Sequence[StaffMember]) -> None:
        """Put the names on the glass of those who work here."""
        if self._is_asking:
            self.screen.show(members)

    def _sign_in(self, staff_id: UUID, pin: str | None) -> None:
        """Somebody is at the counter; without a PIN where the shop asks for none."""

        def sign_in(desk: "Desk") -> tuple[SignIn, timedelta]:
            return desk.at_counter.sign_in(staff_id, pin), desk.at_counter.pause(staff_id)

        self._ask(sign_in, then=lambda came: self._answer(*came))

    def _answer(self, came: SignIn, pause: timedelta) -> None:
        """What came of signing in; after too many wrong tries there is a `pause`."""
        if came.member is not None:
            self.tell(came.member)
            if self._is_asking:
                self._go_on()
        elif self._is_asking:
            self.screen.refuse(came.sentence, pause)

    def _leave(self, *_: Any) -> None:
        self.sign_out()
        self.navigator.clear()

    def _go_on(self) -> None:
        if self._managers_only and not self.may_manage:
            self._look_up(lambda desk: desk.badges.pause(), then=self._refuse)
        else:
            self._back()
            self._then()

    def _refuse(self, badge_pause: timedelta) -> None:
        """Say that no manager was recognised, or that badges have to wait while a PIN is accepted."""
        if self._is_asking:
            words = self.navigator.words
            waits = please_wait(badge_pause, words) if badge_pause else ""
            self.screen.refuse(waits or words.gettext("Only a manager can do that."))

    def _expect_nobody(self, leaving: Widget) -> None:
        """Another screen comes: from now on an unknown card is no wrong badge."""
        if isinstance(leaving, SignInScreen):
            self._look_up(lambda desk: desk.badges.expect_manager(False))

    def _tell_status(self) -> None:
        """The name stands in the status line; on the ready screen it can be tapped."""
        status, place = self.navigator.glass.ids.status, self.navigator.place
        name = self.at_counter.name if self.at_counter else ""
        asks = self.navigator.words.gettext("Who’s here?") if place.sign_in != "off" else ""
        is_ready = self.navigator.shows(self._ready)
        status.at_counter, status.who_button = ("", name or asks) if is_ready else (name, "")
