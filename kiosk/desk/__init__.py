"""What happens at the counter: one method an event, each with its own short transactions."""

from kiosk.desk.answer import Answer, NewVisit
from kiosk.desk.desk import Desk
from kiosk.desk.greetings import UnknownCompanionError
from kiosk.desk.sharing import CountersToAdmit

__all__ = ["Answer", "CountersToAdmit", "Desk", "NewVisit", "UnknownCompanionError"]
