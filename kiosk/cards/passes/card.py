"""What a pass tells, and what it is signed with."""

from typing import NamedTuple

from kiosk.paper.printed_card import Brand


class PassCard(NamedTuple):
    """A number, as a QR code or as Code 128, the shop, and of a person only what they are called."""

    number: str
    is_square: bool
    shop: Brand
    called_by: str


class AppleFiles(NamedTuple):
    """The shop's certificate for passes, its key, and Apple's certificate that signed it; PEM or DER."""

    certificate: str
    key: str
    intermediate: str


class GoogleFiles(NamedTuple):
    """The key of a service account, the JSON file that Google gives out, and the number of the issuer."""

    account: str
    issuer: str


class PassError(Exception):
    """No pass can be made; the message is a sentence to be translated."""
