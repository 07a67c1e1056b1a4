"""The good answers of the first day: what there is to choose from before anything is known."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import available_timezones


class Step(StrEnum):
    """What is asked, in this order."""

    LANGUAGE = "language"
    NAME = "name"
    ZONE = "zone"
    SCANNER = "scanner"
    SIZE = "size"
    MANAGER = "manager"
    LIST = "list"
    READY = "ready"


LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "de": "Deutsch",
        "fr": "Français",
        "es": "Español",
        "uk": "Українська",
        "ar": "العربية",
    }
)
_ZONES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "en": ("Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles"),
        "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
        "fr": ("Europe/Paris", "Europe/Brussels", "Europe/Zurich", "America/Toronto"),
        "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Argentina/Buenos_Aires"),
        "uk": ("Europe/Kyiv", "Europe/Warsaw"),
        "ar": ("Asia/Riyadh", "Africa/Cairo", "Asia/Dubai", "Asia/Amman", "Africa/Casablanca"),
    }
)
MOST_ZONES = 6


def zones_for(language: str, known: str | None) -> list[str]:
    """The one that is known first, and those of where this language is spoken."""
    return list(dict.fromkeys([*([known] if known else []), *_ZONES[language]]))[:MOST_ZONES]


def zones_named(typed: str) -> list[str]:
    """Those with what is typed in their name, its beginning before the rest."""
    text = "_".join(typed.casefold().split())
    found = [zone for zone in available_timezones() if "/" in zone and text in zone.casefold()]
    begun = typed.casefold()
    return sorted(found, key=lambda zone: (not city(zone).casefold().startswith(begun), zone))[:MOST_ZONES]


def city(zone: str) -> str:
    """The place in the name of a zone."""
    return zone.rpartition("/")[-1].replace("_", " ")
