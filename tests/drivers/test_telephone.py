"""Telephone numbers are kept, however they are written; behind a plus no payment card hides."""

import random

import pytest

from drivers.payment_guard import is_payment_card
from drivers.telephone import is_long_telephone_number

# As people write them, each # a digit: of every country where a mobile number is as long as a card's, and of
# others with another usual writing. Source: the examples of google/libphonenumber.
MOBILES = [
    *["+63 9## ### ####", "+49 15# ########", "+49 17# #######", "+43 66# #######", "+43 664 ########"],
    *["+57 3## ### ####", "+58 41# #######", "+590 690 ## ## ##", "+594 694 ## ## ##", "+596 696 ## ## ##"],
    *["+593 9# ### ####", "+595 96# ### ###", "+60 1#-### ####", "+60 11-#### ####", "+62 81#-####-####"],
    *["+62 8##-####-#####", "+64 2# ### ####", "+64 2# #### ####", "+685 84# ####", "+508 708 ## ## ##"],
    *["+1 (617) 555-####", "+44 7### ######", "+33 6 ## ## ## ##", "+34 6## ## ## ##", "+39 3## ### ####"],
    *["+41 79 ### ## ##", "+36 20 ### ####", "+380 50 ### ####", "+48 5## ### ###", "+420 60# ### ###"],
    *["+46 70 ### ## ##", "+45 ## ## ## ##", "+47 4## ## ###", "+30 69# ### ####", "+90 53# ### ## ##"],
    *["+971 50 ### ####", "+91 98### #####", "+81 90-####-####", "+82 10-####-####", "+86 13# #### ####"],
    *["+55 11 9####-####", "+52 55 #### ####", "+54 9 11 ####-####", "+56 9 #### ####", "+61 4## ### ###"],
    *["+65 8### ####", "+66 8# ### ####", "+353 8# ### ####", "+351 91# ### ###", "+98 91# ### ####"],
]
NATIONAL = [
    *[
        "0917 ### ####",
        "0151 ########",
        "0151/########",
        "(0151) ########",
        "06 ## ## ## ##",
        "(617) 555-####",
    ],
    *[
        "07### ######",
        "0812-####-####",
        "0812-####-#####",
        "138 #### ####",
        "(11) 9####-####",
        "55 #### ####",
    ],
    *[
        "0049 151 ########",
        "0063 917 ### ####",
        "00 63 917 ### ####",
        "00 63917#######",
        "+49 (0)151 / ########",
    ],
]


def written(form: str, chance: random.Random) -> str:
    return "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in form)


@pytest.mark.parametrize("form", [*MOBILES, *NATIONAL])
def test_a_note_with_a_telephone_number_is_kept(form: str) -> None:
    chance = random.Random(form)
    for _ in range(100):
        number = written(form, chance)
        assert not is_payment_card(number), number
        assert not is_payment_card(f"Ring her at {number}?"), number
        assert not is_payment_card(f"{number} = Mia, before 24.12.2026 or at 10:30"), number
        assert not is_payment_card(number.replace(" ", "-")), number
        assert not is_payment_card(number.replace(" ", "/")), number


@pytest.mark.parametrize("form", MOBILES)
def test_a_code_with_a_telephone_number_is_read(form: str) -> None:
    chance = random.Random(form)
    for _ in range(100):
        number = "".join(filter(str.isdigit, written(form, chance)))
        assert not is_payment_card(f"+{number}"), number
        assert not is_payment_card(f"00{number}"), number
        assert not is_payment_card(f"tel:+{number}\nsms:+{number}"), number
        assert not is_payment_card(f"https://wa.me/{number}"), number
        assert not is_payment_card(f"https://api.whatsapp.com/send?phone=%2B{number}&text=1"), number


@pytest.mark.parametrize(
    "card", ["4111111111111111", "4111 1111 1111 1111", "378282246310005", "4222222222222"]
)
@pytest.mark.parametrize(
    "telephone", ["+63 917 000 0009 {}", "+639170000009 {}", "+{}", "wa.me/{}", "phone={}", "00 {}", "+63 {}"]
)
def test_behind_a_telephone_number_no_payment_card_hides(telephone: str, card: str) -> None:
    assert is_payment_card(telephone.format(card))


@pytest.mark.parametrize("digits", ["639170000009", "4915110000002", "6281234567890"])
def test_a_number_of_a_country_is_known_by_its_length(digits: str) -> None:
    assert is_long_telephone_number(digits)
    assert not is_long_telephone_number(digits + "000")
    assert not is_long_telephone_number(digits[:-3])
