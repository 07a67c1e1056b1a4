"""What a tap says has been done, in a word."""

from kiosk.people.changing.taps import Action
from kiosk.people.words import Words


def done_word(action: Action, words: Words) -> str:
    """The word on the button, and for what it has done."""
    return {
        Action.WISHED: words.gettext("Wished"),
        Action.ASKED: words.gettext("Asked"),
        Action.THANKED: words.gettext("Thanked"),
        Action.PUT_RIGHT: words.gettext("Put right"),
        Action.GAVE: words.gettext("Given"),
        Action.ALLOWED: words.gettext("Yes"),
    }[action]
