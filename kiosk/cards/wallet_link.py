"""A card as a link that the open wallet Catima keeps with one tap."""

from urllib.parse import quote, urlencode

_ADDRESS = "https://catima.app/share#"
_KINDS = {
    "aztec": "AZTEC",
    "codabar": "CODABAR",
    "code39": "CODE_39",
    "code93": "CODE_93",
    "code128": "CODE_128",
    "datamatrix": "DATA_MATRIX",
    "ean8": "EAN_8",
    "ean13": "EAN_13",
    "itf": "ITF",
    "pdf417": "PDF_417",
    "qr": "QR_CODE",
    "upca": "UPC_A",
}


def wallet_link(shop: str, number: str, symbology: str | None) -> str:
    """The share link; all of it stands after the #, which no browser sends to a server.

    Source: Catima, “Card sharing URL format”; the values are escaped twice.
    """
    told = {
        "store": shop,
        "note": "",
        "cardid": number,
        "barcodetype": _KINDS.get(symbology or "", "CODE_128"),
    }
    return _ADDRESS + quote(urlencode(told), safe="")
