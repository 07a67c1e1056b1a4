"""The name of somebody on the staff."""

from uuid import UUID

from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.staff.members import StaffMember
from kiosk.ui.screens.editors.text import EditTextScreen


class StaffNameScreen(EditTextScreen):
    """Of `member` or, where that is None, of somebody new."""

    member: StaffMember | None = None

    def ask(self, member: StaffMember | None) -> None:
        """Ask for the name of somebody new, or for another one of who is on the staff already."""
        words, self.member = self.words, member
        title = words.gettext("What is their name?") if member else words.gettext("Who is new here?")
        self.show(title, member.name if member else "", words.gettext("Save"), most=MOST_IN_A_NAME)

    def is_of(self, staff_id: UUID) -> bool:
        """Tell whether it is their name."""
        return self.member is not None and self.member.id == staff_id
