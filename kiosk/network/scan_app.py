"""`POST /scan`: one number in, what became of it out. A WSGI application (PEP 3333)."""

import hmac
import logging
from collections.abc import Callable, Iterable
from time import monotonic
from typing import TYPE_CHECKING

import msgspec

from drivers import Refusal, Scan
from kiosk.mishap import where
from kiosk.network.asking import NoAnswer, TooManyWait
from kiosk.people.greeting.outcomes import Outcome

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

LONGEST_BODY = 4096
"""Bytes."""

log = logging.getLogger("kiosk")


class _Body(msgspec.Struct):
    """What a till sends; whatever else it sends along is not looked at."""

    number: str = ""


class _Refused(Exception):  # noqa: N818 - it says what happened
    """The request is answered with a status, one sentence, and headers where the status wants them."""

    def __init__(self, status: str, sentence: str, *headers: tuple[str, str]) -> None:
        super().__init__(sentence)
        self.status, self.headers = status, headers


def error_body(sentence: str) -> bytes:
    """An error, as the body of an answer."""
    return msgspec.json.encode({"error": sentence})


class ScanApp:
    """Answers with {"outcome": …} or {"error": …}; no answer tells anything of a person.

    `token` has to come as `Authorization: Bearer TOKEN`. `read` makes a scan of the bytes of a number that
    came at a monotonic time. `ask` tells what became of it; it raises TooManyWait and NoAnswer.
    """

    def __init__(
        self,
        token: str,
        read: Callable[[bytes, float], Scan | Refusal],
        ask: Callable[[Scan | Refusal], Outcome],
    ) -> None:
        self._expected = f"Bearer {token}".encode()
        self._read, self._ask = read, ask

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """See PEP 3333."""
        status, headers = "200 OK", [("Content-Type", "application/json")]
        try:
            body = msgspec.json.encode({"outcome": self._outcome(environ)})
        except _Refused as refused:
            status, body = refused.status, error_body(str(refused))
            headers += refused.headers
        except Exception as error:
            log.error("error at the network: %s", where(error))
            status, body = "500 Internal Server Error", error_body("Something unexpected happened.")
        start_response(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def _outcome(self, environ: "WSGIEnvironment") -> Outcome:
        received_at = monotonic()
        if environ["PATH_INFO"] != "/scan":
            raise _Refused("404 Not Found", "There is only /scan here.")
        if environ["REQUEST_METHOD"] != "POST":
            raise _Refused("405 Method Not Allowed", "A scan is sent by POST.", ("Allow", "POST"))
        told = environ.get("HTTP_AUTHORIZATION", "").encode("latin-1")
        if not hmac.compare_digest(told, self._expected):
            raise _Refused(
                "401 Unauthorized",
                "The token of the kiosk's settings has to come along as “Authorization: Bearer …”.",
                ("WWW-Authenticate", "Bearer"),
            )
        scan = self._read(_number(environ), received_at)
        try:
            return self._ask(scan)
        except TooManyWait:
            sentence = "Too many scans come at once. Send it again in a second."
            raise _Refused("429 Too Many Requests", sentence, ("Retry-After", "1")) from None
        except NoAnswer:
            sentence = "The kiosk does not answer just now. Send it again, or scan the card there."
            raise _Refused("503 Service Unavailable", sentence, ("Retry-After", "1")) from None


def _number(environ: "WSGIEnvironment") -> bytes:
    """The number that was sent, without the blanks and ends of lines around it. Raises _Refused."""
    body: bytes = environ["wsgi.input"].read(LONGEST_BODY + 1)
    if len(body) > LONGEST_BODY:
        raise _Refused("413 Content Too Large", TOO_LARGE)
    kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = _number_in_json(body)
    elif kind != "text/plain":
        raise _Refused("400 Bad Request", "Send the number as application/json or text/plain.")
    if not body.strip():
        raise _Refused("400 Bad Request", 'There is no number in it: send {"number": "…"}.')
    return body.strip()


TOO_LARGE = f"That is longer than {LONGEST_BODY} bytes, and no card is."


def _number_in_json(body: bytes) -> bytes:
    try:
        return msgspec.json.decode(body, type=_Body).number.encode()
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise _Refused("400 Bad Request", 'That is not JSON like {"number": "…"}.') from None
