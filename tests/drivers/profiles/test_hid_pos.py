"""Reports of a HID POS scanner, and the scans that they are."""

import pytest

from drivers.contract.conversation import Conversation
from drivers.framing import LONGEST_FRAME
from drivers.profiles import profile_named
from drivers.profiles.hid_pos import report
from drivers.symbology import Symbology

CARD = b"2912345678906"
EAN = report("]E0", CARD)
A_CARD = (CARD.decode(), Symbology.EAN13)
PART = bytes(range(0x30, 0x30 + 56))


@pytest.fixture
def scanner() -> Conversation:
    return Conversation(profile_named("hid-pos"))


def test_a_report_is_laid_out_as_the_manual_says() -> None:
    assert len(EAN) == 64
    assert EAN.startswith(b"\x02\x0d]E02912345678906\0")
    assert report("]E0", PART, goes_on=True)[5:] == PART + b"\0\0\x01"


@pytest.mark.parametrize(
    ("aim", "kind"),
    [
        ("]E0", Symbology.EAN13),
        ("]E4", Symbology.EAN8),
        ("]C1", Symbology.GS1_128),
        ("]Q1", Symbology.QR),
        ("]X0", None),
        ("\0\0\0", None),
    ],
)
def test_the_kind_of_bar_code_comes_beside_the_data(
    scanner: Conversation, aim: str, kind: Symbology | None
) -> None:
    scanner.sends(report(aim, b"12345670"))
    assert scanner.read == [("12345670", kind)]


def test_a_scan_ends_with_its_last_report_and_not_before(scanner: Conversation) -> None:
    scanner.sends(report("]Q1", PART, goes_on=True), report("]Q1", PART, goes_on=True))
    assert scanner.read == []
    scanner.sends(report("]Q1", b"end"))
    assert scanner.read == [((PART + PART + b"end").decode(), Symbology.QR)]


def test_the_kind_may_be_told_by_the_first_report_alone(scanner: Conversation) -> None:
    scanner.sends(report("]Q1", PART, goes_on=True), report("\0\0\0", b"end"))
    assert scanner.read == [((PART + b"end").decode(), Symbology.QR)]


def test_a_scan_may_end_with_a_report_that_holds_nothing(scanner: Conversation) -> None:
    scanner.sends(report("]Q1", PART, goes_on=True), report("]Q1", b""))
    assert scanner.read == [(PART.decode(), Symbology.QR)]


def test_a_report_without_data_alone_is_no_scan(scanner: Conversation) -> None:
    scanner.sends(report("]X0", b""))
    scanner.is_silent()
    assert scanner.frames == []


def test_a_scan_whose_rest_stays_away_is_unreadable_and_no_part_of_the_next(scanner: Conversation) -> None:
    scanner.sends(report("]E0", PART, goes_on=True))
    scanner.is_silent()
    scanner.sends(EAN)
    assert [frame.data for frame in scanner.frames] == [None, CARD]


def test_another_kind_of_bar_code_is_another_scan(scanner: Conversation) -> None:
    scanner.sends(report("]Q1", PART, goes_on=True), EAN)
    assert [frame.data for frame in scanner.frames] == [None, CARD]


def test_what_never_ends_is_not_kept_and_its_length_is_told(scanner: Conversation) -> None:
    parts = LONGEST_FRAME
    scanner.sends(*(report("]Q1", PART, goes_on=True) for _ in range(parts)))
    assert scanner.held() < 2 * LONGEST_FRAME
    scanner.sends(report("]Q1", b"end"), EAN)
    assert [(frame.data, frame.length) for frame in scanner.frames] == [
        (None, parts * 56 + 3),
        (CARD, len(CARD)),
    ]


@pytest.mark.parametrize("other", [b"\x05\x01\x00", b"\xfd" + 63 * b"\x02", b"\x02\xff" + bytes(62)])
def test_other_reports_are_no_scans_and_cost_none(scanner: Conversation, other: bytes) -> None:
    scanner.sends(other, EAN, other)
    scanner.is_silent()
    assert scanner.read == [A_CARD]


def test_half_a_report_is_forgotten_after_a_silence(scanner: Conversation) -> None:
    scanner.sends(EAN[:30])
    scanner.is_silent()
    scanner.sends(EAN)
    assert scanner.read == [A_CARD]


def test_data_that_are_no_utf8_come_as_they_are(scanner: Conversation) -> None:
    scanner.sends(report("]C0", b"caf\xe9"))
    assert [frame.data for frame in scanner.frames] == [b"caf\xe9"]
