"""The payment guard: numbers on goods and parcels all pass, and every payment card in disguise is refused.

Both come as a scanner sends them, through framer and reader. The right check digits are those of stdnum.
"""

from collections.abc import Callable
from functools import cache
from random import Random
from time import monotonic

from stdnum import ean

from drivers import Reason, Refusal, Scan, is_payment_card
from drivers.bursts import BurstReader
from drivers.framing import Ending, Framer
from tests.endurance.payment_cards import NUMBERS, disguises
from tests.endurance.rig import Rig, Trial

_A_STEP = 1_000
_AMOUNT = 1_000_000
_GAP = 0.08
_BETWEEN_SCANS = 5.0
"""Seconds: what comes within two seconds may be the parts of one card."""


class Driver:
    """Framer and reader of one line, scan by scan."""

    def __init__(self) -> None:
        self._framer, self._reader, self._now = Framer(Ending.CR, _GAP), BurstReader(()), 0.0

    def scan(self, text: str) -> list[Scan | Refusal]:
        """What comes of a text that is scanned by itself."""
        self._now += _BETWEEN_SCANS
        self._framer.tick(self._now)
        frames = self._framer.feed(text.encode() + b"\r", self._now)
        return [read for frame in frames if (read := self._reader.read(frame)) is not None]


def run(trial: Trial) -> None:
    """A step is so many numbers of goods, and as many disguises that a full run has them all."""
    driver, refused, untold, began = Driver(), 0, 0, monotonic()
    for step in trial.steps():
        chance = trial.chance()
        for _ in range(_A_STEP):
            _expect_scan(driver, chance.choice(_GOODS)(chance))
        for disguise in _every_disguise()[step % (_AMOUNT // _A_STEP) :: _AMOUNT // _A_STEP]:
            _expect_refusal(driver, disguise)
            refused += 1
        untold += isinstance(driver.scan(_number(trial.chance(step, "untold"), 14))[0], Refusal)
    trial.figures["disguises, none accepted:"] = f"{refused:,} of {len(NUMBERS)} cards"
    trial.figures["ITF-14 whose kind the scanner does not tell, refused:"] = (
        f"{untold / trial.done * _A_STEP:.1%}"
    )
    trial.figures["numbers a second:"] = f"{(trial.done + refused) / (monotonic() - began):,.0f}"


@cache
def _every_disguise() -> list[str]:
    return [disguise for number in NUMBERS for disguise in disguises(number)]


def _expect_scan(driver: Driver, text: str) -> None:
    (read,) = driver.scan(text)
    assert isinstance(read, Scan), f"{text!r} is a number on goods and was refused: {read}"


def _expect_refusal(driver: Driver, text: str) -> None:
    assert is_payment_card(text), f"{text!r} holds a payment card and was not refused"
    if not any(ending in text for ending in "\r\n"):
        (read,) = driver.scan(text)
        assert isinstance(read, Refusal), f"{text!r} holds a payment card and was accepted by the driver"
        assert read.reason is Reason.PAYMENT_CARD, f"{text!r} was refused as {read.reason}"


def _number(chance: Random, length: int) -> str:
    """So many digits, of which the last is the check digit."""
    body = f"{chance.randrange(10 ** (length - 1)):0{length - 1}}"
    return body + _check_digit(body)


def _check_digit(body: str) -> str:
    return str(ean.calc_check_digit(body))


def _digits(chance: Random, most: int) -> str:
    return str(chance.randrange(10 ** chance.randint(1, most)))


def _upc_e(chance: Random) -> str:
    """Eight digits whose last is the check digit of the UPC-A that they stand for."""
    body = f"{chance.randrange(10**5):05}{chance.choice('56789')}"
    return f"0{body}{_check_digit(f'0{body[:5]}0000{body[5]}')}"


def _sscc(chance: Random) -> str:
    body = f"{chance.randrange(10**17):017}"
    return f"]C100{body}{_check_digit(body)}"


_GOODS: tuple[Callable[[Random], str], ...] = (
    lambda chance: _number(chance, 13),
    lambda chance: f"]E0{_number(chance, 13)}",
    lambda chance: f"]E3{_number(chance, 13)}{chance.randrange(10**5):05}",
    lambda chance: _number(chance, 12),
    lambda chance: f"]E00{_number(chance, 12)}",
    lambda chance: _number(chance, 8),
    lambda chance: f"]E4{_number(chance, 8)}",
    lambda chance: f"]E0{_upc_e(chance)}",
    lambda chance: f"]I1{_number(chance, 14)}",
    lambda chance: f"]C101{_number(chance, 14)}",
    lambda chance: f"]C101{_number(chance, 14)}17{chance.randrange(10**6):06}10{_digits(chance, 18)}",
    lambda chance: f"]C101{_number(chance, 14)}10{_digits(chance, 18)}\x1d21{_digits(chance, 18)}",
    _sscc,
)

RIG = Rig("numbers", amount=_AMOUNT, short=3 * _A_STEP, a_step=_A_STEP, run=run)
