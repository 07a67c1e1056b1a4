"""All about one person."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.commands.service.asking import Asking
from kiosk.people.changing.changes import Change
from kiosk.people.remembered.own_words import as_text
from kiosk.people.remembered.portrait import Portrait
from kiosk.people.staff.members import ManagersOnly

if TYPE_CHECKING:
    from kiosk.desk import Desk


_OWN_PAGE = "what-we-remember"
"""The name of the file where there is no printer; it tells of nobody."""


class Portraying(Asking):
    """Fulfils `kiosk.ui.service.AskedOfPerson`."""

    def portrait(self, customer_id: UUID) -> None:
        """Show everything kept about somebody."""
        self._portray(customer_id, self.app.flows.person.show)

    def portrait_again(self, customer_id: UUID) -> None:
        """Bring the page of somebody up to date, if it is still there."""
        self._portray(customer_id, self.app.flows.person.renew)

    def change(self, customer_id: UUID, *changes: Change) -> None:
        """Make these changes, and show what is kept now; where it cannot be kept, the reason."""

        def work(desk: "Desk") -> None:
            portrait = self._kept(lambda: desk.change(customer_id, *changes), self.app.flows.editing.refuse)
            if portrait is not None:
                self.app.flows.person.show(portrait)

        self._submit(work)

    def greet_again(self, customer_id: UUID) -> None:
        """Show their greeting as it is by now; it is the same visit."""

        def work(desk: "Desk") -> None:
            answer = desk.recognise(customer_id)
            self.app.flows.person.greet(answer.greeting, answer.trouble)

        self._submit(work)

    def erase(self, customer_id: UUID) -> None:
        """Forget somebody, which only a manager may do."""

        from kiosk.machine.printing import discard_page

        def forget(desk: "Desk") -> None:
            try:
                self.app.flows.forgetting.done(customer_id, desk.erase(customer_id))
                # Whoever’s it was: it may have been theirs.
                discard_page(_OWN_PAGE)
            except ManagersOnly:
                self.app.flows.forgetting.let_a_manager()

        def work(desk: "Desk") -> None:
            self._kept(lambda: forget(desk), self.app.flows.forgetting.refuse)

        self._submit(work)

    def own_page(self, customer_id: UUID) -> None:
        """Show somebody their own page, with a code if it is not too long for one."""

        def turn(portrait: Portrait) -> None:
            from kiosk.cards.qr import qr

            self.app.flows.own_page.show(portrait, qr(as_text(portrait, self._words)))

        self._portray(customer_id, turn)

    def print_own_page(self, customer_id: UUID) -> None:
        """Put it on paper."""

        def print_it(portrait: Portrait) -> None:
            from kiosk.machine.printing import print_page
            from kiosk.paper.own_data import own_data_sheet
            from kiosk.paper.pdf import pdf

            sheet = own_data_sheet(portrait, self._place.shop, self._place.clock().date(), self._words)
            self.app.flows.own_page.tell_printed(print_page(pdf(sheet), _OWN_PAGE, self._words))

        self._portray(customer_id, print_it)

    def _portray(self, customer_id: UUID, then: Callable[[Portrait], None]) -> None:
        """Do something with what is kept; without it, say so."""

        def work(desk: "Desk") -> None:
            portrait = self._kept(lambda: desk.portrait(customer_id), self.app.flows.person.refuse)
            if portrait is not None:
                then(portrait)

        self._submit(work)
