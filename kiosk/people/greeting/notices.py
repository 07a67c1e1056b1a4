"""The plain sentences: what is said when there is nobody to greet by name."""

from dataclasses import dataclass

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.words import Words, side_by_side, within


@dataclass(frozen=True, slots=True)
class Notice:
    """A title that is read at a glance, and one sentence that says what to do.

    What is `covered` is for staff alone.
    """

    title: str
    sentence: str = ""
    covered: str = ""


def notice(greeting: Greeting, words: Words) -> Notice:
    """The two plain sentences for an outcome other than a welcome."""
    if greeting.outcome is Outcome.DECEASED and greeting.customer is not None:
        return _deceased(greeting.customer.called_by, words)
    if greeting.outcome is Outcome.STAFF:
        is_here = words.gettext("You are at the counter now.") if greeting.at_counter else ""
        return Notice(greeting.say, is_here)
    if greeting.outcome is Outcome.GUEST:
        return _guest(greeting, words)
    title, sentence = {
        Outcome.UNKNOWN: (words.gettext("A new face"), words.gettext("This card isn’t anybody’s yet.")),
        Outcome.NOT_OURS: (
            words.gettext("That isn’t one of our cards"),
            words.gettext("Nothing was kept. Perhaps they have another card with them."),
        ),
        Outcome.PAYMENT_CARD: (
            words.gettext("That looks like a payment card"),
            words.gettext("Nothing was read and nothing was kept. Their loyalty card is the other one."),
        ),
        Outcome.UNREADABLE: (
            words.gettext("That didn’t come through"),
            words.gettext("The scanner sent something unreadable. Please scan the card once more."),
        ),
        Outcome.RETIRED: (
            words.gettext("This card is no longer in use"),
            words.gettext("Nothing was recorded. Perhaps they have a newer card with them."),
        ),
        Outcome.UNNAMED: (words.gettext("Prefers not to be greeted by name"), ""),
    }[greeting.outcome]
    return Notice(title, sentence)


def opener(greeting: Greeting, words: Words) -> str:
    """What one may say to a new face; empty for every other outcome."""
    if greeting.outcome is not Outcome.UNKNOWN:
        return ""
    if greeting.at_counter:
        said = words.gettext("“Welcome! I’m {name}. New around here, or just new to us?”")
        return said.format(name=within(greeting.at_counter))
    return words.gettext("“Welcome! New around here, or just new to us?”")


def _guest(greeting: Greeting, words: Words) -> Notice:
    """Their name, or that they are a guest; under it what is told of them."""
    guest = words.gettext("A guest from another of our shops")
    if not greeting.say:
        return Notice(guest, side_by_side(*greeting.chips))
    return Notice(greeting.say, side_by_side(guest, *greeting.chips))


def _deceased(called_by: str, words: Words) -> Notice:
    covered = words.gettext("This was {name}’s card. {name} has died.").format(name=within(called_by))
    return Notice(
        words.gettext("This card is no longer in use"), words.gettext("Nothing was recorded."), covered
    )
