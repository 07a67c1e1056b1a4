"""The greeting kiosk: a card is scanned, and a person is greeted."""
