"""A scanner is known again under another number."""

from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers import Connection, ScannerLost, open_scanner
from drivers.discovery import Identity, find, identify

ZEBRA = Identity(0x05E0, 0x1701, "S1", "1-1")


@pytest.fixture
def plug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Plugs":
    plugs = Plugs(tmp_path)
    monkeypatch.setattr(list_ports, "comports", lambda: plugs.ports)
    return plugs


class Plugs:
    """The ports that the computer claims to have."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.ports: list[ListPortInfo] = []

    def __call__(self, name: str, identity: Identity | None) -> str:
        path = self.path(name)
        Path(path).touch()
        info = ListPortInfo(path)
        if identity:
            info.vid, info.pid = identity.vid, identity.pid
            info.serial_number, info.location = identity.serial_number, identity.location
        self.ports.append(info)
        return path

    def path(self, name: str) -> str:
        return str(self._folder / name)


def test_a_device_is_identified_also_through_a_link(plug: Plugs, tmp_path: Path) -> None:
    (tmp_path / "kiosk-scanner").symlink_to(plug("ttyACM0", ZEBRA))
    assert identify(plug.path("kiosk-scanner")) == ZEBRA


def test_what_is_not_usb_has_no_identity(plug: Plugs) -> None:
    assert identify(plug("ttyAMA0", None)) is None
    assert identify("socket://127.0.0.1:7000") is None


def test_nothing_known_means_the_configured_path(plug: Plugs) -> None:
    plug("ttyACM1", ZEBRA)
    assert find(plug.path("ttyACM0"), None) == plug.path("ttyACM0")


def test_the_configured_path_stays_while_the_device_does(plug: Plugs) -> None:
    path = plug("ttyACM0", Identity(0x05E0, 0x1701, "S1", "1-2"))
    assert find(path, ZEBRA) == path


def test_a_path_that_says_nothing_of_itself_stays(plug: Plugs) -> None:
    plug("ttyACM1", ZEBRA)
    path = plug("ttyS0", None)
    assert find(path, ZEBRA) == path


def test_a_device_is_found_by_its_serial_number(plug: Plugs) -> None:
    plug("ttyACM0", Identity(0x05E0, 0x1701, "S2", "1-3"))
    path = plug("ttyACM1", Identity(0x05E0, 0x1701, "S1", "1-4"))
    assert find(plug.path("ttyACM0"), ZEBRA) == path


def test_twins_without_serial_number_are_told_by_their_socket(plug: Plugs) -> None:
    plug("ttyACM1", Identity(0x05E0, 0x1701, None, "1-3"))
    path = plug("ttyACM2", Identity(0x05E0, 0x1701, None, "1-4"))
    assert find(plug.path("ttyACM0"), Identity(0x05E0, 0x1701, None, "1-4")) == path


def test_another_of_the_model_will_do_if_it_is_the_only_one(plug: Plugs) -> None:
    path = plug("ttyACM1", Identity(0x05E0, 0x1701, "S2", "1-3"))
    assert find(plug.path("ttyACM0"), ZEBRA) == path
    plug("ttyACM2", Identity(0x05E0, 0x1701, "S3", "1-4"))
    assert find(plug.path("ttyACM0"), ZEBRA) == plug.path("ttyACM0")


def test_other_models_are_never_taken(plug: Plugs) -> None:
    plug("ttyUSB0", Identity(0x0403, 0x6001, "S1", "1-1"))
    assert find(plug.path("ttyACM0"), ZEBRA) == plug.path("ttyACM0")


@pytest.mark.parametrize(("vid", "maker"), [(0x0801, "MagTek"), (0x0ACD, "ID Tech")])
def test_readers_of_magnetic_stripes_are_refused(plug: Plugs, vid: int, maker: str) -> None:
    path = plug("ttyACM0", Identity(vid, 1, None, None))
    with pytest.raises(ScannerLost, match=maker):
        open_scanner(Connection(path))
