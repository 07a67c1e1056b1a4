"""Noise on the scanner's line: random bytes, flipped bits, frames split and joined, up to the desk.

Nothing may raise, nothing may grow, and nobody may be welcomed whose card was not there.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from random import Random
from time import monotonic

from drivers import Refusal, Scan
from drivers.bursts import BurstReader
from drivers.framing import Ending, Frame, Framer
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.greeting.outcomes import Outcome
from tests.clock import Clock
from tests.endurance.footprint import Footprint
from tests.endurance.payment_cards import NUMBERS
from tests.endurance.rig import Rig, Trial
from tests.endurance.shop import PATTERN, WRITTEN_AT, card_number, make_shop, reopened, somebody
from tests.serving import recorded

_A_STEP = 1 << 16
_CUSTOMERS = 50
_GAP = 0.08
_ASKED_A_STEP = 3
"""So often the desk is asked in one step: it takes a thousand times as long as the driver."""
_WARM_AFTER = 200
_MOST_GROWTH_KB = 2048

_CARDS = {card_number(n): f"k{n}" for n in range(_CUSTOMERS)}
# A digit of any script makes it a longer number.
_PAYMENT_CARD = re.compile(rf"(?<!\d)(?:{'|'.join(NUMBERS)})(?!\d)")
_ENDINGS = (b"\r", b"\n", b"\r\n", b"\t")
_DOCUMENTS = (b"@\r\nANSI 636000", b"BEGIN:VCARD\nFN:A\nEND:VCARD", b"M1MUSTER/ANNA          EABC123")


def run(trial: Trial) -> None:
    """A step is 64 KiB on a line of its own; in every fourth each card has one wrong bit, and no more."""
    file, clock = trial.folder / "kiosk.db", Clock(WRITTEN_AT)
    make_shop(file, [somebody(n) for n in range(_CUSTOMERS)])
    began, warm, counted = monotonic(), None, dict.fromkeys(("scans", "refusals", "asked", "new faces"), 0)
    with closing(reopened(file)) as database:
        desk = Desk(database, speech("en"), clock, [PATTERN])
        for step in trial.steps():
            _one_line(desk, clock, trial.chance(), step % 4 == 3, counted)
            if step - trial.first == _WARM_AFTER:
                warm = Footprint.now()
    if warm is not None:
        growth = Footprint.now().private_kb - warm.private_kb
        trial.figures["memory"] = f"{growth / 1024:+.2f} MB"
        assert growth < _MOST_GROWTH_KB, f"it holds {growth} kB more than after {_WARM_AFTER} steps"
    trial.figures |= {name: f"{many:,}" for name, many in counted.items()}
    trial.figures["MB a second:"] = f"{trial.done / (monotonic() - began) / 1e6:.2f}"


def _one_line(desk: Desk, clock: Clock, chance: Random, only_flips: bool, counted: dict[str, int]) -> None:
    stream = b"".join(_pieces(chance, [_flipped_once] if only_flips else _KINDS))
    ending = Ending.AUTO if only_flips else chance.choice(list(Ending))
    framer, reader, asked = Framer(ending, _GAP), BurstReader([PATTERN]), 0
    for frame in _frames(framer, stream, chance):
        read = reader.read(frame)
        if isinstance(read, Refusal):
            counted["refusals"] += 1
        elif isinstance(read, Scan):
            counted["scans"] += 1
            _check(read, stream, only_flips)
            if asked < _ASKED_A_STEP and (chance.random() < 0.01 or _fits(read)):
                asked += 1
                counted["asked"] += 1
                clock.now += timedelta(minutes=chance.randrange(60))
                counted["new faces"] += _outcome(desk, read, stream) is Outcome.UNKNOWN


def _frames(framer: Framer, stream: bytes, chance: Random) -> Iterator[Frame]:
    """Cut at random moments, some of them after a silence."""
    now, start = 0.0, 0
    while start < len(stream):
        end = start + int(chance.expovariate(1 / 60)) + 1
        yield from framer.feed(stream[start:end], now)
        start, now = end, now + chance.expovariate(1 / 0.01)
        if chance.random() < 0.05:
            now += chance.choice((0.05, 0.1, 0.5, 3.0))
            yield from framer.tick(now)
    yield from framer.tick(now + 10)


def _check(scan: Scan, stream: bytes, only_flips: bool) -> None:
    assert 0 < len(scan.number) <= 512
    assert not _PAYMENT_CARD.search(scan.number), "a payment card came through"
    is_invented = only_flips and _fits(scan) and scan.number not in _CARDS
    assert not is_invented, f"one wrong bit made another card of one: {scan.number}"
    assert scan.number not in _CARDS or scan.number.encode() in stream.replace(b"\0", b""), "nobody sent it"


def _fits(scan: Scan) -> bool:
    return PATTERN.matches(scan.number, scan.symbology)


def _outcome(desk: Desk, scan: Scan, stream: bytes) -> Outcome:
    answer = recorded(desk, desk.greetings.welcome(scan))
    outcome, customer = answer.greeting.outcome, answer.greeting.customer
    assert not answer.trouble
    if outcome is Outcome.WELCOME:
        assert customer is not None
        assert _CARDS[scan.number] == customer.key
    else:
        assert scan.number not in _CARDS, "a card that was there is not known"
        expected = (Outcome.UNKNOWN, Outcome.UNREADABLE) if _fits(scan) else (Outcome.NOT_OURS,)
        assert outcome in expected, outcome
    return outcome


def _pieces(chance: Random, kinds: list[Callable[[Random], bytes]]) -> Iterator[bytes]:
    left = _A_STEP
    while left > 0:
        piece = chance.choice(kinds)(chance)
        left -= len(piece)
        yield piece


def _card(chance: Random) -> bytes:
    aim = chance.choice((b"", b"", b"]E0"))
    return aim + chance.choice(list(_CARDS)).encode()


def _flip(data: bytes, chance: Random, times: int) -> bytes:
    flipped = bytearray(data)
    for _ in range(times):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _flipped_once(chance: Random) -> bytes:
    """A card with exactly one wrong bit in its number; the line's endings are right."""
    return _flip(chance.choice(list(_CARDS)).encode(), chance, 1) + b"\r"


def _cut(chance: Random) -> bytes:
    whole = _card(chance)
    return whole[: chance.randrange(len(whole))] + chance.choice((b"", *_ENDINGS))


def _stripe(chance: Random) -> bytes:
    return b"%B" + chance.choice(NUMBERS).encode() + b"^A/B^2512?"


def _of(alphabet: bytes, chance: Random) -> bytes:
    return bytes(chance.choices(alphabet, k=chance.randrange(60)))


_KINDS: list[Callable[[Random], bytes]] = [
    lambda chance: chance.randbytes(chance.randrange(400)),
    lambda chance: _of(b"0123456789", chance) + chance.choice(_ENDINGS),
    lambda chance: _of(b"0123456789 -.^%;=?+]ACEIQ\x1d\x02\x03\0\r\n\t", chance),
    lambda chance: "".join(map(chr, (chance.randrange(0x3000) for _ in range(20)))).encode(),
    lambda chance: _card(chance) + chance.choice(_ENDINGS),
    lambda chance: _card(chance) + _card(chance) + chance.choice(_ENDINGS),
    lambda chance: _flip(_card(chance) + chance.choice(_ENDINGS), chance, chance.randint(1, 3)),
    _cut,
    lambda chance: chance.choice(NUMBERS).encode() + chance.choice(_ENDINGS),
    lambda chance: _flip(
        b"%B" + chance.choice(NUMBERS).encode() + b"^A/B^2512?\r", chance, chance.randint(0, 2)
    ),
    lambda chance: chance.choice(_DOCUMENTS) + chance.choice(_ENDINGS),
    lambda chance: chance.choice((b"", bytes([chance.randrange(256)]) * chance.randrange(9000))),
]

RIG = Rig("bytes", amount=10**9, short=20 * _A_STEP, a_step=_A_STEP, run=run)
