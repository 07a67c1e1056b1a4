"""`kiosk settings`: whether they can be used, and where they say that data and scanners are."""

from argparse import Namespace

from kiosk.settings import Settings

_SQLITE = "sqlite:///"


def settings(settings: Settings, _chosen: Namespace) -> int:
    """Print one thing a line, its kind before it; the installer reads them, of this and of other versions."""
    url = settings.database.url
    if url.startswith(_SQLITE):
        print("database", url.removeprefix(_SQLITE))
    for scanner in settings.scanner:
        print("scanner", scanner.port)
    for way in settings.pass_on:
        print("till", way.to)
    if settings.network.http:
        print("network", f"http://{settings.network.http}")
    if settings.backup.key:
        print("key", settings.backup.key)
    return 0
