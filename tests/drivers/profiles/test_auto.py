"""The profile that finds out by itself."""

import pytest

from drivers.command import Command
from drivers.contract.conversation import Conversation
from drivers.profiles import profile_named
from drivers.session import Send, Speaks
from drivers.symbology import Symbology

SSI = bytes.fromhex("12F300000B32393132333435363738393036FC42")
HEADED = bytes.fromhex("16FE1C0000000D4D5347474554303031346445301D323931323334353637383930360D")
TAG = b"\x0262E3086CED08\x03"


@pytest.fixture
def scanner() -> Conversation:
    return Conversation(profile_named("auto"))


def taken(scanner: Conversation) -> list[str]:
    return [event.profile for event in scanner.events if isinstance(event, Speaks)]


@pytest.mark.parametrize(("sent", "name"), [(SSI, "ssi"), (HEADED, "honeywell"), (TAG, "rdm6300")])
def test_it_says_which_protocol_it_took(scanner: Conversation, sent: bytes, name: str) -> None:
    scanner.sends(sent)
    assert taken(scanner) == [name]


def test_nothing_is_sent_before_it_is_known_what_the_scanner_speaks(scanner: Conversation) -> None:
    scanner.sends(b"2912345678906\r")
    scanner.does(Command.WELCOME)
    scanner.is_silent()
    assert scanner.sent == []


def test_a_scanner_that_speaks_ssi_is_acknowledged_from_the_first_packet_on(scanner: Conversation) -> None:
    scanner.sends(SSI)
    assert scanner.sent == [Send(bytes.fromhex("04D00400FF28"))]


@pytest.mark.parametrize("text", ["2912345678906", "\x02LOY-1\x03", "\x16LOY", "é1", "2", "]E02912345678906"])
def test_plain_lines_stay_plain_lines_whatever_they_begin_with(scanner: Conversation, text: str) -> None:
    scanner.sends(text.encode() + b"\r")
    scanner.is_silent()
    plain = Conversation(profile_named("plain"))
    plain.sends(text.encode() + b"\r")
    assert scanner.read == plain.read
    assert taken(scanner) == []


def test_a_number_between_the_signs_of_a_tag_is_a_tag_only_with_the_right_sum(scanner: Conversation) -> None:
    scanner.sends(b"\x02291234567890\x03\r")
    scanner.is_silent()
    assert scanner.read == [("291234567890", None)]


def test_from_the_first_packet_on_nothing_else_is_tried(scanner: Conversation) -> None:
    scanner.sends(TAG)
    scanner.is_silent()
    scanner.sends(b"2912345678906\r")
    scanner.is_silent()
    assert scanner.read == [("3808980205", Symbology.TAG)]
