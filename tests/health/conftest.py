"""A machine in a folder: proc, sys, dev and run as on a Raspberry Pi with everything well."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.encryption.keys import SecretKey
from kiosk.health.examination import Examination
from kiosk.health.examining import examine_all
from kiosk.health.finding import Finding
from kiosk.health.vitals import ScannerVitals, Vitals
from kiosk.locale import Speech
from kiosk.settings import Backup, Database, Display, Scanner, Settings, Shop
from kiosk.storage.file.copies import make_copy, make_encrypted_copy
from kiosk.storage.file.database import Database as Opened

KEY = SecretKey.from_bytes(bytes(range(32))).public
PORT = "/dev/serial/by-id/usb-Symbol_Scanner-if00"
EVENT = "sys/class/input/event0/device"


def edid(width: int, height: int) -> bytes:
    """What a display tells of itself: no more of it than its size in millimetres."""
    told = bytearray(128)
    told[:8] = b"\x00\xff\xff\xff\xff\xff\xff\x00"
    told[54:56] = b"\x01\x1d"
    told[66], told[67] = width & 0xFF, height & 0xFF
    told[68] = (width >> 8) << 4 | height >> 8
    return bytes(told)


FILES: dict[str, str | bytes] = {
    "etc/os-release": 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n',
    "sys/firmware/devicetree/base/model": "Raspberry Pi 5 Model B Rev 1.0\0",
    "proc/meminfo": "MemTotal:        4045000 kB\nMemFree: 1 kB\nMemAvailable:    3100000 kB\n",
    "proc/4711/status": "Name:\tkiosk\nVmRSS:\t  180000 kB\n",
    "run/systemd/timesync/synchronized": "",
    "sys/class/thermal/thermal_zone0/temp": "51200\n",
    "sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled": "0\n",
    "sys/class/drm/card0/dev": "226:0\n",
    "sys/class/drm/card1-HDMI-A-1/status": "connected\n",
    "sys/class/drm/card1-HDMI-A-1/modes": "1280x800\n1024x768\n",
    "sys/class/drm/card1-HDMI-A-1/edid": edid(217, 136),
    "sys/class/drm/card1-HDMI-A-2/status": "disconnected\n",
    "sys/class/drm/renderD128/dev": "226:128\n",
    "sys/bus/platform/drivers/v3d/uevent": "",
    "sys/bus/platform/drivers/vc4-drm/uevent": "",
    "dev/dri/renderD128": "",
    f"{EVENT}/name": "Goodix Capacitive TouchScreen\n",
    f"{EVENT}/properties": "2\n",
    f"{EVENT}/capabilities/key": "400 0 0 0 0 0\n",
    f"{EVENT}/capabilities/abs": "265800000000003\n",
    "sys/class/input/event1/device/name": "vc4-hdmi-0\n",
    "sys/class/input/event1/device/properties": "20\n",
    "sys/class/input/event1/device/capabilities/key": "ffc 0 0 0 0 0 10004 fc000 8000000000 0\n",
    "sys/class/input/event1/device/capabilities/rel": "3\n",
    "sys/class/input/event1/device/capabilities/abs": "0\n",
    "dev/input/event0": "",
    "dev/ttyACM0": "",
}


@pytest.fixture
def pi(tmp_path: Path) -> Path:
    root = tmp_path / "pi"
    for name, content in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    (root / "dev/serial/by-id").mkdir(parents=True)
    (root / PORT.lstrip("/")).symlink_to("../../ttyACM0")
    for device, driver in {"card1": "vc4-drm", "renderD128": "v3d"}.items():
        (root / f"sys/class/drm/{device}/device").mkdir(parents=True)
        link = root / f"sys/class/drm/{device}/device/driver"
        link.symlink_to(root / f"sys/bus/platform/drivers/{driver}")
    return root


@pytest.fixture
def shop_file(database: Opened, database_file: Path, fill: Callable[..., None]) -> Path:
    """Jack and his visit of four days ago."""
    jack = {"key": "jack", "name": "Jack", "notes": [{"text": "No nuts", "written_at": "2026-11-20T09:00"}]}
    fill(database, jack | {"visits": [{"at": "2026-11-20T09:00"}]})
    return database_file


@pytest.fixture
def case(pi: Path, shop_file: Path, tmp_path: Path, words: Speech, now: datetime) -> Examination:
    """A kiosk on that machine with which everything is well; the day is that of the newest copy."""
    own, stick = tmp_path / "backups", pi / "media/KIOSK/greeting-kiosk-backups/pi"
    copy = make_copy(shop_file, own, "kiosk-000001-2026-11-24.db", shop_file)
    make_encrypted_copy(copy, stick, shop_file, KEY)
    present = datetime.now(UTC).astimezone(now.tzinfo)
    return Examination(
        settings=Settings(
            shop=Shop(name="Corner Bakery", time_zone="Europe/London"),
            database=Database(url=f"sqlite:///{shop_file}"),
            scanner=(Scanner(port=PORT),),
            display=Display(),
            backup=Backup(key=KEY),
        ),
        words=words,
        now=present,
        database=shop_file,
        copies=(own, stick),
        vitals=vitals(present),
        root=pi,
        built=present - timedelta(days=30),
    )


def vitals(now: datetime, **more: Any) -> Vitals:
    """What a kiosk tells that has greeted a thousand people."""
    scanner = ScannerVitals(port=PORT, there=True, heard_at=now - timedelta(minutes=3))
    told: dict[str, Any] = {
        "pid": 4711,
        "opened_at": now - timedelta(days=2),
        "written_at": now - timedelta(seconds=20),
        "renderer": "V3D 7.1.7",
        "scanners": (scanner,),
        "milliseconds": tuple(20 + n / 100 for n in range(1000)),
    }
    return Vitals(**told | more)


@pytest.fixture
def found(case: Examination) -> Callable[..., list[Finding]]:
    """What is found about one thing, when something about the case is another."""

    def found(name: str, **changed: Any) -> list[Finding]:
        return [one for one in examine_all(replace(case, **changed)) if one.name == name]

    return found
