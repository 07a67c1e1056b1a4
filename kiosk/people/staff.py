"""Who works at the counter."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody on the staff may do."""

    STAFF = "staff"
    MANAGER = "manager"
