"""An NFC reader that asks what lies there."""

import pytest

from drivers.contract.conversation import Conversation
from drivers.profiles import profile_named
from drivers.profiles.pn532 import frame
from drivers.scanner import Reason, Refusal
from drivers.session import Send
from drivers.symbology import Symbology

ACK = bytes.fromhex("0000FF00FF00")
WHAT_FOR = bytes.fromhex("400100A404000E325041592E5359532E444446303100")
MOMENT = 0.3


def answer(text: str) -> bytes:
    return frame(bytes.fromhex(text), b"\xd5")


def tag(number: str, how_it_speaks: str = "00") -> bytes:
    return answer(f"4B01010044{how_it_speaks}{len(number) // 2:02X}{number}")


def memory(message: str) -> list[bytes]:
    """What reading answers, sixteen bytes at a time, for a tag with this message."""
    data = bytes.fromhex(message)
    written = bytes([3, len(data)]) + data + b"\xfe"
    padded = written + bytes(-len(written) % 16)
    return [answer("4100" + padded[at : at + 16].hex()) for at in range(0, len(padded), 16)]


def text_record(text: str) -> str:
    payload = b"\x02en" + text.encode()
    return (bytes([0xD1, 1, len(payload)]) + b"T" + payload).hex()


@pytest.fixture
def reader() -> Conversation:
    conversation = Conversation(profile_named("pn532"))
    conversation.sends(ACK, answer("15"), ACK)
    return conversation


def refusals(reader: Conversation) -> list[Reason]:
    return [event.reason for event in reader.events if isinstance(event, Refusal)]


def test_frames_are_those_of_the_library() -> None:
    assert frame(b"\x02") == bytes.fromhex("0000FF02FED4022A00")
    assert frame(bytes.fromhex("14011401")) == bytes.fromhex("0000FF05FBD4140114010200")
    assert frame(bytes.fromhex("4A0100")) == bytes.fromhex("0000FF04FCD44A0100E100")


def test_it_is_woken_set_up_and_looks_for_a_tag(reader: Conversation) -> None:
    first, look = reader.sent
    assert isinstance(first, Send)
    assert first.data.startswith(b"\x55\x55")
    assert look == Send(frame(bytes.fromhex("4A0100")))


@pytest.mark.parametrize("text", ["LOY-000123", "2912345678906", "LOY-" + 100 * "1"])
def test_the_text_on_a_tag_is_the_number(reader: Conversation, text: str) -> None:
    reader.sends(tag("04A1B2C3D4E580"), *memory(text_record(text)))
    assert reader.read == [(text, None)]


def test_an_address_on_a_tag_is_read_as_well(reader: Conversation) -> None:
    reader.sends(tag("04A1B2C3D4E580"), *memory("D1010F5504" + b"shop.example/7".hex()))
    assert reader.read == [("https://shop.example/7", None)]


def test_a_tag_without_a_text_is_known_by_its_number(reader: Conversation) -> None:
    reader.sends(tag("04A1B2C3D4E580"), answer("4101"))
    assert reader.read == [("04A1B2C3D4E580", Symbology.TAG)]


def test_what_answers_as_a_payment_card_is_refused_and_its_number_goes_nowhere(reader: Conversation) -> None:
    reader.sends(tag("04A1B2C3", how_it_speaks="20"))
    assert reader.sent[-1] == Send(frame(WHAT_FOR))
    reader.sends(answer("41006F1A840E325041592E5359532E4444463031A5089000"))
    assert refusals(reader) == [Reason.PAYMENT_CARD]
    assert reader.read == []


def test_a_number_that_changes_each_time_is_nobodys(reader: Conversation) -> None:
    reader.sends(tag("08A1B2C3", how_it_speaks="20"), answer("41006A82"))
    assert refusals(reader) == [Reason.FOREIGN_TAG]
    assert reader.read == []


def test_a_tag_that_lies_there_is_one_scan_and_one_that_comes_back_another(reader: Conversation) -> None:
    for _ in range(20):
        reader.sends(tag("04A1B2C3D4E580"), answer("4101"))
        reader.is_silent(MOMENT)
    assert len(reader.read) == 1
    reader.is_silent(5)
    reader.sends(tag("04A1B2C3D4E580"), answer("4101"))
    assert len(reader.read) == 2


def test_a_reader_that_gives_no_sign_of_life_is_woken_again() -> None:
    reader = Conversation(profile_named("pn532"))
    reader.is_silent(2.5)
    assert len(reader.sent) == 2


@pytest.mark.parametrize("broken", ["D101FF5402656E", "D1", "", "91010254", "D10105540265"])
def test_a_broken_message_is_no_text(reader: Conversation, broken: str) -> None:
    reader.sends(tag("04A1B2C3D4E580"), *memory(broken))
    assert all(symbology is Symbology.TAG or text == "" for text, symbology in reader.read)
