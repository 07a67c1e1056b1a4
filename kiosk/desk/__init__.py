"""What happens at the counter: one method an event, each with its own short transactions."""

from kiosk.desk.counter import Answer
from kiosk.desk.desk import Desk
from kiosk.desk.welcoming import UnknownCompanionError

__all__ = ["Answer", "Desk", "UnknownCompanionError"]
