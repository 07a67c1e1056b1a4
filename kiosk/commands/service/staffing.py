"""Who is at the counter, and what managers do about the staff."""

from collections.abc import Callable
from threading import Timer
from typing import TYPE_CHECKING
from uuid import UUID

from drivers import Refusal, Scan
from kiosk.commands.service.serving import Serving
from kiosk.people.staff.members import Role

if TYPE_CHECKING:
    from kiosk.desk import Desk


_BADGE_AFTER = 0.5
"""Seconds for which nothing else may be scanned: what comes right behind a badge belongs to its code."""


class Staffing(Serving):
    """Fulfils `kiosk.ui.service.AskedOfStaff`."""

    _badge_for: UUID | None = None
    _scanned: Scan | Refusal | None = None

    def welcome(self, scan: Scan | Refusal) -> None:
        """Greet whoever the card belongs to, unless it is the badge that is waited for."""
        staff_id, self._badge_for = self._badge_for, None
        self._scanned = scan
        if staff_id is not None and isinstance(scan, Scan) and scan.alone:
            giving = Timer(_BADGE_AFTER, self._give_badge, (staff_id, scan))
            giving.daemon = True
            giving.start()
        else:
            super().welcome(scan)

    def _give_badge(self, staff_id: UUID, scan: Scan) -> None:
        if self._scanned is scan:
            self._manage(lambda desk: desk.give_badge(staff_id, scan.number))

    def staff(self) -> None:
        """Show who works here."""
        self._submit(self._show_staff)

    def sign_in(self, staff_id: UUID, pin: str | None) -> None:
        """Somebody is at the counter."""

        def work(desk: "Desk") -> None:
            came = desk.sign_in(staff_id, pin)
            self.app.flows.staff.answer(came, desk.left_to_wait(staff_id))

        self._submit(work)

    def sign_out(self) -> None:
        """Nobody is."""

        def work(desk: "Desk") -> None:
            desk.sign_out()
            self.app.flows.staff.tell(None)

        self._submit(work)

    def hire(self, name: str) -> None:
        """Somebody new works here."""
        self._manage(lambda desk: desk.hire(name))

    def rename_staff(self, staff_id: UUID, name: str) -> None:
        """Somebody is called otherwise."""
        self._manage(lambda desk: desk.rename(staff_id, name))

    def change_role(self, staff_id: UUID, role: Role) -> None:
        """Somebody may do more, or less."""
        self._manage(lambda desk: desk.change_role(staff_id, role))

    def new_pin(self, staff_id: UUID) -> None:
        """Make somebody a PIN, and show it this once."""
        made: list[str] = []

        def work(desk: "Desk") -> None:
            made.append(desk.new_pin(staff_id))

        self._manage(work, lambda: self.app.flows.staffing.show_pin(staff_id, made[0]))

    def take_pin(self, staff_id: UUID) -> None:
        """Nobody gets in by this PIN any more."""
        self._manage(lambda desk: desk.take_pin(staff_id))

    def await_badge(self, staff_id: UUID | None) -> None:
        """The next scan is somebody's badge; None for nobody's any more."""
        self._badge_for = staff_id

    def take_badge(self, staff_id: UUID) -> None:
        """Nobody gets in by this badge any more."""
        self._manage(lambda desk: desk.take_badge(staff_id))

    def leaves(self, staff_id: UUID) -> None:
        """Somebody works here no longer."""
        self._manage(lambda desk: desk.leave(staff_id))

    def _manage(self, change: Callable[["Desk"], object], done: Callable[[], None] = lambda: None) -> None:
        """Change something about the staff, and show what has become of them; a refusal says why not."""

        def work(desk: "Desk") -> None:
            def make() -> bool:
                change(desk)
                return True

            if self._kept(make, self.app.flows.staffing.refuse):
                self.app.flows.staffing.show_changed(desk.staff())
                self.app.flows.staff.tell(desk.at_counter())
                done()

        self._submit(work)

    def _show_staff(self, desk: "Desk") -> None:
        members = desk.staff()
        self.app.flows.staff.show(members)
        self.app.flows.staffing.show(members)
