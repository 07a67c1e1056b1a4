"""Those whom something may be about, too: the people of a person."""

from kiosk.people.profile.profile import Other, Profile
from kiosk.people.words import Words, within
from kiosk.ui.widgets.choices import Option


def people_beside(profile: Profile, chosen: Other | None, words: Words) -> list[Option]:
    """Nobody, or one of their relations, by name; the one `chosen` so far is among them.

    None of them where they have no relations.
    """
    others = dict(relation.other for relation in profile.relations)
    if chosen is not None:
        others[chosen.id] = chosen.called_by
    if not others:
        return []
    return [Option(None, words.gettext("Nobody")), *(Option(id, within(name)) for id, name in others.items())]
