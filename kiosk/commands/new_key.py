"""A new key, whose secret half is shown this once: as words, as a code, and as a page to print."""

import secrets
from datetime import date
from pathlib import Path

from kiosk import files
from kiosk.cards.qr import as_text, qr
from kiosk.encryption.keys import SecretKey, new_secret
from kiosk.encryption.words import known_word, words_of
from kiosk.files import A_PDF
from kiosk.locale import speech
from kiosk.machine.sticks import ON_A_STICK, sticks
from kiosk.settings import Settings

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""The screen, and what has scrolled off it."""

_COLUMNS = 4
_WHERE = """\
A page to print goes to another USB stick than that of the copies. Type its file, like /mnt/page.pdf, or
press Enter for none: """


def show_new_key(settings: Settings, root: Path) -> str:
    """Show it until somebody has it on paper; returns the public half, and nothing of the other is left."""
    secret = new_secret()
    words, key = words_of(secret), SecretKey.from_bytes(secret)
    code = qr(key.code)
    assert code is not None
    print(f"\n{as_text(code)}\n")
    print("\n".join(_in_columns(words)))
    print("\nWrite the words down with their numbers, and put them into the safe. The code says the same.")
    _offer_page(words, key, settings, root)
    _check(words)
    print(_CLEAR, end="")
    return key.public


def _in_columns(words: list[str]) -> list[str]:
    numbered = [f"{n:>2}. {word:<12}" for n, word in enumerate(words, start=1)]
    rows = len(numbered) // _COLUMNS
    return ["".join(numbered[row::rows]).rstrip() for row in range(rows)]


def _offer_page(words: list[str], key: SecretKey, settings: Settings, root: Path) -> None:
    while answer := input(_WHERE).strip():
        file = Path(answer)
        reason = _why_not_there(file, root) or _write_page(file, words, key, settings)
        if not reason:
            print("The page is there. Print it, and delete it from that stick.")
            return
        print(reason)


def _why_not_there(file: Path, root: Path) -> str:
    place = next((stick for stick in sticks(root) if file.resolve().is_relative_to(stick.resolve())), None)
    if place is None:
        return "That is no USB stick below /media or /mnt, and this machine must not keep the page."
    if (place / ON_A_STICK).exists():
        return "That stick has copies, which the page would open. Take another one."
    return ""


def _write_page(file: Path, words: list[str], key: SecretKey, settings: Settings) -> str:
    """Returns why it could not be written."""
    # Pango and its fonts take longer to load than the rest of the command to run.
    from kiosk.paper.backup_key import backup_key_sheet
    from kiosk.paper.pdf import pdf

    code = qr(key.code, error="q")
    assert code is not None
    spoken = speech(settings.shop.language)
    sheet = backup_key_sheet(words, code, key.public, settings.shop.name or "", date.today(), spoken)
    try:
        files.write_whole(file, pdf(sheet), A_PDF)
    except OSError as error:
        return f"{file} cannot be written: {error.strerror}."
    return ""


def _check(words: list[str]) -> None:
    """Ask for one of them until it is right: whoever answers has them on paper."""
    place = secrets.randbelow(len(words))
    question = f"Type word {place + 1} as it stands on the paper: "
    while known_word(input(question).strip().lower()) != words[place]:
        print("That is another word. Please compare all of them with those above.")
