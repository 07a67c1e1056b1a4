"""Which scanners another process of the kiosk owns, so that a till gets what they read, whatever happens."""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_runtime_path

from drivers.listening import listens
from kiosk.settings import PassOn, Settings

ENVIRONMENT = "KIOSK_RELAY"


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the sockets of these scanners are: the folder that KIOSK_RELAY names, or one of the account."""
    named = environment.get(ENVIRONMENT)
    return Path(named) if named else user_runtime_path("greeting-kiosk") / "relay"


def socket_of(number: int, environment: Mapping[str, str] = os.environ) -> Path:
    """The socket of a scanner, by its place among the [[scanner]] tables, from 0 on."""
    return folder(environment) / f"scanner-{number + 1}"


def passed_on(settings: Settings, number: int) -> list[PassOn]:
    """Where the scans of a scanner go on to; those that come over the network go nowhere else."""
    if listens(settings.scanner[number].port):
        return []
    return [way for way in settings.pass_on if way.scanner in (None, number + 1)]
