"""The small picture beside a text: the first emoji somebody wrote in it, else one for what it is about."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.people.briefing import Item, Topic
from kiosk.people.words import POP_ISOLATE, side_by_side

_ONE = "[\u2600-\u27bf\U0001f300-\U0001faff]"
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_ONE})*")
_TOPICS: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.CELEBRATING: "🎉",
        Topic.TO_WISH: "🎉",
        Topic.LIKELY: "🕘",
        Topic.PUT_RIGHT: "🔧",
        Topic.ASK: "💬",
        Topic.THANK: "🎁",
        Topic.AWAY: "👋",
    }
)
OCCASIONS = {"birthday": "🎂", "anniversary": "💐", "name_day": "🌼", "other": "🎉"}


def picture_and_text(text: str, occasion: str, otherwise: str) -> tuple[str, str]:
    """The picture for a text, and the text without the emoji that became the picture.

    `occasion` is that of an important date, or empty; `otherwise` is the picture where neither tells one.
    """
    if occasion:
        return OCCASIONS.get(occasion, "🎉"), text
    found = _EMOJI.search(text)
    if found is None:
        return otherwise, text
    before, after = text[: found.start()], text[found.end() :]
    at_an_end = not before.strip() or not after.strip(f" {POP_ISOLATE}")
    return found.group(), before.rstrip() + after.lstrip() if at_an_end and before + after else text


def picture_and_item(topic: Topic, item: Item) -> tuple[str, str]:
    """The picture for an item of the briefing, and all that it says."""
    picture, what = picture_and_text(item.what, item.occasion, _TOPICS[topic])
    return picture, side_by_side(what, item.detail)
