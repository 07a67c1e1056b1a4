"""What managers do about the staff: who works here, and what lets them in."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kivy.uix.widget import Widget

from kiosk.people.staff.members import Role, StaffMember
from kiosk.ui.asking import AskDesk, NextScan, ignore
from kiosk.ui.flows.staff import StaffFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_CHOOSE, Navigator
from kiosk.ui.screens.staffing.colleague import ColleagueScreen
from kiosk.ui.screens.staffing.staff import StaffScreen
from kiosk.ui.screens.staffing.staff_name import StaffNameScreen

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Desk

Made = TypeVar("Made")


class StaffingFlow:
    """A list, the page of one of them, and a field for a name; what the desk refuses is told on each."""

    def __init__(
        self, navigator: Navigator, ask: AskDesk, next_scan: NextScan, keyboard: OwnKeyboard, staff: StaffFlow
    ) -> None:
        self.navigator, self._ask, self._next_scan, self._keyboard = navigator, ask, next_scan, keyboard
        self._staff = staff
        self._members: Sequence[StaffMember] = ()
        self._is_keeping = False
        navigator.leaving.append(self._forget)

    @cached_property
    def everybody(self) -> StaffScreen:
        """Made when it is first asked for."""
        screen = StaffScreen(self.navigator.words)
        screen.bind(
            on_chosen=lambda _, member: self._open(member),
            on_somebody=lambda _: self._name(None),
            on_close=self.navigator.clear,
        )
        return screen

    @cached_property
    def page(self) -> ColleagueScreen:
        """Made when it is first asked for."""
        screen = ColleagueScreen(self.navigator.words)
        screen.bind(
            on_new_pin=lambda _, member: self._new_pin(member.id),
            on_take_pin=lambda _, member: self._change(lambda desk: desk.staff.take_pin(member.id)),
            on_badge=lambda _, member: self._next_scan(partial(self._give_badge, member.id)),
            on_take_badge=lambda _, member: self._change(lambda desk: desk.staff.take_badge(member.id)),
            on_role=lambda _, member: self._change_role(member),
            on_rename=lambda _, member: self._name(member),
            on_leaves=lambda _, member: self._change(lambda desk: desk.staff.leave(member.id)),
            on_back=lambda _: self._list(),
        )
        return screen

    @cached_property
    def name(self) -> StaffNameScreen:
        """Made when it is first asked for."""
        screen = StaffNameScreen(self.navigator.words, self._keyboard)
        screen.bind(
            on_written=lambda screen, name: self._named(screen.member, name),
            on_cancel=lambda _: self._back(),
        )
        return screen

    def open(self) -> None:
        """Show who works here, once a manager is there."""
        if self._staff.may_manage:
            self._list()
        else:
            self._staff.need_manager(then=self._list, back=self.navigator.clear)

    def refuse(self, sentence: str) -> None:
        """Say why something was not done; what was written stays."""
        self._is_keeping = False
        on_glass = self.navigator.glass.screen
        if isinstance(on_glass, StaffScreen | ColleagueScreen | StaffNameScreen):
            on_glass.refused = sentence

    def _list(self) -> None:
        self.navigator.serve(self.everybody, TO_CHOOSE)
        self.everybody.show(self._members)
        self._ask(lambda desk: desk.staff.members(), then=self._show)

    def _show(self, members: Sequence[StaffMember]) -> None:
        """Show who works here, if that is still what is looked at."""
        self._members = members
        on_glass = self.navigator.glass.screen
        if isinstance(on_glass, StaffScreen):
            on_glass.show(members)

    def _change(self, make: "Callable[[Desk], Made]", then: Callable[[Made], None] = ignore) -> None:
        """Change something about the staff, and show what has become of them; a refusal says why not."""

        def work(desk: "Desk") -> tuple[Made, list[StaffMember], StaffMember | None]:
            return make(desk), desk.staff.members(), desk.at_counter.member()

        def show(changed: tuple[Made, list[StaffMember], StaffMember | None]) -> None:
            made, members, at_counter = changed
            self._show(members)
            if isinstance(self.navigator.glass.screen, ColleagueScreen | StaffNameScreen):
                self._back()
            self._staff.tell(at_counter)
            then(made)

        self._ask(work, then=show, refused=self.refuse)

    def _new_pin(self, staff_id: UUID) -> None:
        def show(pin: str) -> None:
            """Six new digits, this once."""
            if self.navigator.shows(self.page) and self.page.is_of(staff_id):
                self.page.show_pin(pin)

        self._change(lambda desk: desk.staff.new_pin(staff_id), then=show)

    def _give_badge(self, staff_id: UUID, badge: "Scan") -> None:
        self._change(lambda desk: desk.staff.give_badge(staff_id, badge.number))

    def _change_role(self, member: StaffMember) -> None:
        self._change(lambda desk: desk.staff.change_role(member.id, _other(member.role)))

    def _open(self, member: StaffMember) -> None:
        self._next_scan(None)
        self.navigator.serve(self.page, TO_CHOOSE)
        self.page.show(member)

    def _name(self, member: StaffMember | None) -> None:
        self._is_keeping = False
        self.navigator.serve(self.name, TO_CHOOSE)
        self.name.ask(member)

    def _named(self, member: StaffMember | None, name: str) -> None:
        """Once: a second tap while it is being kept would hire two."""
        if self._is_keeping:
            return
        self._is_keeping = True
        if member is None:
            self._change(lambda desk: desk.staff.hire(name))
        else:
            self._change(lambda desk: desk.staff.rename(member.id, name))

    def _back(self) -> None:
        """To the page of whom it was about, as they are now; without them to the list."""
        on_glass = self.navigator.glass.screen
        assert isinstance(on_glass, ColleagueScreen | StaffNameScreen)
        about = next((one for one in self._members if on_glass.is_of(one.id)), None)
        if about is None:
            self._list()
        else:
            self._open(about)

    def _forget(self, leaving: Widget) -> None:
        """Something else comes to the glass: no badge is waited for, and no PIN stays behind."""
        if isinstance(leaving, ColleagueScreen):
            self._next_scan(None)
            leaving.show_pin("")


def _other(role: Role) -> Role:
    return Role.STAFF if role is Role.MANAGER else Role.MANAGER
