"""Text as one QR code that a telephone can read from a screen, from segno."""

from typing import TypeAlias

Modules: TypeAlias = tuple[tuple[bool, ...], ...]
"""The rows of a square from top to bottom, True for black, without the quiet zone of QUIET around it."""

QUIET = 4
"""Modules that stay white on every side."""

MOST_MODULES = 117
"""The side of version 25: on a display 480 pixels high a module still has three of them.

It holds 1273 bytes of text, as many letters in English and half as many in Ukrainian or Arabic.
"""


def qr(text: str) -> Modules | None:
    """The code of a text in UTF-8; None where it is too long for one of MOST_MODULES."""
    # 30 ms to load, and hardly ever asked for.
    import segno

    try:
        code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
    except segno.DataOverflowError:
        return None
    modules = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return modules if len(modules) <= MOST_MODULES else None
