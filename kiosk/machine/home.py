"""What a machine knows of where it stands: its time zone, and its language."""

from pathlib import Path

_ROOT = Path("/")
_ZONES = "usr/share/zoneinfo"


def time_zone(root: Path = _ROOT) -> str | None:
    """The zone that it was set to, like Europe/London; None where it was not, or to UTC."""
    try:
        place = (root / "etc/localtime").readlink().as_posix()
    except OSError:
        return None
    _, found, zone = place.partition(f"{_ZONES}/")
    return zone if found and zone not in ("UTC", "Etc/UTC", "Universal", "Zulu") else None


def language(root: Path = _ROOT) -> str | None:
    """The two letters of the language that it was set to; None where it was to none."""
    for name in ("etc/locale.conf", "etc/default/locale"):
        try:
            lines = (root / name).read_text("utf-8", errors="replace").splitlines()
        except OSError:
            continue
        for line in lines:
            key, _, value = line.partition("=")
            if key.strip() == "LANG" and value.strip("\"' ")[:2].isalpha():
                return value.strip("\"' ")[:2].lower()
    return None
