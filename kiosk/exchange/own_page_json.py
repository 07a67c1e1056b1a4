"""What is kept about somebody, in plain words, as JSON."""

from typing import Any

from kiosk.people.profile.own_page import own_page_parts, title
from kiosk.people.profile.profile import Profile
from kiosk.people.words import Words


def own_page_as_json(profile: Profile, words: Words) -> dict[str, Any]:
    """A ``title``, and ``parts`` with a ``heading`` and ``lines`` each, as the page in print has them."""
    parts = own_page_parts(profile, words, to_take_along=True)
    return {
        "title": title(profile.customer, words),
        "parts": [{"heading": part.heading, "lines": [line.text for line in part.lines]} for part in parts],
    }
