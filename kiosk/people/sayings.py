"""The line to say: from the first thing worth it, never more than is known.

Each message holds several phrasings, one a line. Translators own them: as many as they like,
none with a word of gender, money, or anything that was not told.
"""

import unicodedata
from datetime import date, datetime

from kiosk.people import celebrations, notes
from kiosk.people.celebrations import Celebration
from kiosk.people.chips import away_since, known_since_year, visit_number
from kiosk.people.day_words import A_WEEK
from kiosk.people.facts import Facts
from kiosk.people.important_dates import Occasion
from kiosk.people.notes import Note, NoteKind
from kiosk.people.words import Words, choose, within

_SHORT_ENOUGH_TO_SAY = 40


def line(facts: Facts, now: datetime, words: Words) -> str:
    """One line the cashier can say: a celebration, a concern, a question, an absence, or a plain welcome."""
    name, today = facts.customer.called_by, now.date()
    if facts.customer.needs_gentleness(today):
        return words.gettext("Good to see you, {name}.").format(name=within(name))
    due = [
        c for c in celebrations.due(celebrations.near(facts.important_dates, today), today) if not c.wished
    ]
    said = _wish(due[0], facts, today, words) if due else _other_line(facts, now, words)
    return choose(said, name, today).format(name=within(name))


def _wish(c: Celebration, facts: Facts, today: date, words: Words) -> str:
    if c.important.occasion is Occasion.BIRTHDAY:
        return _birthday(c, facts, today, words)
    if c.on != today:
        return words.gettext(
            "We thought of you, {name}. Congratulations!\nCongratulations, if a little late, {name}!"
        )
    if c.important.occasion is Occasion.NAME_DAY:
        return words.gettext("Happy name day, {name}!\nAll the best on your name day, {name}!")
    if c.important.occasion is Occasion.ANNIVERSARY:
        return words.gettext("Happy anniversary, {name}!\nCongratulations today, {name}!")
    return words.gettext("All the best for today, {name}!\nCongratulations today, {name}!")


def _birthday(c: Celebration, facts: Facts, today: date, words: Words) -> str:
    days = (today - c.on).days
    if days == 0 and facts.customer.may_mention_age and c.years is not None:
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
        return words.gettext(
            "I hope {weekday} was a lovely birthday, {name}!\n"
            "Belated happy birthday, {name}!\n"
            "Happy birthday for last {weekday}, {name}!"
        ).replace("{weekday}", words.weekday(c.on))
    return words.gettext("Belated happy birthday, {name}!\nI hope you had a lovely birthday, {name}!")


def _other_line(facts: Facts, now: datetime, words: Words) -> str:
    open_notes = notes.shown(facts.notes, now, facts.present)
    kinds = {note.kind for note in open_notes}
    if NoteKind.MAKE_RIGHT in kinds:
        return words.gettext(
            "Good to see you, {name}. We owe you something.\n"
            "I’m glad you came, {name}. There is something we want to put right."
        )
    if NoteKind.ASK_ABOUT in kinds:
        return _question(next(note for note in open_notes if note.kind is NoteKind.ASK_ABOUT), words)
    if facts.gestures:
        return words.gettext(
            "Good to see you, {name}! Thank you again, that was so kind.\n"
            "Hello, {name}! We still owe you a thank-you."
        )
    return _welcome(facts, now, words)


def _question(note: Note, words: Words) -> str:
    what = _speakable(note.text)
    if not what or len(what) > _SHORT_ENOUGH_TO_SAY:
        return words.gettext(
            "Good to see you, {name}! I’ve been wanting to ask you something.\n"
            "Hello, {name}! There is something I’ve been curious about."
        )
    return words.gettext(
        "Good to see you, {name}! Tell me about {what}.\n"
        "Hello, {name}! I’ve been wanting to hear about {what}."
    ).replace("{what}", within(what).replace("{", "{{").replace("}", "}}"))


def _speakable(text: str) -> str:
    """The words of a note, without the signs and pictures at its ends; empty where it holds line breaks."""
    ends = {char for char in text if unicodedata.category(char)[0] in "SPZ"} | {"\ufe0f", "\u200d"}
    return text.strip("".join(ends)) if text.replace("\u200d", "").isprintable() else ""


def _welcome(facts: Facts, now: datetime, words: Words) -> str:
    if away_since(facts, now) is not None:
        return words.gettext(
            "Welcome back, {name}! It’s been a while.\n"
            "How lovely to see you again, {name}!\n"
            "{name}! We’ve missed you."
        )
    number = visit_number(facts, now)
    if number == 1 and known_since_year(facts, now.date()) is None:
        return words.gettext("Welcome, {name}! I’m glad you came in.\nWelcome, {name}! Lovely to meet you.")
    if number == 2:
        return words.gettext(
            "Good to see you again, {name}!\n"
            "Lovely to have you back, {name}!\n"
            "You came back, {name}. How nice!"
        )
    return words.gettext("Good to see you, {name}!\nHello, {name}! Lovely to see you.\nWelcome back, {name}!")
