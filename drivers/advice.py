"""Which settings would make a card of what a scanner sends."""

from drivers.symbology import expand_upc_e, is_gtin
from drivers.wrapping import LETTERS, CodeId

_LENGTHS_WITHOUT_CHECK_DIGIT = (11, 12)


def advice(data: bytes) -> list[str]:
    """Return lines for the settings, most likely first; none where ``data`` is understood as it is.

    ``data`` is one frame. None of what is returned holds a digit that was scanned.
    """
    text = data.decode("utf-8", errors="ignore").strip("\x02\x03")
    if text.startswith("]"):
        return []
    lines, inner = _around(text)
    return [*lines, *_about_letters(inner), *_about_digits(inner), *_about_links(text)]


def _around(text: str) -> tuple[list[str], str]:
    """Signs before and behind letters and digits, and what is between them."""
    start = next((n for n, char in enumerate(text) if char.isalnum()), 0)
    end = len(text) - next((n for n, char in enumerate(reversed(text)) if char.isalnum()), 0)
    lines = [f"prefix = {_quoted(text[:start])}"] if start else []
    lines += [f"suffix = {_quoted(text[end:])}"] if end < len(text) else []
    return lines, text[start:end]


def _about_letters(text: str) -> list[str]:
    letter, rest = text[:1].encode(), text[1:]
    if not is_gtin(rest):
        return []
    return [f'code_id = "{name}"' for name in CodeId if letter in LETTERS[name]]


def _about_digits(text: str) -> list[str]:
    if not (text.isascii() and text.isdigit()):
        return []
    if len(text) in _LENGTHS_WITHOUT_CHECK_DIGIT and not is_gtin(text):
        return ['check_digit = "missing"']
    is_upc_e = len(text) == 8 and not is_gtin(text) and is_gtin(expand_upc_e(text))
    return ['upc_e = "expand"'] if is_upc_e else []


def _about_links(text: str) -> list[str]:
    """The last part of an address may be the number; a part that holds digits elsewhere is not shown."""
    if not text.startswith(("http://", "https://")):
        return []
    before, _, number = text.rpartition("/")
    is_number = bool(number) and number.isalnum() and not any(map(str.isdigit, before))
    return [f'[[card]] template = "{before}/{{number}}"'] if is_number else []


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
