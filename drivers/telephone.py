"""Telephone numbers that are as long as a payment card's and begin like one."""

import re

# Country code and national number without the plus, of those countries only where both happens: the others'
# numbers are too short, or begin like no card. Source: ITU-T E.164 and the countries' numbering plans, as
# collected in google/libphonenumber.
_LONG_NUMBERS = re.compile(
    r"43[1-7]\d{10}"  # Austria
    r"|49[1-9]\d{10}"  # Germany
    r"|508[78]\d{8}"  # Saint Pierre and Miquelon
    r"|57[36]\d{9}"  # Colombia
    r"|58[24]\d{9}"  # Venezuela
    r"|59[046][5-9]\d{8}"  # Guadeloupe, French Guiana, Martinique
    r"|5939\d{8}"  # Ecuador
    r"|595[2-9]\d{8}"  # Paraguay
    r"|601\d{9}"  # Malaysia
    r"|62[2-9]\d{9,11}"  # Indonesia
    r"|63[2-9]\d{9}"  # Philippines
    r"|642\d{9}"  # New Zealand
    r"|685[78]\d{9}"  # Samoa
)


def is_long_telephone_number(digits: str) -> bool:
    """Tell whether these digits, written behind a plus sign, are a telephone number of such a country."""
    return _LONG_NUMBERS.fullmatch(digits) is not None
