"""Tags that are known by a number in their chip, of which a shop has to say that it gives them out."""

from collections.abc import Sequence

from drivers.card_pattern import CardPattern
from drivers.symbology import Symbology


def is_foreign_tag(number: str, symbology: Symbology | None, own: Sequence[CardPattern]) -> bool:
    """Tell whether this is the number of a tag, and no pattern in ``own`` is about tags and fits.

    Bank cards and telephones have such a number as well, and by theirs nobody is to be known.
    """
    if symbology is not Symbology.TAG:
        return False
    return not any(kind.symbology is Symbology.TAG and kind.matches(number, symbology) for kind in own)
