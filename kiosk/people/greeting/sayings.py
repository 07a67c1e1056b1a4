"""The line to say: from the first thing worth it, never more than is known.

Each message holds several phrasings, one a line. Translators own them: as many as they like,
none with a word of gender, money, or anything that was not told.
"""

import re
import unicodedata
from datetime import date

from kiosk.people.greeting.celebrations import Celebration
from kiosk.people.greeting.day_words import A_WEEK, last_weekday
from kiosk.people.greeting.moment import Feast, Moment
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.words import Words, choose, within

_SHORT_ENOUGH_TO_SAY = 40
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)*")


def line(moment: Moment, words: Words) -> str:
    """One line the cashier can say: a celebration, a concern, a question, an absence, or a plain welcome."""
    customer = moment.facts.customer
    name = within(customer.called_by)
    if moment.is_tender:
        return words.gettext("Good to see you, {name}.").format(name=name)
    to_wish = next((feast for feast in moment.feasts if not feast.celebration.wished), None)
    said = _other_line(moment, words) if to_wish is None else _wish(to_wish, customer, moment.today, words)
    return choose(said, customer.called_by, moment.today).format(name=name)


def _wish(feast: Feast, customer: Customer, today: date, words: Words) -> str:
    c, companion = feast
    if companion is not None:
        return _for_a_companion(c, companion, today, words)
    if c.important.occasion is Occasion.BIRTHDAY:
        return _birthday(c, customer, today, words)
    if c.on != today:
        return words.gettext(
            "We thought of you, {name}. Congratulations!\nCongratulations, if a little late, {name}!"
        )
    if c.important.occasion is Occasion.NAME_DAY:
        return words.gettext("Happy name day, {name}!\nAll the best on your name day, {name}!")
    if c.important.occasion is Occasion.ANNIVERSARY:
        return words.gettext("Happy anniversary, {name}!\nCongratulations today, {name}!")
    return words.gettext("All the best for today, {name}!\nCongratulations today, {name}!")


def _for_a_companion(c: Celebration, companion: Companion, today: date, words: Words) -> str:
    if c.important.occasion is not Occasion.BIRTHDAY:
        said = words.gettext(
            "Hello, {name}! And congratulations, {companion}!\n"
            "Good to see you, {name}! And all the best, {companion}!"
        )
    elif c.on == today:
        said = words.gettext(
            "Hello, {name}! And happy birthday, {companion}!\n"
            "Good to see you, {name}! And many happy returns, {companion}!"
        )
    else:
        said = words.gettext(
            "Hello, {name}! And a belated happy birthday, {companion}!\n"
            "Good to see you, {name}! And happy birthday for the other day, {companion}!"
        )
    return _with(said, "companion", companion.called_by)


def _birthday(c: Celebration, customer: Customer, today: date, words: Words) -> str:
    days = (today - c.on).days
    if days == 0 and customer.may_mention_age and c.years is not None:
        return words.gettext(
            "Happy {nth} birthday, {name}!\nA very happy {nth}, {name}!\nHappy {nth}, {name}!"
        ).replace("{nth}", words.ordinal(c.years))
    if days == 0:
        return words.gettext(
            "All the best on your birthday, {name}!\nMany happy returns, {name}!\nHappy birthday, {name}!"
        )
    if days == 1:
        return words.gettext("Happy birthday for yesterday, {name}!\nHow was your birthday, {name}?")
    if days <= A_WEEK:
        said = words.gettext(
            "I hope {weekday} was a lovely birthday, {name}!\n"
            "Belated happy birthday, {name}!\n"
            "Happy birthday for {last_weekday}, {name}!"
        ).replace("{weekday}", words.weekday(c.on))
        return said.replace("{last_weekday}", last_weekday(c.on, words))
    return words.gettext("Belated happy birthday, {name}!\nI hope you had a lovely birthday, {name}!")


def _other_line(moment: Moment, words: Words) -> str:
    if moment.notes(NoteKind.MAKE_RIGHT):
        return words.gettext(
            "Good to see you, {name}. We owe you something.\n"
            "I’m glad you came, {name}. There is something we want to put right."
        )
    if questions := moment.notes(NoteKind.ASK_ABOUT):
        return _question(questions[0], words)
    if moment.facts.gestures:
        return words.gettext(
            "Good to see you, {name}! Thank you again, that was so kind.\n"
            "Hello, {name}! We still owe you a thank-you."
        )
    return _welcome(moment, words)


def _question(note: Note, words: Words) -> str:
    what = _speakable(note.text)
    if not what or len(what) > _SHORT_ENOUGH_TO_SAY or _is_about_them(what, words) or not words.writes(what):
        return words.gettext(
            "Good to see you, {name}! I’ve been wanting to ask you something.\n"
            "Hello, {name}! There is something I’ve been curious about."
        )
    said = words.gettext(
        "Good to see you, {name}! Tell me about {what}.\n"
        "Hello, {name}! I’ve been wanting to hear about {what}."
    )
    return _with(said, "what", what)


def _is_about_them(what: str, words: Words) -> bool:
    """True where a note tells of them, as “her exam” does: said to them it would be wrong.

    The words that only do so are listed by the translators; one that begins with a hyphen is an ending.
    """
    listed = words.gettext(
        "he she they him her them his hers their theirs himself herself themselves he’s she’s they’re "
        "is was has had does doesn’t isn’t hasn’t will would loves likes prefers wants needs hates thinks "
        "says works lives plays goes comes got went"
    ).split()
    told = _WORD.findall(what.casefold().replace("'", "’"))
    endings = tuple(each[1:] for each in listed if each.startswith("-"))
    return any(word in listed or (endings and word.endswith(endings)) for word in told)


def _with(said: str, place: str, text: str) -> str:
    """`said` with what somebody wrote in its place, for a second one to be filled in."""
    return said.replace(f"{{{place}}}", within(text).replace("{", "{{").replace("}", "}}"))


def _speakable(text: str) -> str:
    """The words of a note, without the signs and pictures at its ends; empty where it holds line breaks."""
    ends = {char for char in text if unicodedata.category(char)[0] in "SPZ"} | {"\ufe0f", "\u200d"}
    return text.strip("".join(ends)) if text.replace("\u200d", "").isprintable() else ""


def _welcome(moment: Moment, words: Words) -> str:
    if moment.away_since is not None:
        return words.gettext(
            "Welcome back, {name}! It’s been a while.\n"
            "How lovely to see you again, {name}!\n"
            "{name}! We’ve missed you."
        )
    if moment.visit_number == 1 and moment.known_since is None:
        return words.gettext("Welcome, {name}! I’m glad you came in.\nWelcome, {name}! Lovely to meet you.")
    if moment.visit_number == 2:
        return words.gettext(
            "Good to see you again, {name}!\n"
            "Lovely to have you back, {name}!\n"
            "You came back, {name}. How nice!"
        )
    return words.gettext("Good to see you, {name}!\nHello, {name}! Lovely to see you.\nWelcome back, {name}!")
