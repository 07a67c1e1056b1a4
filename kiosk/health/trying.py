"""What is said of something that was scanned to try a scanner: never whose it is, never its digits."""

from collections.abc import Mapping, Sequence

from drivers import CardPattern, Reason, Refusal, Scan
from kiosk.people.words import Words, filled, to_translate

_REFUSALS: Mapping[Reason, str] = {
    Reason.PAYMENT_CARD: to_translate("A payment card: it is refused, and nothing of it is kept."),
    Reason.PERSONAL_DOCUMENT: to_translate("A personal document: nothing of it is kept."),
    Reason.SECRET_KEY: to_translate("The key of the copies: it is not a card."),
    Reason.FOREIGN_TAG: to_translate("A tag: no [[card]] says that the shop gives tags out."),
    Reason.WRONG_CHECK_DIGIT: to_translate("A number whose last digit is wrong: it was not read to its end."),
    Reason.UNREADABLE: to_translate("It cannot be read. Check baud, bits and parity in [[scanner]]."),
}


def told_of_scan(read: Scan | Refusal, own: Sequence[CardPattern], words: Words) -> str:
    """One sentence on what the kiosk reads."""
    if isinstance(read, Refusal):
        return words.gettext(_REFUSALS[read.reason])
    is_ours = not own or any(kind.matches(read.number, read.symbology) for kind in own)
    sentence = (
        words.ngettext("A card of {n} character.", "A card of {n} characters.", len(read.number))
        if is_ours
        else words.gettext("A number of {n} characters, but not like the cards in the settings.")
    )
    return filled(sentence, n=words.number(len(read.number)))
