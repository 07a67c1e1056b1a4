"""Scans that are sent as lines over TCP, each answered with one word."""

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Queue
from threading import enumerate as threads

import pytest

from drivers import Refusal, Scan
from kiosk.network.asking import MOST_WAITING
from kiosk.network.lines import MOST_SENDERS, LineListener
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Scanner, Settings
from tests.network.counter import ANN, BADGE, DEAD, NOBODY, PATIENCE, PAYMENT, UNNAMED, Shop, connect


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_is_answered_with_what_became_of_it(lines: Shop, ending: str) -> None:
    assert lines.says(f"{ANN}{ending}") == ["welcome"]
    assert lines.says(f"{NOBODY}{ending}") == ["unknown"]


def test_the_words_tell_nothing_of_anybody(lines: Shop) -> None:
    told = [lines.says(f"{number}\n") for number in (UNNAMED, BADGE, DEAD, PAYMENT, "HELLO")]
    assert told == [["welcome"], ["welcome"], ["unknown"], ["payment_card"], ["not_ours"]]


def test_answers_come_in_the_order_of_the_lines(lines: Shop) -> None:
    assert lines.says(f"{ANN}\n{PAYMENT}\n{ANN}\n", answers=3) == ["welcome", "payment_card", "welcome"]


def test_the_lines_of_several_senders_do_not_mix(lines: Shop) -> None:
    with lines.connect() as one, lines.connect() as other:
        for half in (slice(0, 8), slice(8, None)):
            one.sendall(ANN[half].encode())
            other.sendall(PAYMENT[half].encode())
        one.sendall(b"\n")
        other.sendall(b"\n")
        assert (line_of(one), line_of(other)) == ("welcome", "payment_card")


def test_a_payment_card_in_parts_is_one_of_its_sender_alone(lines: Shop) -> None:
    first, second = f"{PAYMENT[:8]}\n".encode(), f"{PAYMENT[8:]}\n".encode()
    with lines.connect() as one, lines.connect() as other:
        one.sendall(first)
        assert line_of(one) == "not_ours"
        other.sendall(second)
        assert line_of(other) == "not_ours"
        one.sendall(first + second)
        assert [line_of(one), line_of(one)] == ["not_ours", "payment_card"]


def test_a_number_whose_line_never_ends_is_no_scan(lines: Shop) -> None:
    with lines.connect() as hung_up:
        hung_up.sendall(ANN.encode())
    assert lines.says(f"{NOBODY}\n") == ["unknown"]
    assert [scan.number for scan in taken(lines)] == [NOBODY]


def test_a_line_that_is_too_long_is_unreadable_and_the_next_is_read(lines: Shop) -> None:
    assert lines.says("7" * 1_000_000 + f"\n{ANN}\n", answers=2) == ["unreadable", "welcome"]


@pytest.mark.parametrize(
    "garbage", [b"\x00\xff\xfe\x80\x07\n", b"\x16\x03\x01\x02\n", "Jo\u202ehn\n".encode()]
)
def test_garbage_is_unreadable_and_the_next_sender_is_served(lines: Shop, garbage: bytes) -> None:
    with lines.connect() as sender:
        sender.sendall(garbage)
        assert line_of(sender) == "unreadable"
    assert lines.says(f"{ANN}\n") == ["welcome"]


def test_more_senders_than_there_is_room_for_are_turned_away(lines: Shop) -> None:
    senders = [lines.connect() for _ in range(MOST_SENDERS)]
    for sender in senders:
        sender.sendall(f"{ANN}\n".encode())
        assert line_of(sender) == "welcome"
    with lines.connect() as one_more:
        assert one_more.makefile().read() == "busy\n"
    senders.pop().close()
    assert eventually_served(lines)
    for sender in senders:
        sender.close()


def test_of_a_flood_some_wait_and_the_others_are_told_so(lines: Shop) -> None:
    lines.freezes()
    senders = [lines.connect() for _ in range(MOST_SENDERS)]
    for sender in senders:
        sender.sendall(f"{ANN}\n".encode() * 1000)
    assert {line_of(sender) for sender in senders} == {"busy"}
    assert lines.scans.qsize() <= MOST_WAITING
    for sender in senders:
        sender.close()


@pytest.fixture
def hurried(address: str) -> Iterator[str]:
    """The address of one who hangs up on whoever is silent for a moment, and knows nobody."""
    told: Queue[bool] = Queue()
    listener = LineListener(f"listen://{address}", [], lambda scan: Outcome.UNKNOWN, told.put, patience=0.2)
    listener.start()
    assert told.get(timeout=PATIENCE)
    yield address
    listener.stop()


def test_whoever_is_silent_for_long_is_hung_up_on(hurried: str) -> None:
    with connect(hurried) as silent:
        silent.sendall(b"29")
        assert silent.recv(1) == b""


def test_neither_names_nor_numbers_are_logged(lines: Shop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    lines.says(f"{ANN}\n{PAYMENT}\n", answers=2)
    lines.scanners.stop()
    assert not any(secret in caplog.text for secret in (ANN, PAYMENT, "Ann"))


def test_a_port_that_is_taken_is_told_in_one_sentence_and_tried_again(
    open_shop: Callable[[Settings], Shop], address: str, caplog: pytest.LogCaptureFixture
) -> None:
    host, _, port = address.partition(":")
    with socket.create_server((host, int(port))):
        shop = open_shop(Settings(scanner=(Scanner(port=f"listen://{address}"),)))
        assert shop.lost.get(timeout=PATIENCE) == 1
        cause = "another program listens there already"
        assert caplog.text.count(f"Nothing can be received at listen://{address}: {cause}.") == 1
    assert shop.lost.get(timeout=PATIENCE) == 0
    assert shop.says(f"{NOBODY}\n") == ["unknown"]


def test_it_ends_at_once_and_leaves_no_thread_and_no_port(lines: Shop, address: str) -> None:
    with lines.connect() as idle:
        idle.sendall(f"{ANN}\n".encode())
        assert line_of(idle) == "welcome"
        lines.scanners.stop()
        assert idle.recv(1) == b""
    assert [thread.name for thread in threads() if thread.name in ("lines", "sender")] == []
    host, _, port = address.partition(":")
    socket.create_server((host, int(port))).close()


def eventually_served(shop: Shop) -> bool:
    """Connect until there is room: whoever has left takes it for another moment."""
    for _ in range(1000):
        with suppress(ConnectionError):
            if shop.says(f"{ANN}\n") == ["welcome"]:
                return True
    return False


def taken(shop: Shop) -> list[Scan]:
    """The scans that have come so far."""
    scans: list[Scan | Refusal] = [shop.scans.get_nowait() for _ in range(shop.scans.qsize())]
    return [scan for scan in scans if isinstance(scan, Scan)]


def line_of(sender: socket.socket) -> str:
    """The next answer, without what comes behind it."""
    answer = b""
    while not answer.endswith(b"\n"):
        answer += sender.recv(1)
    return answer.decode().strip()
