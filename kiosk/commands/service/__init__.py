"""What the scanner and the glass ask of the desk."""

from kiosk.commands.service.service import Service

__all__ = ["Service"]
