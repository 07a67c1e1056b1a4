"""The catalogues as their translators wrote them."""

from dataclasses import dataclass

from babel.messages import Catalog
from babel.messages.pofile import read_po

from kiosk.locale.speech import CATALOGUES, LANGUAGES, SOURCE

TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


@dataclass(frozen=True)
class Entry:
    """A message and its translation: one text each, or every plural form."""

    original: tuple[str, ...]
    said: tuple[str, ...]
    is_guess: bool

    @property
    def counts(self) -> bool:
        """True for a message with a plural."""
        return len(self.original) > 1


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / language / "LC_MESSAGES" / "kiosk.po").open("rb") as file:
        return read_po(file, locale=language)


def entries(language: str) -> list[Entry]:
    """Every message of the catalogue; what is left empty is an empty text."""
    return [
        Entry(as_tuple(message.id), as_tuple(message.string or ""), message.fuzzy)
        for message in catalogue(language)
        if message.id
    ]


def messages(told: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every message and what is said for it; nothing of what a tool writes about itself."""
    return {as_tuple(message.id): as_tuple(message.string or "") for message in told if message.id}


def as_tuple(texts: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)
