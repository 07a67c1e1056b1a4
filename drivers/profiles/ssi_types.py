"""The byte with which SSI tells the kind of bar code.

Sources: the type tables of enioka_scan (SsiSymbologyTranslator) and RMQWonderwareAdapter; CS3000 manual, page
129; for Grow's modules Doridian/GM67.
"""

from collections.abc import Mapping

from drivers.symbology import Symbology

Types = Mapping[int, Symbology]

UPC_E = frozenset({0x09, 0x10})
"""The types of a UPC-E, whose digits stand for those of a UPC-A."""

ZEBRA: Types = {
    0x01: Symbology.CODE39,
    0x02: Symbology.CODABAR,
    0x03: Symbology.CODE128,
    0x04: Symbology.CODE25,
    0x05: Symbology.CODE25,
    0x06: Symbology.ITF,
    0x07: Symbology.CODE93,
    0x08: Symbology.UPCA,
    0x09: Symbology.UPCA,
    0x0A: Symbology.EAN8,
    0x0B: Symbology.EAN13,
    0x0C: Symbology.CODE11,
    0x0D: Symbology.CODE49,
    0x0E: Symbology.MSI,
    0x0F: Symbology.GS1_128,
    0x10: Symbology.UPCA,
    0x11: Symbology.PDF417,
    0x12: Symbology.CODE16K,
    0x13: Symbology.CODE39,
    0x18: Symbology.CODABAR,
    0x1A: Symbology.PDF417,
    0x1B: Symbology.DATAMATRIX,
    0x1C: Symbology.QR,
    0x25: Symbology.MAXICODE,
    0x2C: Symbology.QR,
    0x2D: Symbology.AZTEC,
    0x2E: Symbology.AZTEC,
    0x30: Symbology.DATABAR,
    0x31: Symbology.DATABAR,
    0x32: Symbology.DATABAR,
    0x39: Symbology.CODE25,
    0x48: Symbology.UPCA,
    0x4B: Symbology.EAN13,
    0x88: Symbology.UPCA,
    0x8B: Symbology.EAN13,
    0xA0: Symbology.OCR,
    0xA1: Symbology.OCR,
    0xB7: Symbology.HANXIN,
    0xC1: Symbology.DATAMATRIX,
    0xC2: Symbology.QR,
}

GROW: Types = {
    **ZEBRA,
    0xA2: Symbology.GS1_128,
    0xF0: Symbology.PDF417,
    0xF1: Symbology.QR,
    0xF2: Symbology.DATAMATRIX,
    0xF3: Symbology.AZTEC,
    0xF4: Symbology.MAXICODE,
    0xF7: Symbology.HANXIN,
}
