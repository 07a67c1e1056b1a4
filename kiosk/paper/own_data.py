"""What is kept about somebody, on a sheet for them to take along."""

from datetime import date

from kiosk.locale import Speech
from kiosk.paper.sheet import Section, Sheet
from kiosk.people.profile.own_page import own_page_parts, title
from kiosk.people.profile.profile import Profile


def own_data_sheet(profile: Profile, shop: str, today: date, words: Speech) -> Sheet:
    """The sheet that the shop of this name hands out today."""
    day = words.day_and_year(today)
    return Sheet(
        title=title(profile.customer, words),
        subtitle=f"{day} · {shop}" if shop else day,
        sections=tuple(
            Section(part.heading, lines=tuple(line.text for line in part.lines))
            for part in own_page_parts(profile, words, to_take_along=True)
        ),
        footer=words.gettext("This is yours. Tell us what is not right, or what we should forget."),
        right_to_left=words.right_to_left,
    )
