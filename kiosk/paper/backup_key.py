"""The page for the safe: the secret half of the key for which copies are encrypted."""

from collections.abc import Sequence
from datetime import date

from kiosk.locale import Speech
from kiosk.paper.sheet import Code, Section, Sheet


def backup_key_sheet(
    secret: Sequence[str], code: Code, public: str, shop: str, today: date, words: Speech
) -> Sheet:
    """The page of these secret words, and of their code, for the shop of this name."""
    day = words.day_and_year(today)
    return Sheet(
        title=words.gettext("The key to our copies"),
        subtitle=f"{day} · {shop}" if shop else day,
        sections=(
            Section(words.gettext("The words, in this order"), lines=_numbered(secret)),
            Section(words.gettext("The same as a code"), code=code),
            Section(words.gettext("What it is for"), lines=_told(public, words)),
        ),
        footer=words.gettext("For the safe. Delete the file of this page as soon as it is printed."),
        right_to_left=words.right_to_left,
    )


def _numbered(secret: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{n}. {word}" for n, word in enumerate(secret, start=1))


def _told(public: str, words: Speech) -> tuple[str, ...]:
    return (
        words.gettext("Copies of our data that leave the kiosk are encrypted. These words open them again."),
        words.gettext("If this page is lost, so are the copies. Whoever has both can read everything."),
        words.gettext("“kiosk restore” asks for the words, or for the code under the shop’s scanner."),
        words.gettext("The public half of the key, which other counters may have as well:"),
        public,
    )
