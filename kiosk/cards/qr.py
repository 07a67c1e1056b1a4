"""Text as one QR code that a telephone can read from a screen, from segno."""

from typing import Literal, TypeAlias

Modules: TypeAlias = tuple[tuple[bool, ...], ...]
"""The rows of a square from top to bottom, True for black, without the quiet zone of QUIET around it."""

QUIET = 4
"""Modules that stay white on every side."""

MOST_MODULES = 117
"""The side of version 25: on a display 480 pixels high a module still has three of them.

It holds 1273 bytes of text, as many letters in English and half as many in Ukrainian or Arabic.
"""


_BLACK_ON_WHITE, _AS_BEFORE = "\x1b[30;107m", "\x1b[0m"
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr(text: str, error: Literal["l", "q"] = "l") -> Modules | None:
    """The code of a text in UTF-8; None where it is too long for one of MOST_MODULES.

    With `error` “q” a quarter of it may be spoilt, as on paper.
    """
    # 30 ms to load, and hardly ever asked for.
    import segno

    try:
        code = segno.make_qr(text, error=error, mode="byte", encoding="utf-8")
    except segno.DataOverflowError:
        return None
    modules = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return modules if len(modules) <= MOST_MODULES else None


def as_text(modules: Modules) -> str:
    """The code for a terminal, black on white whatever its colours are: two rows in a line of text."""
    white, aside = (False,) * (len(modules) + 2 * QUIET), (False,) * QUIET
    rows = [white] * QUIET + [(*aside, *row, *aside) for row in modules] + [white] * (QUIET + 1)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    lines = ("".join(map(_HALVES.__getitem__, zip(*pair, strict=True))) for pair in pairs)
    return "\n".join(f"{_BLACK_ON_WHITE}{line}{_AS_BEFORE}" for line in lines)
