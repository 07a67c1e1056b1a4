"""What is sent to the families that read plain lines, byte for byte, and what becomes of their answers."""

import pytest

from drivers.command import Command
from drivers.contract.conversation import Conversation
from drivers.profiles import UnknownProfile, gm65, newland, profile_named
from drivers.session import Rts, Send
from drivers.symbology import Symbology

CARD = ("2912345678906", None)


@pytest.mark.parametrize(
    ("name", "command", "expected"),
    [
        ("datalogic", Command.WELCOME, ["01"]),
        ("datalogic", Command.TRIGGER, ["54"]),
        ("datalogic", Command.ENABLE, ["45"]),
        ("datalogic", Command.DISABLE, ["44"]),
        ("datalogic-cordless", Command.WELCOME, ["1B5B3071"]),
        ("datalogic-cordless", Command.REFUSED, ["1B5B3271", "1B5B3571", "1B5B3271"]),
        ("newland", Command.TRIGGER, ["7E0130303030 2353434E54524731 3B03"]),
        ("opticon", Command.WELCOME, ["1B420D", "1B4C0D"]),
        ("opticon", Command.UNKNOWN, ["1B450D"]),
        ("opticon", Command.TRIGGER, ["1B5A0D"]),
        ("gm65", Command.TRIGGER, ["7E0008010002 01 02DA"]),
        ("de2120", Command.TRIGGER, ["5E5F5E5343414E2E"]),
        ("denso", Command.TRIGGER, ["520D"]),
        ("honeywell", Command.WELCOME, ["16070D"]),
        ("honeywell", Command.TRIGGER, ["16540D"]),
    ],
)
def test_a_command_is_what_the_manual_prints(name: str, command: Command, expected: list[str]) -> None:
    scanner = Conversation(profile_named(name))
    before = len(scanner.sent)
    scanner.does(command)
    scanner.is_silent(60)
    assert scanner.sent[before:] == [Send(bytes.fromhex(one)) for one in expected]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (gm65.reading(0x000A), "7E000701000A01EE8A"),
        (gm65.writing(0x000A, b"\x3e"), "7E000801000A3E4CCF"),
        (gm65.reading(0x002A, 2), "7E000701002A02D80F"),
        (gm65.writing(0x002A, b"\x39\x01"), "7E000802002A3901A7EA"),
        (newland.temporary("SCNTRG0"), "7E01303030302353434E545247303B03"),
    ],
)
def test_a_register_or_a_setting_is_written_as_the_manual_prints_it(command: bytes, expected: str) -> None:
    assert command.hex().upper() == expected


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("gm65", bytes.fromhex("020000010033 31")),
        ("gm65", bytes.fromhex("020000023901C14C")),
        ("newland", b"\x02\x010000#SCNTRG1\x06;\x03"),
        ("newland", b"\x02\x010000#SCNTRG1\x05;\x03"),
        ("de2120", b"\x06"),
        ("de2120", b"\x15"),
        ("denso", b"OK\r"),
        ("denso", b"\x18\r"),
    ],
)
def test_an_answer_is_no_scan_wherever_it_comes(name: str, reply: bytes) -> None:
    scanner = Conversation(profile_named(name))
    for sent in (
        [reply, b"2912345678906\r"],
        [b"2912345678906\r", reply],
        [b"2912345678906\r" + reply],
        [bytes([byte]) for byte in reply + b"2912345678906\r"],
    ):
        before = len(scanner.read)
        scanner.does(Command.TRIGGER)
        scanner.sends(*sent)
        scanner.is_silent(60)
        assert scanner.read[before:] == [CARD]


def test_what_looks_like_an_answer_is_a_scan_where_nobody_was_asked() -> None:
    scanner = Conversation(profile_named("denso"))
    scanner.sends(b"OK\r")
    assert scanner.read == [("OK", None)]


def test_an_answer_with_another_sum_is_none() -> None:
    scanner = Conversation(profile_named("gm65"))
    scanner.does(Command.TRIGGER)
    scanner.sends(bytes.fromhex("02000001003332") + b"\r2912345678906\r")
    scanner.is_silent()
    assert scanner.read[-1] == CARD


def test_a_scanner_that_answers_nothing_gets_the_next_command_all_the_same() -> None:
    scanner = Conversation(profile_named("denso"))
    scanner.does(Command.WELCOME)
    assert scanner.sent == [Send(b"B1\r")]
    scanner.is_silent(1)
    assert scanner.sent == [Send(b"B1\r"), Send(b"LG\r")]


def test_commands_to_newland_are_fifty_milliseconds_apart() -> None:
    scanner = Conversation(profile_named("newland"))
    for _ in range(2):
        scanner.does(Command.TRIGGER)
    scanner.sends(b"\x02\x010000#SCNTRG1\x06;\x03")
    assert len(scanner.sent) == 1
    scanner.is_silent(0.1)
    assert len(scanner.sent) == 2


def test_nixdorf_reads_while_rts_is_asserted() -> None:
    scanner = Conversation(profile_named("nixdorf"))
    assert scanner.sent == [Rts(True)]
    scanner.does(Command.DISABLE)
    scanner.does(Command.ENABLE)
    assert scanner.sent == [Rts(True), Rts(False), Rts(True)]


def test_a_letter_that_nixdorf_does_not_know_is_a_part_of_the_number() -> None:
    scanner = Conversation(profile_named("nixdorf"))
    scanner.sends(b"Z2912345678906\r")
    assert scanner.read == [("Z2912345678906", None)]


def test_a_tag_that_lies_there_is_one_scan_and_one_that_comes_back_another() -> None:
    scanner, tag = Conversation(profile_named("rdm6300")), bytes.fromhex("0236324533303836434544303803")
    for _ in range(100):
        scanner.sends(tag)
        scanner.is_silent(0.065)
    assert len(scanner.read) == 1
    scanner.is_silent(0.6)
    scanner.sends(tag)
    assert scanner.read == 2 * [("3808980205", Symbology.TAG)]


def test_another_tag_is_another_scan_at_once() -> None:
    scanner = Conversation(profile_named("rdm6300"))
    scanner.sends(b"\x0262E3086CED08\x03", b"\x0201000734E0D2\x03", b"\x0262E3086CED08\x03")
    assert [text for text, _ in scanner.read] == ["3808980205", "0000472288", "3808980205"]


def test_a_profile_that_nobody_knows_names_those_there_are() -> None:
    with pytest.raises(UnknownProfile, match="there is no profile “zebra”; there are auto, datalogic"):
        profile_named("zebra")
