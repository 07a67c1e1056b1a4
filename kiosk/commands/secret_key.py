"""Asking for the secret key that opens encrypted copies: as words, or as the code on the same page.

Neither is ever an argument, which other accounts can see and a shell keeps. At a terminal the words do not
show: it keeps what it has shown, and somebody may stand behind. Each is looked at as soon as it is there, so
that nobody types two dozen blindly.
"""

import sys
from collections.abc import Sequence
from getpass import getpass
from queue import Empty, Queue
from threading import Thread

from drivers import ScannerLost
from drivers.connected import ConnectedScanner
from drivers.opening import open_port
from drivers.reading import read_secret_key
from drivers.secret_keys import as_secret_key
from kiosk.commands import CommandError
from kiosk.encryption.keys import NoSecretKey, SecretKey
from kiosk.encryption.words import COUNT, key_of, known_word, split
from kiosk.settings import Settings

_PATIENCE = 60.0
"""Seconds in which the page has to be found and held under the scanner."""

_MOST = 10_000
"""Characters; two dozen words have a hundredth of it."""


def ask_for_secret_key(settings: Settings) -> SecretKey:
    """Ask at the terminal; what is no terminal holds nothing but the key. Raises CommandError."""
    try:
        return _typed(settings) if sys.stdin.isatty() else _key_in(sys.stdin.read(_MOST))
    except NoSecretKey as reason:
        raise CommandError(f"{reason} Nothing was changed.") from None
    except EOFError:
        raise CommandError("There were no words. Nothing was changed.") from None


def _typed(settings: Settings) -> SecretKey:
    print(f"Type the {COUNT} words of the page in the safe, one by one or several at once; they do not show.")
    if settings.scanner:
        print("Or press Enter, and hold the code of that page under the scanner.")
    words: list[str] = []
    while len(words) < COUNT:
        typed = getpass(f"Word {len(words) + 1} of {COUNT}: ")
        if as_secret_key(typed):
            return _key_in(typed)
        if settings.scanner and not words and not typed.strip():
            return _scanned(settings)
        words += _known(split(typed), len(words))
    return key_of(words)


def _known(typed: Sequence[str], before: int) -> Sequence[str]:
    """Those of the words up to the first that is not in the list."""
    for place, word in enumerate(typed):
        if known_word(word) is None:
            print(f"Word {before + place + 1} is not in the list. Please type on from there.")
            return typed[:place]
    return typed


def _key_in(text: str) -> SecretKey:
    code = as_secret_key(text)
    return SecretKey.from_code(code) if code else key_of(split(text))


def _scanned(settings: Settings) -> SecretKey:
    """Wait for the code at every scanner of the settings. Raises CommandError."""
    codes: Queue[str] = Queue()
    scanners = _opened(settings)
    try:
        for scanner in scanners:
            Thread(target=_listen, args=(scanner, codes), daemon=True).start()
        print("Now hold the code under the scanner.")
        return SecretKey.from_code(codes.get(timeout=_PATIENCE))
    except Empty:
        raise CommandError("No such code was read for a minute. Nothing was changed.") from None
    finally:
        for scanner in scanners:
            scanner.stop()


def _opened(settings: Settings) -> list[ConnectedScanner]:
    scanners, lost = [], ""
    for one in settings.scanner:
        try:
            scanners.append(open_port(one.connection))
        except ScannerLost as reason:
            lost = str(reason)
    if not scanners:
        raise CommandError(f"{lost} While the kiosk runs it keeps the scanner: stop it, or type the words.")
    return scanners


def _listen(scanner: ConnectedScanner, codes: Queue[str]) -> None:
    try:
        for code in scanner.read_by(read_secret_key):
            codes.put(code)
    except ScannerLost:
        # Another one may be there, and the words can be typed.
        return
