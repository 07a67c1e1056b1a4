"""The hub as it is made on a Debian machine, with certificates of its own."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.sync.hub.certificates import make_certificate
from kiosk.sync.hub.cluster import Cluster, ClusterError, is_installed
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.inviting import code_for
from kiosk.sync.hub.making import add_shop, administering, admit, make_hub, revoke, shop_named
from kiosk.sync.hub.membership import Membership, from_code
from kiosk.sync.hub.pinning import fingerprint
from kiosk.sync.hub.refusals import HubError
from kiosk.sync.hub.site import Site

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0 or not is_installed(), reason="an administrator makes clusters of Debian’s PostgreSQL"
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """One that runs, with a hub and one shop."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Cluster(f"kiosktest{port}", port)
    certificate = made.make("127.0.0.1")
    try:
        make_hub(made.admin)
        with administering(made.admin) as admin:
            made.keep_site(
                Site("127.0.0.1", port, add_shop(admin, "Corner Bakery"), fingerprint(certificate.shown))
            )
        yield made
    finally:
        made.drop()
        assert not made.is_there


@pytest.fixture
def member(cluster: Cluster) -> Membership:
    site = cluster.site()
    with administering(cluster.admin) as admin:
        role, password = admit(admin, site.shop, "1")
    return Membership(site.address, site.port, site.shop, role, password, site.fingerprint)


def hub_of(member: Membership, folder: Path) -> Hub:
    return Hub(member, folder / "certificate")


def test_a_counter_gets_in_with_what_its_code_holds(member: Membership, tmp_path: Path) -> None:
    with hub_of(member, tmp_path) as hub:
        assert [counter.name for counter in hub.status()].count("1") >= 1


def test_whoever_answers_in_the_place_of_the_hub_is_told_nothing(member: Membership, tmp_path: Path) -> None:
    other = member._replace(fingerprint=fingerprint(make_certificate("127.0.0.1").shown))
    with hub_of(other, tmp_path) as hub, pytest.raises(HubError, match="is not the hub of this counter"):
        hub.status()


def test_whoever_takes_its_place_later_is_told_nothing(member: Membership, tmp_path: Path) -> None:
    (tmp_path / "certificate").write_text(make_certificate("127.0.0.1").shown)
    with hub_of(member, tmp_path) as hub, pytest.raises(HubError, match="is not the hub of this counter"):
        hub.status()


def test_the_code_is_short_enough_for_every_scanner(member: Membership) -> None:
    assert len(member._replace(host="192.168.178.120").code()) < 130


def test_nobody_gets_in_without_tls(member: Membership, tmp_path: Path) -> None:
    plain = member._replace(fingerprint="")
    with Hub(plain, tmp_path) as hub:
        os.environ["PGSSLMODE"] = "disable"
        try:
            with pytest.raises(HubError):
                hub.status()
        finally:
            del os.environ["PGSSLMODE"]


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
@pytest.mark.parametrize("day", ["1970-02-01", "2085-01-01"])
def test_a_counter_whose_clock_is_wrong_by_decades_gets_in(
    member: Membership, tmp_path: Path, day: str
) -> None:
    asks = (
        "import sys; from pathlib import Path; from kiosk.sync.hub.connection import Hub;"
        " from kiosk.sync.hub.membership import from_code;"
        " print(len(Hub(from_code(sys.argv[1]), Path(sys.argv[2])).status()))"
    )
    command = [
        "faketime",
        f"{day} 00:00:00",
        sys.executable,
        "-c",
        asks,
        member.code(),
        str(tmp_path / "crt"),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert int(told.stdout) >= 1, told.stderr


def test_a_stolen_counter_is_out_within_a_second(
    cluster: Cluster, member: Membership, tmp_path: Path
) -> None:
    with hub_of(member, tmp_path) as hub:
        hub.status()
        with administering(cluster.admin) as admin:
            revoke(admin, member.shop, "1")
        with pytest.raises(HubError, match=r"in no more|cannot take it"):
            hub.status()
        with pytest.raises(HubError, match="in no more"):
            hub.status()


def test_a_counter_of_another_shop_is_let_in_and_sees_nothing_of_this_one(
    cluster: Cluster, member: Membership, tmp_path: Path
) -> None:
    with administering(cluster.admin) as admin:
        assert shop_named(admin, "Harbour Bakery") is None
        other = add_shop(admin, "Harbour Bakery")
        assert shop_named(admin, "Harbour Bakery") == other
        role, password = admit(admin, other, "1")
    theirs = member._replace(shop=other, role=role, password=password)
    with hub_of(theirs, tmp_path) as hub:
        assert [(counter.name, counter.is_own) for counter in hub.status()] == [("1", True)]


def test_the_kiosk_of_the_hub_lets_counters_in_and_reads_nothing(cluster: Cluster, tmp_path: Path) -> None:
    code = code_for(cluster.host, cluster.site(), "7")
    with hub_of(from_code(code), tmp_path) as hub:
        assert "7" in [counter.name for counter in hub.status()]
    with pytest.raises(HubError), administering(cluster.host) as host:
        host.execute("SELECT * FROM hub.fact")
    with pytest.raises(HubError), administering(cluster.host) as host:
        host.execute("SELECT hub.revoke(1, '7')")


def test_where_there_is_no_hub_it_is_said(cluster: Cluster) -> None:
    with pytest.raises(ClusterError, match="There is no hub on this machine"):
        Cluster("elsewhere").site()
