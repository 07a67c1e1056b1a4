"""What stands in the briefing on the glass: a card for each person, under the first heading of theirs."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from kiosk.drawing.pictures import picture_and_item, picture_and_text
from kiosk.people.briefing import Item, Topic, names
from kiosk.people.profile.profile_words import Told
from kiosk.people.words import Words, within
from kiosk.people.worklist import Column, Entry
from kiosk.ui.screens.item_rows import Row, Section


def sections(
    entries: Mapping[Column, Sequence[Entry]], ticked: Collection[UUID], words: Words
) -> list[Section]:
    """Those under each heading that has somebody."""
    headings = {
        Column.CELEBRATING: words.gettext("Celebrating"),
        Column.LIKELY: words.gettext("Likely today, or missed"),
        Column.ASKING: words.gettext("To ask, to thank"),
    }
    told = (
        Section(column, headings[column], tuple(_row(entry, ticked, words) for entry in entries[column]))
        for column in Column
    )
    return [section for section in told if section.rows]


def _row(entry: Entry, ticked: Collection[UUID], words: Words) -> Row:
    whose = entry.customer.id
    picture, _ = picture_and_item(*entry.items[0])
    lines = [_line(topic, item, entry, words) for topic, item in entry.items]
    title = within(entry.customer.called_by)
    if len(entry.items) == 1:
        title, lines = names(entry.items[0][1], words), lines[:1]
    told = Told(title, "\n".join(lines))
    return Row(picture, told, whose, whose in ticked, covered=entry.has_notes, can_be_ticked=True)


def _line(topic: Topic, item: Item, entry: Entry, words: Words) -> str:
    """What there is; of what two share, who the other one is."""
    picture, told = picture_and_item(topic, item)
    if len(entry.items) == 1:
        return told
    _, told = picture_and_text(item.what, item.occasion, "")
    others = [within(one.called_by) for one in item.people if one.id != entry.customer.id]
    shared = words.gettext("with {name}").format(name=others[0]) if others else ""
    return " ".join(filter(None, (picture, told, f"({shared})" if shared else "")))
