"""Letting a counter in, at the machine that is the hub."""

from kiosk.sync.hub.making import administering, admit
from kiosk.sync.hub.membership import Membership
from kiosk.sync.hub.site import Site


def code_for(server: str, site: Site, name: str) -> str:
    """The code with which the counter of this name joins; `server` is how libpq gets in. Raises HubError."""
    with administering(server) as host:
        role, password = admit(host, site.shop, name)
    return Membership(site.address, site.port, site.shop, role, password, site.fingerprint).code()
