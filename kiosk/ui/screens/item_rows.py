"""What stands on cards in columns: sections of rows under headings."""

from typing import Any, NamedTuple

from kiosk.people.profile.profile_words import Told


class Row(NamedTuple):
    """One thing on a card; a `faded` one is over, a `covered` one is read under a finger.

    Where it `can_be_ticked` it is faded by that, too.
    """

    picture: str
    told: Told
    kept: Any
    faded: bool = False
    covered: bool = False
    can_be_ticked: bool = False


class Section(NamedTuple):
    """Rows under a heading, and the words on the button under them; `topic` is what it is about.

    A button that `is_last_resort` does what cannot be undone.
    """

    topic: Any
    heading: str
    rows: tuple[Row, ...]
    button: str = ""
    is_last_resort: bool = False
