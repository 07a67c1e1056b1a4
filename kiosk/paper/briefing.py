"""The briefing on paper."""

from kiosk.drawing.pictures import picture_and_item
from kiosk.locale import Speech
from kiosk.paper.sheet import Entry, Section, Sheet
from kiosk.people.briefing import Briefing, Item, Topic, names, topics


def briefing_sheet(briefing: Briefing, shop: str, words: Speech) -> Sheet:
    """The page to print of a briefing for the shop of this name."""
    day = words.long_day(briefing.at.date())
    return Sheet(
        title=words.gettext("Before we open"),
        subtitle=f"{day} · {shop}" if shop else day,
        sections=tuple(_section(*topic, briefing, words) for topic in topics(briefing, words))
        or _nothing(words),
        footer=words.gettext("For those behind the counter. Please do not leave it lying about."),
        right_to_left=words.right_to_left,
    )


def _nothing(words: Speech) -> tuple[Section]:
    calm = words.gettext("Nothing special today: a good day to get to know somebody.")
    return (Section(words.gettext("Today"), (), calm),)


def _section(topic: Topic, title: str, items: tuple[Item, ...], briefing: Briefing, words: Speech) -> Section:
    return Section(title, tuple(_entry(topic, item, briefing, words) for item in items))


def _entry(topic: Topic, item: Item, briefing: Briefing, words: Speech) -> Entry:
    picture, told = picture_and_item(topic, item)
    return Entry(picture, names(item, words), told, festive=briefing.is_of_today(topic, item))
