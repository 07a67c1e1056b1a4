"""Scans that are sent by HTTP: real requests, a real server, and a real desk behind it."""

import http.client
import logging
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from queue import Queue
from threading import enumerate as threads
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drivers import Reason, Refusal, Scan
from kiosk.commands.scanners import Scanners
from kiosk.commands.trial import Trial
from kiosk.health.vitals import VitalsTold
from kiosk.locale import speech
from kiosk.network.asking import MOST_WAITING
from kiosk.network.http import MOST_CONNECTIONS, HttpListener
from kiosk.network.scan_app import LONGEST_BODY, ScanApp
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Network, Settings
from tests.network.counter import (
    ANN,
    BADGE,
    DEAD,
    NOBODY,
    PATIENCE,
    PAYMENT,
    RETIRED,
    TOKEN,
    UNNAMED,
    Answer,
    Shop,
    answer_of,
    connect,
    post,
)

KNOWN = {200, 400, 401, 404, 405, 413, 429, 431, 501, 503}


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (ANN, "welcome"),
        (UNNAMED, "welcome"),
        (BADGE, "welcome"),
        (NOBODY, "unknown"),
        (DEAD, "unknown"),
        (RETIRED, "retired"),
        ("HELLO", "not_ours"),
        (PAYMENT, "payment_card"),
        ("Jo\u202ehn", "unreadable"),
    ],
    ids=[
        "somebody",
        "no name",
        "a badge",
        "nobody",
        "deceased",
        "retired",
        "not ours",
        "payment",
        "unreadable",
    ],
)
def test_a_till_is_told_what_became_of_a_card_and_nothing_of_anybody(
    http: Shop, number: str, outcome: str
) -> None:
    answer = http.scan(number)
    assert (answer.status, answer.body) == (200, {"outcome": outcome})


@pytest.mark.parametrize("body", [ANN, f"{ANN}\n", f"  {ANN}\r\n", f"]E0{ANN}"])
def test_a_number_alone_is_enough(http: Shop, body: str) -> None:
    assert http.posts(body, kind="text/plain; charset=utf-8").body == {"outcome": "welcome"}


def test_what_else_a_till_sends_along_is_not_looked_at(http: Shop) -> None:
    assert http.posts(f'{{"customer": {{"name": "Ann"}}, "number": "{ANN}"}}').status == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("", "text/plain"),
        (" \r\n", "text/plain"),
        ("", "application/json"),
        ("{", "application/json"),
        ("[" * LONGEST_BODY, "application/json"),
        ('{"number": 2900000000018}', "application/json"),
        ('{"number": null}', "application/json"),
        ('{"number": "\\ud800"}', "application/json"),
        ('{"card": "2900000000018"}', "application/json"),
        ('"2900000000018"', "application/json"),
        (b"\xff\xfe", "application/json"),
        ("number=2900000000018", "application/x-www-form-urlencoded"),
        (ANN, ""),
    ],
)
def test_a_body_that_is_none_is_answered_with_a_sentence(http: Shop, body: bytes | str, kind: str) -> None:
    answer = http.posts(body, kind=kind)
    assert answer.status == 400
    assert answer.body["error"].endswith(".")
    assert http.scans.empty()


@pytest.mark.parametrize("token", [None, "", "a-token-of-the-test", f"{TOKEN}s", "é", TOKEN.upper()])
def test_without_the_token_nothing_is_scanned(http: Shop, token: str | None) -> None:
    answer = http.scan(ANN, token=token)
    assert (answer.status, answer.headers["Www-Authenticate"]) == (401, "Bearer")
    assert TOKEN not in answer.body["error"]
    assert http.scans.empty()


def test_there_is_nothing_else_to_be_asked_for(http: Shop) -> None:
    for path in ("/", "/scan/", "/scans", "/scan/../scan"):
        assert http.scan(ANN, path=path).status == 404
    for method in ("GET", "PUT", "DELETE", "OPTIONS", "SCAN"):
        answer = http.scan(ANN, method=method)
        assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert http.scans.empty()


@pytest.mark.parametrize("length", [LONGEST_BODY + 1, 100_000, 10_000_000])
def test_a_body_that_is_too_long_is_refused_and_read_to_its_end(http: Shop, length: int) -> None:
    assert http.posts(b"2" * length, kind="text/plain").status == 413
    assert http.scan(ANN).status == 200


def test_whoever_asks_before_sending_a_body_that_is_too_long_is_answered_at_once(http: Shop) -> None:
    with http.connect() as connection:
        connection.sendall(b"POST /scan HTTP/1.1\r\nContent-Length: 10000000\r\nExpect: 100-continue\r\n\r\n")
        assert answer_on(connection).status == 413


def test_a_body_in_chunks_has_the_same_bound(http: Shop) -> None:
    with http.connect() as connection:
        connection.sendall(
            b"POST /scan HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\n" + b"2" * 0x2000
        )
        assert answer_on(connection).status == 413


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"garbage\r\n\r\n", 400),
        (b"POST /scan HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST /scan HTTP/1.1\r\nContent-Length: 1\r\n X\r\n\r\n", 400),
        (b"POST /scan HTTP/1.1\r\nX: " + b"y" * 9000, 431),
        (b"POST /scan HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    ],
    ids=["garbage", "a length below 0", "a folded length", "endless headers", "a strange encoding", "TLS"],
)
def test_what_is_not_http_is_answered_in_json_all_the_same(http: Shop, raw: bytes, status: int) -> None:
    with http.connect() as connection:
        connection.sendall(raw)
        assert answer_on(connection).status == status
    assert http.scan(ANN).status == 200


def test_a_kiosk_that_does_not_answer_is_told_of(http: Shop) -> None:
    http.freezes()
    answer = http.scan(ANN)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")


def test_of_a_flood_some_wait_and_the_others_are_told_so_at_once(http: Shop) -> None:
    http.freezes()
    with ThreadPoolExecutor(12) as tills:
        answers = [tills.submit(http.scan, ANN) for _ in range(40)]
        statuses = [answer.result().status for answer in answers]
    assert set(statuses) == {429, 503}
    assert statuses.count(503) == MOST_WAITING
    # They still wait in the kiosk, which has its hands full.
    assert http.scan(ANN).status == 429
    http.goes_on()
    for _ in range(MOST_WAITING):
        assert isinstance(http.scans.get(timeout=PATIENCE), Scan)
    assert eventually_served(http)


def eventually_served(shop: Shop) -> bool:
    """Send scans until one is taken: those before it have to be looked up first."""
    return any(shop.scan(ANN).status == 200 for _ in range(1000))


@pytest.fixture
def hurried(address: str) -> Iterator[str]:
    """The address of a server that gives everybody one second for a request, and knows nobody."""
    told: Queue[bool] = Queue()
    app = ScanApp(
        TOKEN, lambda number, at: Refusal(Reason.UNREADABLE, 1, at), lambda scan: Outcome.UNREADABLE
    )
    server = HttpListener(address, app, told.put, patience=1)
    server.start()
    assert told.get(timeout=PATIENCE)
    yield address
    server.stop()


@pytest.mark.parametrize("more", [b"", b"X-Slow: yes\r\n"], ids=["silent", "trickling"])
def test_whoever_sends_half_a_request_and_waits_is_cut_off(hurried: str, more: bytes) -> None:
    with connect(hurried) as slow:
        slow.sendall(b"POST /scan HTTP/1.1\r\n")
        assert post(hurried, ANN, kind="text/plain").status == 200
        slow.settimeout(0.1)
        assert is_cut_off(slow, more)


def is_cut_off(connection: socket.socket, more: bytes) -> bool:
    """Send a little now and then; True as soon as the other end has closed."""
    for _ in range(200):
        try:
            if more:
                connection.sendall(more)
            if not connection.recv(100):
                return True
        except TimeoutError:
            continue
        except ConnectionError:
            return True
    return False


def test_connections_over_which_nothing_comes_keep_nobody_out_for_long(hurried: str) -> None:
    idle = [connect(hurried) for _ in range(3 * MOST_CONNECTIONS)]
    # It waits until enough of them were cut off.
    assert post(hurried, ANN, kind="text/plain").status == 200
    for connection in idle:
        connection.close()


def test_neither_names_nor_numbers_nor_the_token_are_logged(
    http: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    http.scan(ANN)
    http.scan(ANN, token="wrong-but-secret")
    http.scan(PAYMENT)
    http.scan(ANN, path=f"/scan/{ANN}")
    http.posts(f'{{"number": "{ANN}"')
    with http.connect() as gone:
        gone.sendall(f"POST /{ANN} HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\n {ANN}\nX\r\n\r\n".encode())
    http.scanners.stop()
    for secret in (ANN, PAYMENT, "Ann", TOKEN, "wrong-but-secret"):
        assert secret not in caplog.text


def test_an_error_of_the_kiosk_is_told_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    def stumble(_number: bytes, _at: float) -> Scan:
        raise ValueError(ANN)

    environ = {"PATH_INFO": "/scan", "REQUEST_METHOD": "POST", "CONTENT_TYPE": "text/plain"}
    asked = {**environ, "HTTP_AUTHORIZATION": f"Bearer {TOKEN}", "wsgi.input": BytesIO(ANN.encode())}
    start_response = Mock()
    body = ScanApp(TOKEN, stumble, Mock())(asked, start_response)
    assert list(body) == [b'{"error":"Something unexpected happened."}']
    assert start_response.call_args.args[0] == "500 Internal Server Error"
    assert "ValueError at" in caplog.text
    assert ANN not in caplog.text


def test_the_token_shows_in_no_repr() -> None:
    assert TOKEN not in repr(Settings(network=Network(http="127.0.0.1:8780", token=TOKEN)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=6000) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "ignore")),
    kind=st.sampled_from(["application/json", "text/plain", "text/plain; charset=latin-1", "x", ""]),
    token=st.sampled_from([TOKEN, "wrong", None]),
    path=st.sampled_from(["/scan", "/scan?number=1", "/%ff", "*"]),
    method=st.sampled_from(["POST", "PUT", "GET", "HEAD2"]),
)
def test_whatever_is_sent_the_answer_is_json_and_one_of_the_known_statuses(
    http: Shop, body: bytes, kind: str, token: str | None, path: str, method: str
) -> None:
    assert http.posts(body, kind=kind, token=token, path=path, method=method).status in KNOWN


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(min_size=1, max_size=2000))
def test_bytes_that_are_no_request_do_no_harm(http: Shop, raw: bytes) -> None:
    with http.connect() as connection, suppress(ConnectionError):
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):
            pass
    assert http.scan(NOBODY, token="wrong").status == 401


def test_a_port_that_is_taken_is_told_in_one_sentence_and_tried_again(
    open_shop: Callable[[Settings], Shop], address: str, caplog: pytest.LogCaptureFixture
) -> None:
    host, _, port = address.partition(":")
    with socket.create_server((host, int(port))):
        shop = open_shop(Settings(network=Network(http=address, token=TOKEN)))
        assert shop.lost.get(timeout=PATIENCE) == 1
        cause = "another program listens there already"
        assert caplog.text.count(f"Nothing can be received at http://{address}: {cause}.") == 1
    assert shop.lost.get(timeout=PATIENCE) == 0
    assert shop.scan(NOBODY).status == 200


def test_an_address_that_is_not_this_machines_is_told_in_one_sentence(
    open_shop: Callable[[Settings], Shop], caplog: pytest.LogCaptureFixture
) -> None:
    shop = open_shop(Settings(network=Network(http="192.0.2.7:8780", token=TOKEN)))
    assert shop.lost.get(timeout=PATIENCE) == 1
    assert "this machine does not have that address" in caplog.text


def test_ipv6_is_an_address_as_well(open_shop: Callable[[Settings], Shop]) -> None:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6) as free:
            address = f"[::1]:{free.getsockname()[1]}"
    except OSError:
        pytest.skip("this machine has no IPv6")
    assert open_shop(Settings(network=Network(http=address, token=TOKEN))).ready().scan(NOBODY).status == 200


def test_it_ends_at_once_and_leaves_no_thread_and_no_port(http: Shop, address: str) -> None:
    with http.connect() as idle:
        assert http.scan(ANN).status == 200
        http.scanners.stop()
        assert idle.recv(1) == b""
    assert [thread.name for thread in threads() if "waitress" in thread.name or thread.name == "http"] == []
    host, _, port = address.partition(":")
    socket.create_server((host, int(port))).close()


def test_stopping_before_starting_is_no_mistake(address: str) -> None:
    settings = Settings(network=Network(http=address, token=TOKEN))
    trial = Trial([], speech("en"), lambda call: call())
    vitals = VitalsTold(settings.scan_ports)
    Scanners(settings, vitals, trial, lambda heard: None, lambda lost: None).stop()


def test_a_kiosk_without_a_network_does_not_load_what_it_takes() -> None:
    program = (
        "import sys; from kiosk.commands.scanners import Scanners; from kiosk.settings import Settings;"
        "from kiosk.commands.trial import Trial; trial = Trial([], None, print);"
        "from kiosk.health.vitals import VitalsTold;"
        "Scanners(Settings(), VitalsTold([]), trial, print, print);"
        "assert not {'waitress', 'kiosk.network.http', 'kiosk.network.lines'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def answer_on(connection: socket.socket) -> Answer:
    """The answer that comes over a connection."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    return answer_of(response)
