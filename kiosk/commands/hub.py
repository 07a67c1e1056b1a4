"""`kiosk hub install`, `invite`, `revoke` and `erase`: at the machine that is the hub."""

import os
import socket
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from msgspec import structs

from kiosk.cards.qr import as_text, qr
from kiosk.commands import CommandError
from kiosk.commands.joining import current_database, stored_shop
from kiosk.commands.keeping import database_file
from kiosk.commands.sharing import in_hub_words, join_hub, require_alone
from kiosk.settings import Settings
from kiosk.sync.hub.membership import from_code

if TYPE_CHECKING:
    from kiosk.sync.hub.cluster import Cluster
    from kiosk.sync.hub.site import Site


def install(settings: Settings, chosen: Namespace) -> int:
    """Make the hub on this machine, and join its counter. Raises CommandError."""
    from kiosk.sync.hub.cluster import Cluster, install_postgresql, is_installed
    from kiosk.sync.hub.inviting import code_for
    from kiosk.sync.hub.making import add_shop, administering, make_hub
    from kiosk.sync.hub.pinning import fingerprint
    from kiosk.sync.hub.site import Site, keep_hosted

    _require_root("install")
    cluster, file = Cluster(), database_file(settings)
    with in_hub_words():
        require_alone(file)
        if not is_installed():
            print("PostgreSQL comes from Debian; this takes a minute.", file=sys.stderr)
            install_postgresql()
        if cluster.is_there:
            raise CommandError(
                "There is a hub on this machine already. “kiosk hub invite NAME” lets a counter in."
            )
        address = chosen.address or _own_address()
        certificate = cluster.make(address)
        make_hub(cluster.admin)
        with current_database(settings) as database:
            name = settings.shop.name or stored_shop(database)[0]
        with administering(cluster.admin) as admin:
            shop = add_shop(admin, name)
        site = Site(address, cluster.port, shop, fingerprint(certificate.shown))
        cluster.keep_site(site)
        keep_hosted(file, site)
        here = structs.replace(site, address="127.0.0.1")
        membership = from_code(code_for(cluster.admin, here, settings.shop.counter))
    join_hub(settings, file, membership)
    print(f"The hub is ready, and reached at {address}: that address has to stay as it is.")
    print("For each other counter: sudo kiosk hub invite NAME")
    return 0


def invite(settings: Settings, chosen: Namespace) -> int:
    """Print the code with which another counter joins the hub on this machine. Raises CommandError."""
    from kiosk.sync.hub.cluster import Cluster
    from kiosk.sync.hub.inviting import code_for

    _require_root("invite")
    with in_hub_words():
        cluster = Cluster()
        code = code_for(cluster.admin, _site_of(cluster, chosen.shop), chosen.name)
    if sys.stdout.isatty() and (modules := qr(code)) is not None:
        print(as_text(modules))
    print(code)
    print(
        f"At counter {chosen.name}: sudo kiosk hub join, and this code. It lets in whoever has it.",
        file=sys.stderr,
    )
    return 0


def erase(settings: Settings, _chosen: Namespace) -> int:
    """Take what was deleted out of the hub's files. Raises CommandError."""
    from kiosk.sync.hub.cluster import Cluster
    from kiosk.sync.hub.erasing import erase_deleted
    from kiosk.sync.hub.making import administering

    _require_root("erase")
    with in_hub_words():
        cluster = Cluster()
        cluster.site()
        with administering(cluster.admin) as admin:
            is_done = erase_deleted(admin)
    if is_done:
        print("What was forgotten is gone from the hub's files, too.")
    else:
        print("Nothing was deleted since the last time.")
    return 0


def revoke(settings: Settings, chosen: Namespace) -> int:
    """Let a counter in no more: it was stolen, or is not used. Raises CommandError."""
    from kiosk.sync.hub.cluster import Cluster
    from kiosk.sync.hub.making import administering, shop_named
    from kiosk.sync.hub.making import revoke as revoke_login

    _require_root("revoke")
    with in_hub_words():
        cluster = Cluster()
        site = cluster.site()
        with administering(cluster.admin) as admin:
            shop = site.shop if chosen.shop is None else shop_named(admin, chosen.shop)
            count = 0 if shop is None else revoke_login(admin, shop, chosen.name)
    if not count:
        raise CommandError(f"The hub knows no counter “{chosen.name}”. Nothing was changed.")
    print(f"Nobody gets in as counter {chosen.name} any more.")
    return 0


def _site_of(cluster: "Cluster", shop: str | None) -> "Site":
    """As the shop of this machine sees the hub, or another one, which the hub may not have known."""
    from kiosk.sync.hub.making import add_shop, administering, shop_named

    site = cluster.site()
    if shop is None:
        return site
    with administering(cluster.admin) as admin:
        return structs.replace(site, shop=shop_named(admin, shop) or add_shop(admin, shop))


def _require_root(what: str) -> None:
    if os.geteuid() != 0:
        raise CommandError(f"This takes an administrator: sudo kiosk hub {what}.")


def _own_address() -> str:
    """By which the network knows this machine. Raises CommandError."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it is only looked which way it would go.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            raise CommandError("This machine has no network. Plug it in, or name its --address.") from None
