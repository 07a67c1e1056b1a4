"""The systemd unit that the kiosk runs in."""

from pathlib import Path

_THROUGH_CAGE = "etc/systemd/system/multi-user.target.wants/greeting-kiosk-cage.service"


def unit(root: Path = Path("/")) -> str:
    """Its name: the one that the installer has enabled; `root` holds etc."""
    return "greeting-kiosk-cage" if (root / _THROUGH_CAGE).exists() else "greeting-kiosk"
