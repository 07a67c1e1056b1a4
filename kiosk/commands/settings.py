"""`kiosk settings`: whether they can be used, and where each of them comes from."""

import json
from argparse import Namespace

from kiosk.settings import Settings, find_file
from kiosk.settings.sources import values_of

_SQLITE = "sqlite:///"


def settings(settings: Settings, chosen: Namespace) -> int:
    """Print one thing a line, its kind before it; the installer reads them, of this and of other versions.

    What is where comes first, and then every value with the file that it comes from.
    """
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
    for key, value, source in values_of(find_file(chosen.config)):
        told = "not set" if value is None else json.dumps(value, ensure_ascii=False)
        print("value", key, "=", told, f"({source})")
    return 0
