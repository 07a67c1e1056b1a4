"""What the shop's own cards look like."""

from dataclasses import dataclass

from drivers.symbology import UPC_OR_EAN13, Symbology, spellings

NUMBER = "{number}"
"""Where the number stands in a template."""


@dataclass(frozen=True, slots=True)
class CardPattern:
    """What the shop's own cards look like; a part that is left out fits every card.

    A UPC-A fits in the form that ``symbology.normalise`` gives it, with 13 digits and a 0 before them, and
    as it is printed on the card; as a symbology it is the same as EAN-13.
    ``template`` is a longer text with ``{number}`` in it, like the address in a QR code, in which it stands.
    """

    prefix: str = ""
    length: int | None = None
    symbology: Symbology | None = None
    template: str = ""

    def number_in(self, text: str) -> str | None:
        """Return the number that stands in ``text`` as in the template; None where it does not."""
        before, is_template, after = self.template.partition(NUMBER)
        if not (is_template and text.startswith(before) and text.endswith(after)):
            return None
        number = text[len(before) : len(text) - len(after)]
        return number if self.matches(number, None) and len(text) > len(before) + len(after) else None

    def matches(self, number: str, symbology: Symbology | None) -> bool:
        """Tell whether the card fits; a scan of unknown symbology is not held against it."""
        kinds = {self.symbology, symbology}
        same_kind = None in kinds or len(kinds) == 1 or kinds <= UPC_OR_EAN13
        return same_kind and any(map(self._fits, spellings(number, symbology)))

    def allows(self, number: str, symbology: Symbology | None) -> bool:
        """Tell whether the shop vouches for the card: it fits a pattern with both prefix and length."""
        return bool(self.prefix) and self.length is not None and self.matches(number, symbology)

    def _fits(self, number: str) -> bool:
        return number.startswith(self.prefix) and self.length in (None, len(number))
