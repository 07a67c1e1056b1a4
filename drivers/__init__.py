"""How a card is read: from the bytes of a scanner to a Scan; knows nothing of the kiosk."""

from drivers.card_number import card_number
from drivers.card_pattern import CardPattern
from drivers.command import Command
from drivers.connection import Connection
from drivers.opening import open_scanner
from drivers.payment_guard import is_payment_card, lets_payment_cards_through
from drivers.scanner import Reason, Refusal, Scan, Scanner, ScannerLost
from drivers.symbology import Symbology, spellings

__all__ = [
    "CardPattern",
    "Command",
    "Connection",
    "Reason",
    "Refusal",
    "Scan",
    "Scanner",
    "ScannerLost",
    "Symbology",
    "card_number",
    "is_payment_card",
    "lets_payment_cards_through",
    "open_scanner",
    "spellings",
]
