"""The families of scanners, one short module each, and those that other packages bring along.

Another package names its profile as an entry point of the group ``greeting_kiosk.scanners``.
"""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from drivers.profile import Profile

GROUP = "greeting_kiosk.scanners"

_BUILT_IN = {
    "auto": "auto:PROFILE",
    "datalogic": "datalogic:PROFILE",
    "datalogic-cordless": "datalogic:CORDLESS",
    "de2120": "de2120:PROFILE",
    "denso": "denso:PROFILE",
    "gm65": "gm65:PROFILE",
    "gm67": "ssi:GM67",
    "hid-keyboard": "hid_keyboard:PROFILE",
    "hid-pos": "hid_pos:PROFILE",
    "honeywell": "honeywell:PROFILE",
    "honeywell-host-ack": "honeywell:HOST_ACK",
    "id12": "rfid:ID12",
    "newland": "newland:PROFILE",
    "nixdorf": "nixdorf:PROFILE",
    "opticon": "opticon:PROFILE",
    "plain": "plain:PROFILE",
    "pn532": "pn532:PROFILE",
    "rdm6300": "rfid:RDM6300",
    "ssi": "ssi:PROFILE",
}


class UnknownProfile(LookupError):  # noqa: N818 - it says what happened
    """No profile has this name; the message is one sentence that names those there are."""


def names() -> list[str]:
    """The names that may stand as ``profile`` in the settings, sorted."""
    return sorted({*_BUILT_IN, *(entry.name for entry in entry_points(group=GROUP))})


@cache
def profile_named(name: str) -> Profile:
    """Return a profile; only its own module is loaded. Raises UnknownProfile.

    A built-in one is not replaced by another of its name.
    """
    if name in _BUILT_IN:
        module, _, attribute = _BUILT_IN[name].partition(":")
        found: Profile = getattr(import_module(f"{__name__}.{module}"), attribute)
        return found
    for entry in entry_points(group=GROUP, name=name):
        loaded = entry.load()
        if isinstance(loaded, Profile):
            return loaded
    raise UnknownProfile(f"there is no profile “{name}”; there are {', '.join(names())}")
