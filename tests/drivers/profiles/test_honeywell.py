"""Honeywell: headers, menu replies, and a scanner that waits for an answer."""

import pytest

from drivers.command import Command
from drivers.contract.conversation import Conversation
from drivers.profiles import profile_named
from drivers.profiles.honeywell import temporary
from drivers.session import Send
from drivers.symbology import Symbology

HEADED = bytes.fromhex("16FE1C0000000D4D534747455430303134644530 1D323931323334353637383930360D")
GOOD, BAD, NEITHER = Send(b"\x1b7,"), Send(b"\x1b8,"), Send(b"\x1b1,")


@pytest.fixture
def scanner() -> Conversation:
    return Conversation(profile_named("honeywell"))


@pytest.fixture
def waiting() -> Conversation:
    """One that reads nothing more until it is answered."""
    scanner = Conversation(profile_named("honeywell-host-ack"))
    scanner.sends(b"DECHDR1\x06!")
    scanner.is_silent()
    return scanner


def test_the_header_tells_the_kind_of_bar_code(scanner: Conversation) -> None:
    scanner.sends(HEADED)
    assert scanner.read == [("2912345678906", Symbology.EAN13)]


def test_data_of_any_kind_may_stand_behind_a_header(scanner: Conversation) -> None:
    data = b"two\rlines\x1d" + 200 * "ß".encode()
    length = len(data) + 1
    header = b"\x16\xfe" + (length + 14).to_bytes(4, "little") + b"\rMSGGET%04dsQ1\x1d" % length
    scanner.sends(header + data + b"\r")
    assert [frame.data for frame in scanner.frames] == [data]


def test_what_is_left_of_a_broken_header_is_read_as_nothing(scanner: Conversation) -> None:
    scanner.sends(HEADED.replace(b"0014", b"0015"))
    scanner.is_silent()
    assert not any(b"29123" in (frame.data or b"") for frame in scanner.frames)


def test_a_long_number_of_upc_e_is_told_by_its_letter(scanner: Conversation) -> None:
    scanner.sends(b"\x16\xfe\x17\0\0\0\rMSGGET0009EE0\x1d04252614\r")
    assert scanner.read == [("042100005264", Symbology.UPCA)]


def test_the_header_is_asked_for_until_the_power_goes(scanner: Conversation) -> None:
    assert scanner.sent == [Send(b"\x16M\rDECHDR1!")]
    assert temporary("CBRENA1") == b"\x16M\rCBRENA1!"


@pytest.mark.parametrize("status", [b"\x06", b"\x05", b"\x15"])
def test_the_answer_to_a_menu_command_is_no_scan(scanner: Conversation, status: bytes) -> None:
    scanner.sends(b"DECHDR1" + status + b"!2912345678906\r")
    scanner.is_silent()
    assert scanner.read == [("2912345678906", None)]


def test_a_card_that_comes_before_the_answer_is_read(scanner: Conversation) -> None:
    scanner.sends(b"2912345678906\rDECHDR1\x06!")
    scanner.is_silent()
    assert scanner.read == [("2912345678906", None)]


@pytest.mark.parametrize(
    ("command", "answer"),
    [(Command.WELCOME, GOOD), (Command.UNKNOWN, BAD), (Command.REFUSED, Send(b"\x1b8,\x1b8,"))],
)
def test_a_scanner_that_waits_hears_what_came_of_it(
    waiting: Conversation, command: Command, answer: Send
) -> None:
    waiting.sends(HEADED)
    waiting.does(command)
    waiting.is_silent()
    assert waiting.sent[1:] == [answer]


def test_a_scanner_that_waits_is_answered_within_half_a_second_whatever_happens(
    waiting: Conversation,
) -> None:
    waiting.sends(HEADED)
    waiting.is_silent(0.4)
    assert waiting.sent[1:] == []
    waiting.is_silent(0.2)
    assert waiting.sent[1:] == [NEITHER]


def test_an_answer_that_comes_too_late_is_not_sent_to_a_scanner_that_does_not_wait(
    waiting: Conversation,
) -> None:
    waiting.sends(HEADED)
    waiting.is_silent(1)
    waiting.does(Command.WELCOME)
    assert waiting.sent[1:] == [NEITHER]
