"""All that the scanner and the glass can ask, put together."""

from kiosk.commands.service.briefing import Briefing
from kiosk.commands.service.finding import Finding
from kiosk.commands.service.newcomers import Newcomers
from kiosk.commands.service.portraying import Portraying
from kiosk.commands.service.staffing import Staffing
from kiosk.commands.service.status import Status


class Service(Staffing, Newcomers, Finding, Briefing, Portraying, Status):
    """One method an event of the scanner or the glass; fulfils `kiosk.ui.service.Service`."""
