"""Which program wrote a list, by the columns that only it has.

Sources: the export files of these programs; opensourcepos, app/Controllers/Customers.php (consent).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exchange.lists.columns import folded


@dataclass(frozen=True, slots=True)
class Program:
    """A program by its name, and the columns by which its lists are known.

    One that fills its consent with anything ``proves_consent`` of nobody.
    """

    name: str
    has: frozenset[str]
    proves_consent: bool = True


_PROGRAMS = (
    Program("Square", frozenset({"square customer id", "instant profile"})),
    Program("Shopify", frozenset({"accepts email marketing", "tax exempt"})),
    Program("Loyverse", frozenset({"customer code", "points balance"})),
    Program("Lightspeed X-Series", frozenset({"customer code", "customer group name"})),
    Program("Lightspeed C-Series", frozenset({"internal id", "lastnamepreposition"})),
    Program(
        "Open Source POS", frozenset({"account number", "discount type", "taxable"}), proves_consent=False
    ),
    Program("Google Contacts", frozenset({"phonetic first name", "file as"})),
    Program("Google Contacts, old", frozenset({"yomi name", "group membership"})),
    Program("vCard", frozenset({"uuid", "anniversary", "phonetic first name"})),
    Program("LoyLap", frozenset({"date birth", "account number"})),
    Program("Odoo", frozenset({"barcode", "reference"})),
    Program("Odoo", frozenset({"barcode", "ref"})),
)
ANY = Program("a list", frozenset())


def program_of(header: Sequence[str]) -> Program:
    """The first program all of whose columns are there, or else any."""
    names = set(map(folded, header))
    return next((program for program in _PROGRAMS if program.has <= names), ANY)
