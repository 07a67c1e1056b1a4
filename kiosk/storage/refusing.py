"""Why a change is not made, in sentences for the glass."""

from kiosk.people.words import to_translate

NOBODY = to_translate("This person is not kept here any more.")
TAKEN_AWAY = to_translate("That was taken away at another counter meanwhile. Nothing was changed.")
KEPT_ALREADY = to_translate("The same is kept already.")
SAME_PERSON = to_translate("That is the same person.")
