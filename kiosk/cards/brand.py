"""The shop as its cards show it, from what is set."""

from errno import EFBIG
from pathlib import Path

from kiosk.drawing.palette import from_code
from kiosk.files import read_whole
from kiosk.paper.printed_card import Brand
from kiosk.people.words import to_translate

_NO_FILE = to_translate("The shop’s logo cannot be read.")


class BrandError(Exception):
    """The logo cannot be drawn; the message is a sentence to be translated."""


def brand(name: str, color: str = "", logo: str = "") -> Brand:
    """A colour is written like #0f4f41, a logo is a file; "" for none. Raises BrandError."""
    band = from_code(color)[:3] if color else None
    if not logo:
        return Brand(name, color=band)
    # Cairo takes long to load.
    from kiosk.drawing.logos import MOST_BYTES, TOO_LARGE, LogoError, logo_from

    try:
        data = read_whole(Path(logo), MOST_BYTES)
        return Brand(name, logo_from(data), band)
    except OSError as error:
        raise BrandError(TOO_LARGE if error.errno == EFBIG else _NO_FILE) from None
    except LogoError as why:
        raise BrandError(str(why)) from None
