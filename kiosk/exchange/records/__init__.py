"""One customer of a shop file as the records that are stored."""

from kiosk.exchange.records.customers import add_customer
from kiosk.exchange.records.records import Records

__all__ = ["Records", "add_customer"]
