"""Where lines end, as a typesetter would have it: not with a separator, and not with one word left over."""

import re
from collections.abc import Sequence
from ctypes import c_void_p

from kiosk.drawing.native import PANGO_UNITS, pango

SEPARATOR = " · "
_LINE_SEPARATOR = "\u2028"
"""A new line in the same paragraph, which keeps its direction."""

_NARROWER = (0.92, 0.84, 0.76, 0.68, 0.6)
_MOST_BALANCED = 4
_SHORT = 12
"""So few characters that are left over look like a mistake."""

UNBROKEN = re.compile(
    r"(?<!\w)\d{1,2}\.? (?:de )?[^\W\d]"  # “3 N”, “3. N”, “3 de n”
    r"|(?<![\w-])(?:[^\W\d_]{1,5}-)+[^\W\d_]{1,5}(?![\w-])"  # “oh-KAH-for”
)
"""What stays on one line: a number with the first letter of what it counts, and how a name is said."""


def break_at_separators(text: str, layout: c_void_p) -> str:
    """The same text with a new line for the last separator of the first line that breaks something apart.

    Itself, where every line ends with the end of something.
    """
    encoded, dot = text.encode(), SEPARATOR.strip()
    for start, end in _spans(layout)[:-1]:
        line, after = (part.decode(errors="ignore") for part in (encoded[start:end], encoded[end:]))
        if line.endswith(_LINE_SEPARATOR) or after.startswith(_LINE_SEPARATOR):
            continue
        before = encoded[:start].decode(errors="ignore")
        if dot in line:
            told, _, apart = line.rpartition(dot)
            return before + told.rstrip() + _LINE_SEPARATOR + (apart + after).lstrip(" ")
        if after.lstrip().startswith(dot):
            return before + line.rstrip() + _LINE_SEPARATOR + after.lstrip().removeprefix(dot).lstrip(" ")
    return text


def balance(layout: c_void_p, width: int) -> None:
    """Where a short word is left over alone on the last line, wrap earlier, in no more lines."""
    lines = _words(layout)
    if not 1 < len(lines) <= _MOST_BALANCED or not _is_left_over(lines[-1]):
        return
    for part in _NARROWER:
        pango.pango_layout_set_width(layout, int(width * part) * PANGO_UNITS)
        narrower = _words(layout)
        if len(narrower) > len(lines):
            break
        if not _is_left_over(narrower[-1]):
            return
    pango.pango_layout_set_width(layout, width * PANGO_UNITS)


def _is_left_over(words: Sequence[str]) -> bool:
    return len(words) == 1 and len(words[0]) <= _SHORT


def _words(layout: c_void_p) -> list[list[str]]:
    """The words of every line."""
    encoded = pango.pango_layout_get_text(layout)
    return [encoded[start:end].decode(errors="ignore").split() for start, end in _spans(layout)]


def _spans(layout: c_void_p) -> list[tuple[int, int]]:
    """From which byte to which every line goes."""
    count = pango.pango_layout_get_line_count(layout)
    lines = (pango.pango_layout_get_line_readonly(layout, n).contents for n in range(count))
    return [(line.start, line.start + line.length) for line in lines]
