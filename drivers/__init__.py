"""How a card is read: from the bytes of a scanner to a Scan; knows nothing of the kiosk."""

from drivers.card_number import card_number
from drivers.card_pattern import CardPattern
from drivers.line import SerialLine
from drivers.payment_guard import is_payment_card, lets_payment_cards_through
from drivers.scanner import Reason, Refusal, Scan, Scanner, ScannerLost
from drivers.serial_port import open_scanner
from drivers.symbology import Symbology, spellings

__all__ = [
    "CardPattern",
    "Reason",
    "Refusal",
    "Scan",
    "Scanner",
    "ScannerLost",
    "SerialLine",
    "Symbology",
    "card_number",
    "is_payment_card",
    "lets_payment_cards_through",
    "open_scanner",
    "spellings",
]
