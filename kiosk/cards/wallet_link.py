"""A card as a link that the open wallet Catima keeps with one tap."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from drivers.links import WALLET_KINDS

_ADDRESS = "https://catima.app/share#"
_NAMES: Mapping[str, str] = {kind: name for name, kind in WALLET_KINDS.items()}


def wallet_link(shop: str, number: str, symbology: str | None) -> str:
    """The share link; all of it stands after the #, which no browser sends to a server.

    Source: Catima, “Card sharing URL format”; the values are escaped twice.
    """
    told = {
        "store": shop,
        "note": "",
        "cardid": number,
        "barcodetype": _NAMES.get(symbology or "", "CODE_128"),
    }
    return _ADDRESS + quote(urlencode(told), safe="")
