"""The real driver with scanners that speak their protocol on a pseudo-terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue

import pytest

from drivers import CardPattern, Command, Connection, Refusal, Scan, Symbology
from drivers.profile import Example, Proof
from drivers.profiles import names, profile_named
from drivers.profiles.ssi_packets import Opcode
from drivers.replay import PretendScanner
from drivers.transport import TransportKind
from kiosk.listener import Listener
from tests.scanners import Gm65Module, HostAckScanner, LineScanner, SsiScanner, TagReader

PATIENCE = 10.0
EAN13 = 0x0B
SET_UP = (Opcode.PARAM_SEND, b"\xff\xee\x01")
TAG = b"\x0262E3086CED08\x03"


class Heard:
    """What the kiosk's listener hears."""

    def __init__(self, listener: Listener, scans: "Queue[Scan | Refusal]") -> None:
        self.listener, self._scans = listener, scans

    def next(self) -> Scan | Refusal:
        return self._scans.get(timeout=PATIENCE)

    def hears_nothing_more(self) -> bool:
        try:
            self._scans.get(timeout=0.3)
        except Empty:
            return True
        return False


@contextmanager
def listening(wire: PretendScanner, profile: str, own: list[CardPattern]) -> Iterator[Heard]:
    scans, ready = Queue[Scan | Refusal](), Queue[bool]()
    listener = Listener(Connection(wire.port, profile), own, scans.put, ready.put)
    listener.start()
    assert ready.get(timeout=PATIENCE)
    try:
        yield Heard(listener, scans)
    finally:
        listener.stop()


@pytest.fixture
def wire() -> Iterator[PretendScanner]:
    with PretendScanner() as scanner:
        yield scanner


def test_ssi_is_set_up_read_and_answered(wire: PretendScanner) -> None:
    scanner = SsiScanner(wire)
    with listening(wire, "ssi", []) as kiosk:
        scanner.is_told(*SET_UP)
        assert scanner.scans(EAN13, "2912345678906")
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        assert (scan.number, scan.symbology) == ("2912345678906", Symbology.EAN13)
        kiosk.listener.command(Command.WELCOME)
        scanner.is_told(Opcode.BEEP, b"\0")
        scanner.is_told(Opcode.LED_ON, b"\1")


def test_ssi_that_misses_our_acknowledgement_sends_again_and_the_scan_is_one(wire: PretendScanner) -> None:
    scanner = SsiScanner(wire, response_time=0.2, loses=2)
    with listening(wire, "ssi", []) as kiosk:
        scanner.is_told(*SET_UP)
        assert scanner.scans(EAN13, "2912345678906")
        kiosk.next()
        assert kiosk.hears_nothing_more()


def test_ssi_is_asked_again_for_what_came_damaged(wire: PretendScanner) -> None:
    scanner = SsiScanner(wire)
    with listening(wire, "ssi", []) as kiosk:
        scanner.is_told(*SET_UP)
        assert scanner.scans_damaged(EAN13, "2912345678906")
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        assert kiosk.hears_nothing_more()


def test_a_scanner_that_waits_is_answered_while_nobody_knows_yet_whose_card_it_is(
    wire: PretendScanner,
) -> None:
    scanner = HostAckScanner(wire)
    with listening(wire, "honeywell-host-ack", []) as kiosk:
        assert scanner.scans("2912345678906") == b"\x1b1,"
        kiosk.next()


def test_a_module_is_triggered_and_its_answer_is_no_scan(wire: PretendScanner) -> None:
    with Gm65Module(wire, "2912345678906").at_work(), listening(wire, "gm65", []) as kiosk:
        kiosk.listener.command(Command.TRIGGER)
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        assert scan.number == "2912345678906"
        assert kiosk.hears_nothing_more()


def test_a_tag_that_lies_there_is_one_scan(wire: PretendScanner) -> None:
    with listening(wire, "rdm6300", [CardPattern(symbology=Symbology.TAG)]) as kiosk:
        TagReader(wire).holds(TAG, 20)
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        assert (scan.number, scan.symbology) == ("3808980205", Symbology.TAG)
        assert kiosk.hears_nothing_more()


def test_a_tag_is_no_card_where_the_shop_gives_none_out(wire: PretendScanner) -> None:
    with listening(wire, "rdm6300", [CardPattern(prefix="29")]) as kiosk:
        TagReader(wire).holds(TAG, 1)
        assert isinstance(kiosk.next(), Refusal)


@pytest.mark.parametrize("profile", ["ssi", "auto"])
def test_a_scanner_is_found_out_by_what_it_sends(wire: PretendScanner, profile: str) -> None:
    scanner = SsiScanner(wire)
    with listening(wire, profile, []) as kiosk:
        assert scanner.scans(EAN13, "2912345678906")
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        kiosk.listener.command(Command.UNKNOWN)
        scanner.is_told(Opcode.BEEP, b"\5")


SIMULATED = [
    (profile.name, example)
    for profile in map(profile_named, names())
    for example in profile.examples
    if profile.proof is not Proof.VECTOR and profile.transport is TransportKind.SERIAL
]


@pytest.mark.parametrize(("name", "example"), SIMULATED)
def test_what_a_family_sends_is_heard_through_a_real_line(
    wire: PretendScanner, name: str, example: Example
) -> None:
    with listening(wire, name, [CardPattern(), CardPattern(symbology=Symbology.TAG)]) as kiosk:
        wire.send(example.sent)
        assert isinstance(kiosk.next(), Scan)


@pytest.mark.parametrize(
    ("name", "command", "sent", "answer"),
    [
        ("datalogic", Command.WELCOME, [b"\x01"], b""),
        ("datalogic-cordless", Command.UNKNOWN, [b"\x1b[2q"], b""),
        ("de2120", Command.TRIGGER, [b"^_^SCAN."], b"\x06"),
        ("denso", Command.WELCOME, [b"B1\r", b"LG\r"], b"OK\r"),
        ("honeywell", Command.WELCOME, [b"\x16M\rDECHDR1!", b"\x16\x07\r"], b""),
        ("newland", Command.TRIGGER, [b"\x7e\x010000#SCNTRG1;\x03"], b"\x02\x010000#SCNTRG1\x06;\x03"),
        ("opticon", Command.REFUSED, [b"\x1bE\r", b"\x1bN\r"], b""),
    ],
)
def test_a_command_reaches_the_scanner_and_its_answer_is_no_scan(
    wire: PretendScanner, name: str, command: Command, sent: list[bytes], answer: bytes
) -> None:
    scanner = LineScanner(wire, answer)
    with listening(wire, name, []) as kiosk:
        kiosk.listener.command(command)
        scanner.is_told(*sent)
        wire.scan("2912345678906")
        scan = kiosk.next()
        assert isinstance(scan, Scan)
        assert scan.number == "2912345678906"
        assert kiosk.hears_nothing_more()
