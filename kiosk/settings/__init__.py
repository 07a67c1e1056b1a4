"""What a technician can set."""

from kiosk.settings.devices import Card, Network, PassOn, Scanner
from kiosk.settings.reading import ENVIRONMENT, SYSTEM_FILE, SettingsError, find_file, parse, read
from kiosk.settings.tables import (
    Backup,
    Database,
    Display,
    Hub,
    Settings,
    Shop,
    Staff,
    Wallet,
)

__all__ = [
    "ENVIRONMENT",
    "SYSTEM_FILE",
    "Backup",
    "Card",
    "Database",
    "Display",
    "Hub",
    "Network",
    "PassOn",
    "Scanner",
    "Settings",
    "SettingsError",
    "Shop",
    "Staff",
    "Wallet",
    "find_file",
    "parse",
    "read",
]
