"""SSI: packets and their acknowledgement, by the vectors of the manuals and of public tests."""

import pytest

from drivers.command import Command
from drivers.contract.conversation import Conversation
from drivers.framing import Frame
from drivers.profiles import profile_named
from drivers.profiles.ssi_packets import Opcode, build, checksum, parse
from drivers.session import Send
from drivers.symbology import Symbology

EAN = bytes.fromhex("12F300000B32393132333435363738393036FC42")
EAN_AGAIN = bytes.fromhex("12F300010B32393132333435363738393036FC41")
PART_1, PART_2 = bytes.fromhex("0AF300021C4141414141FDA0"), bytes.fromhex("07F300001C4242FE66")
ACK, NAK = bytes.fromhex("04D00400FF28"), bytes.fromhex("05D1040001FF25")
THEIR_ACK, THEIR_RESEND = bytes.fromhex("04D00080FEAC"), bytes.fromhex("05D1000001FF29")
SET_UP = bytes.fromhex("07C60400FFEE01FD41")
A_CARD = ("2912345678906", Symbology.EAN13)


@pytest.fixture
def scanner() -> Conversation:
    """One that has just been set up."""
    conversation = Conversation(profile_named("ssi"))
    conversation.sends(THEIR_ACK)
    return conversation


def bytes_sent(scanner: Conversation) -> list[bytes]:
    return [sent.data for sent in scanner.sent if isinstance(sent, Send)]


@pytest.mark.parametrize(
    ("packet", "opcode", "data"),
    [
        ("04D00400FF28", Opcode.ACK, ""),
        ("05D1040001FF25", Opcode.NAK, "01"),
        ("04E40400FF14", Opcode.START_SESSION, ""),
        ("04E90400FF0F", Opcode.SCAN_ENABLE, ""),
        ("04EA0400FF0E", Opcode.SCAN_DISABLE, ""),
        ("05E6040000FF11", Opcode.BEEP, "00"),
        ("05E604000CFF05", Opcode.BEEP, "0C"),
        ("05E7040001FF0F", Opcode.LED_ON, "01"),
        ("07C60400FFEE01FD41", Opcode.PARAM_SEND, "FFEE01"),
    ],
)
def test_packets_are_built_as_the_manuals_print_them(packet: str, opcode: Opcode, data: str) -> None:
    assert build(opcode, bytes.fromhex(data)).hex().upper() == packet


@pytest.mark.parametrize(("body", "expected"), [("FFFFFFFFFF", "FB05"), ("0000", "0000")])
def test_the_sum_is_that_of_the_manuals(body: str, expected: str) -> None:
    assert checksum(bytes.fromhex(body)).hex().upper() == expected


@pytest.mark.parametrize(
    "packet",
    ["0500040000FFF7", "04100400FFE8", "09C60000FF01009C07FD8E", "0F800080000B020001924207 00FFFFFC0A"],
)
def test_packets_of_public_tests_have_the_right_sum(packet: str) -> None:
    assert parse(bytes.fromhex(packet)) is not None


def test_a_packet_with_another_sum_is_none() -> None:
    assert parse(bytes.fromhex("0500040000FFE7")) is None


def test_at_each_connect_the_scanner_is_told_to_send_packets_for_as_long_as_it_has_power() -> None:
    assert bytes_sent(Conversation(profile_named("ssi"))) == [SET_UP]


def test_the_acknowledgement_goes_out_before_the_scan_is_handed_on(scanner: Conversation) -> None:
    scanner.sends(EAN)
    *_, acknowledgement, frame = scanner.events
    assert acknowledgement == Send(ACK)
    assert isinstance(frame, Frame)


def test_what_is_sent_again_is_acknowledged_again_and_read_once(scanner: Conversation) -> None:
    scanner.sends(EAN, EAN_AGAIN, EAN_AGAIN)
    assert scanner.read == [A_CARD]
    assert bytes_sent(scanner)[1:] == [ACK, ACK, ACK]


def test_the_same_card_scanned_anew_is_read_anew(scanner: Conversation) -> None:
    scanner.sends(EAN, EAN)
    assert scanner.read == [A_CARD, A_CARD]


def test_what_comes_marked_as_sent_again_was_perhaps_never_heard(scanner: Conversation) -> None:
    scanner.sends(EAN_AGAIN)
    assert scanner.read == [A_CARD]


def test_what_comes_marked_as_sent_again_long_after_is_another_scan(scanner: Conversation) -> None:
    scanner.sends(EAN)
    scanner.is_silent(60)
    scanner.sends(EAN_AGAIN)
    assert scanner.read == [A_CARD, A_CARD]


def test_a_damaged_packet_is_asked_for_again_once_and_never_read(scanner: Conversation) -> None:
    for place in range(4, len(EAN)):
        before = len(bytes_sent(scanner)), len(scanner.read)
        scanner.sends(EAN[:place] + bytes([EAN[place] ^ 1]) + EAN[place + 1 :])
        scanner.is_silent()
        assert bytes_sent(scanner)[before[0] :] == [NAK]
        assert len(scanner.read) == before[1]
        scanner.sends(EAN_AGAIN)
        scanner.is_silent()


def test_no_damage_to_a_single_byte_makes_another_card_of_it(scanner: Conversation) -> None:
    for place in range(len(EAN)):
        for value in range(256):
            scanner.sends(EAN[:place] + bytes([value]) + EAN[place + 1 :])
            scanner.is_silent()
    assert {*scanner.read} == {A_CARD}


def test_each_part_of_a_long_code_is_acknowledged_and_one_scan_comes_of_them(scanner: Conversation) -> None:
    scanner.sends(PART_1, PART_2)
    assert scanner.read == [("AAAAABB", Symbology.QR)]
    assert bytes_sent(scanner)[1:] == [ACK, ACK]


def test_a_part_that_is_sent_again_is_not_read_twice(scanner: Conversation) -> None:
    again = b"\x0a\xf3\x00\x03\x1cAAAAA"
    scanner.sends(PART_1, again + checksum(again), PART_2)
    assert scanner.read == [("AAAAABB", Symbology.QR)]


def test_a_first_part_whose_rest_stays_away_is_dropped(scanner: Conversation) -> None:
    scanner.sends(PART_1)
    scanner.is_silent()
    scanner.sends(EAN)
    assert scanner.read == [A_CARD]


def test_nothing_was_read_is_no_scan(scanner: Conversation) -> None:
    scanner.sends(bytes.fromhex("07F30000014E52FE65"))
    assert scanner.read == []
    assert bytes_sent(scanner)[1:] == [ACK]


def test_an_event_is_acknowledged_and_is_no_scan(scanner: Conversation) -> None:
    scanner.sends(bytes.fromhex("05F6000020FEE5"))
    assert scanner.read == []
    assert bytes_sent(scanner)[1:] == [ACK]


def test_a_scanner_that_knows_no_packets_is_read_as_well() -> None:
    scanner = Conversation(profile_named("ssi"))
    scanner.sends(b"2912345678906\r\n")
    assert scanner.read == [("2912345678906", None)]


def test_a_command_that_is_not_acknowledged_is_sent_twice_more_and_then_given_up(
    scanner: Conversation,
) -> None:
    scanner.does(Command.UNKNOWN)
    scanner.is_silent(60)
    beep, again = bytes.fromhex("05E6040005FF0C"), bytes.fromhex("05E6040105FF0B")
    assert bytes_sent(scanner)[1:] == [beep, again, again]


def test_one_command_waits_for_the_answer_to_the_one_before(scanner: Conversation) -> None:
    scanner.does(Command.WELCOME)
    assert len(bytes_sent(scanner)) == 2
    scanner.sends(THEIR_ACK)
    assert bytes_sent(scanner)[1:] == [bytes.fromhex("05E6040000FF11"), bytes.fromhex("05E7040001FF0F")]


def test_a_command_that_came_damaged_is_sent_again_at_once(scanner: Conversation) -> None:
    scanner.does(Command.TRIGGER)
    scanner.sends(THEIR_RESEND)
    assert bytes_sent(scanner)[1:] == [bytes.fromhex("04E40400FF14"), bytes.fromhex("04E40401FF13")]


def test_grow_has_numbers_of_its_own_for_kinds_of_bar_code() -> None:
    scanner = Conversation(profile_named("gm67"))
    scanner.sends(build(Opcode.DECODE_DATA, b"\xf1LOY-1", source=0))
    assert scanner.read == [("LOY-1", Symbology.QR)]
