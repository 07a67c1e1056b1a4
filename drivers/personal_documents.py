"""Recognises personal documents, so that none is ever kept, shown or logged."""

import re

_DOCUMENTS = (
    # vCard, iCalendar, and the short forms of both that phones show as a QR code.
    r"(?i:BEGIN:V(?:CARD|CALENDAR|EVENT)|MECARD:|BIZCARD:)",
    # AAMVA: driving licences and identity cards of North America, PDF417. Their first line is "@" alone.
    r"@\s*(?:ANSI |AAMVA|\Z)",
    # ICAO 9303: the first line of a passport, visa, identity card or driving licence, then the second of
    # one with two lines, and the second and third of one with three.
    r"[ACDIPV][A-Z0-9<](?=[A-Z0-9<]*<)[A-Z<]{3}[A-Z0-9<]{25,87}\s*$",
    r"D1[A-Z<]{3}[A-Z0-9<]{25}\s*$",
    r"[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{8,16}\s*$",
    r"\d{6}\d[MFX<]\d{6}\d[A-Z<]{3}[A-Z0-9<]{11}\d\s*$",
    r"(?=[A-Z<]{30}\s*$)[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*",
    # IATA: a boarding pass. Name, locator, from, to, carrier, flight, day of the year.
    r"[MS][1-9].{20}.[A-Z0-9 ]{7}[A-Z]{6}[A-Z0-9 ]{3}[A-Z0-9 ]{5}[\d ]{3}",
)
_DOCUMENT = re.compile("^(?:" + "|".join(_DOCUMENTS) + ")", re.MULTILINE)
_END = re.compile(r"^END:V(?:CARD|CALENDAR)\s*\Z|^(?:MECARD|BIZCARD):.*;;\s*\Z", re.MULTILINE | re.IGNORECASE)


def is_personal_document(text: str) -> bool:
    """Tell whether a line of ``text``, which has no AIM identifier any more, begins a personal document."""
    return _DOCUMENT.search(_in_lines(text)) is not None


def ends_document(text: str) -> bool:
    """Tell whether ``text`` is the end of a document that says itself where it ends."""
    return _END.search(_in_lines(text)) is not None


def _in_lines(text: str) -> str:
    return text.replace("\r", "\n")
