"""Which letters can be drawn with the fonts of this machine."""

from collections.abc import Iterable

from kiosk.drawing.fonts import load_typeface
from kiosk.drawing.native import FontSet, fontconfig


def can_draw(letters: Iterable[str]) -> bool:
    """Tell whether one font has all of these letters."""
    load_typeface()
    wanted, pattern = fontconfig.FcCharSetCreate(), fontconfig.FcPatternCreate()
    for letter in letters:
        fontconfig.FcCharSetAddChar(wanted, ord(letter))
    fontconfig.FcPatternAddCharSet(pattern, b"charset", wanted)
    nothing_more = fontconfig.FcObjectSetCreate()
    found = fontconfig.FcFontList(None, pattern, nothing_more)
    count = FontSet.from_address(found).nfont if found else 0
    if found:
        fontconfig.FcFontSetDestroy(found)
    fontconfig.FcObjectSetDestroy(nothing_more)
    fontconfig.FcPatternDestroy(pattern)
    fontconfig.FcCharSetDestroy(wanted)
    return bool(count)
