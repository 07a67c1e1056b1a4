"""PINs as they are made and kept: generated, never chosen, and hashed so that a stolen file is slow to guess.

Argon2 takes a tenth of a second on purpose, and its library takes a while to load: both on the worker's
thread, and only when a PIN is given.
"""

import secrets
from typing import TYPE_CHECKING

from kiosk.people.staff.pins import DIGITS

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def new_pin() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def hashed(pin: str) -> str:
    """What is kept of a PIN."""
    return _hasher().hash(pin)


def is_right(pin_hash: str, pin: str) -> bool:
    """Tell whether it is the PIN that was hashed."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(pin_hash, pin)
    except (Argon2Error, InvalidHashError):
        return False


def needs_rehash(pin_hash: str) -> bool:
    """Tell whether it was hashed with less care than today."""
    return _hasher().check_needs_rehash(pin_hash)


def _hasher() -> "PasswordHasher":
    """With what OWASP asks for at least: 19 MiB, twice, in one lane."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
