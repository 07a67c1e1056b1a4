"""A briefing as `kiosk briefing --json` prints it."""

from typing import Any

from kiosk.people.briefing import Briefing, Item, Topic


def briefing_as_json(briefing: Briefing) -> dict[str, Any]:
    """Every topic with all its items, in order."""
    told = {topic.value: [_item(item) for item in briefing.items[topic]] for topic in Topic}
    return {"at": briefing.at.isoformat(timespec="minutes"), **told}


def _item(item: Item) -> dict[str, Any]:
    return {
        "people": [{"key": who.key, "called_by": who.called_by, "name": who.name} for who in item.people],
        "what": item.what,
        "detail": item.detail,
        "on": item.on and item.on.isoformat(),
    }
