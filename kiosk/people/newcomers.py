"""A new face that becomes a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody told about themselves, happy to be remembered; `birthday` is a day and a month."""

    called_by: str
    pronunciation: str = ""
    birthday: tuple[int, int] | None = None
