"""What the number of a card may be: decided here for what is scanned and for what a file brings."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from drivers.card_pattern import CardPattern
from drivers.links import number_in
from drivers.payment_guard import is_payment_card
from drivers.personal_documents import is_personal_document
from drivers.scanner import Reason
from drivers.secret_keys import holds_secret_key
from drivers.symbology import RETAIL, Symbology, is_retail_number, normalise
from drivers.tags import is_foreign_tag

_LONGEST = 512
# Control, format (also those that turn the writing direction), unassigned, private, surrogate, line ends.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_GS = "\x1d"  # stands between the elements of a GS1 bar code
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?[Ee]\+\d+")  # 2.9E+12: what a spreadsheet makes of a long number


class CardNumber(NamedTuple):
    """A number in its normal form, and its kind of bar code where that is known."""

    number: str
    symbology: Symbology | None


def card_number(
    text: str, symbology: Symbology | None, own: Sequence[CardPattern] = ()
) -> CardNumber | Reason:
    """Read ``text``, which has no AIM identifier any more, as the number of a card, or say why it is none.

    ``own`` are the shop's card patterns. Read again, what comes out comes out the same.
    """
    if holds_secret_key(text):
        return Reason.SECRET_KEY
    if is_payment_card(text, symbology, own):
        return Reason.PAYMENT_CARD
    if is_personal_document(text):
        return Reason.PERSONAL_DOCUMENT
    held = number_in(text.strip(), own)
    if held is not None:
        return card_number(held.number, held.symbology, own)
    if is_foreign_tag(text, symbology, own):
        return Reason.FOREIGN_TAG
    card = CardNumber(*normalise(text, symbology))
    if not (0 < len(card.number) <= _LONGEST and _is_plain(text)) or _SHORTENED.fullmatch(card.number):
        return Reason.UNREADABLE
    if any(not is_retail_number(card.number, kind) for kind in _retail_kinds(card, own)):
        return Reason.WRONG_CHECK_DIGIT
    return card


def _is_plain(text: str) -> bool:
    return not any(unicodedata.category(char) in _UNSEEN and char != _GS for char in text)


def _retail_kinds(card: CardNumber, own: Sequence[CardPattern]) -> set[Symbology]:
    """The retail kind the number is of: by its bar code, or because every pattern it fits says so."""
    kinds = {card.symbology} if card.symbology else {kind.symbology for kind in own if kind.matches(*card)}
    return {kind for kind in kinds if kind is not None} if kinds <= RETAIL else set()
