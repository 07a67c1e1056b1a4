"""`kiosk greet`: what the glass would show, on a terminal."""

import json
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence

from drivers import CardPattern, Reason, Refusal, Scan
from drivers.framing import Frame
from drivers.reading import read_frame
from kiosk.commands import CommandError
from kiosk.commands.joining import desk_for, existing_database, moment_chosen, shop_of
from kiosk.desk import UnknownCompanionError
from kiosk.exchange.greeting_json import greeting_as_json
from kiosk.locale import speech
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice, opener
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.words import Words
from kiosk.settings import Settings

_NO_CARD = {
    Reason.UNREADABLE: "it is too long, or not plain text",
    Reason.WRONG_CHECK_DIGIT: "its check digit is wrong",
}


def greet(settings: Settings, chosen: Namespace) -> int:
    """Print the greeting for a card; records nothing. Returns 0 for a welcome, else 1."""
    words = speech(settings.shop.language)
    with existing_database(settings) as database:
        _, zone = shop_of(settings, database)
        at = moment_chosen(chosen.at, zone)
        desk = desk_for(settings, database, words)
        try:
            greeting = desk.greetings.preview(typed(chosen.card, settings.card_patterns), at, chosen.present)
        except UnknownCompanionError:
            raise CommandError("--with: no customer has this key. It is the key of the shop file.") from None
    if chosen.json:
        print(json.dumps(greeting_as_json(greeting), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(greeting, words)))
    return 0 if greeting.outcome is Outcome.WELCOME else 1


def typed(card: str, own: Sequence[CardPattern]) -> Scan | Refusal:
    """A typed number takes the way of a scanned one. Raises CommandError for what cannot be one at all."""
    now = time.monotonic()
    data = card.encode(errors="surrogateescape")
    read = read_frame(Frame(data, len(data), now), own)
    if isinstance(read, Refusal) and read.reason in _NO_CARD:
        raise CommandError(f"This is not the number of a card: {_NO_CARD[read.reason]}.")
    return read


def _lines(greeting: Greeting, words: Words) -> Iterator[str]:
    """The greeting as somebody would read it out."""
    if greeting.outcome is Outcome.WELCOME and greeting.customer is not None:
        who = greeting.customer
        yield who.called_by
        yield " · ".join(filter(None, [who.name, who.pronunciation and f"“{who.pronunciation}”"]))
        yield f"“{greeting.say}”"
    else:
        said = notice(greeting, words)
        yield from filter(None, [said.title, said.sentence, opener(greeting, words)])
    if greeting.chips:
        yield " · ".join(greeting.chips)
    for cue in greeting.cues:
        yield f"{cue.kind:>12}  {cue.title}" + (f" ({cue.detail})" if cue.detail else "")
