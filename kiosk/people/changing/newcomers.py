"""A new face that becomes a person."""

import re
from dataclasses import dataclass

_DAY_AND_MONTH = re.compile(r"\D*(\d{1,2})\D+(\d{1,2})\D*")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody told about themselves, happy to be remembered; `birthday` is a day and a month."""

    called_by: str
    pronunciation: str = ""
    birthday: tuple[int, int] | None = None


def day_and_month(text: str) -> tuple[int, int] | None:
    """A birthday as somebody types it, like 24 11 or 24.11.; None where nothing is written.

    Raises ValueError for anything else; whether there is such a day is not looked at.
    """
    if not text.strip():
        return None
    found = _DAY_AND_MONTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]), int(found[2])
