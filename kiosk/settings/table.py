"""What every table of the settings file has in common."""

from msgspec import Struct


class Table(Struct, forbid_unknown_fields=True, frozen=True):
    """A table of the file: keys that are not known are refused."""
