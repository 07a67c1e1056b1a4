"""What a shop would put on the counter instead: Chromium in kiosk mode, and a small server beside it.

The server has the scanner by pyserial and the database by bare sqlite3, and does as little as it can: the
thread that reads a card looks up the same rows as the kiosk and writes the greeting to the page by Server-
Sent Events; the visit is recorded after that, as by the kiosk. Arguments: the scanner's port, the database,
its pragmas.

What is measured: the page marks the name with `elementtiming`, and Chromium tells for each new name when
its compositor presented the frame with it (`renderTime`). The page is cross-origin isolated, since that
time is rounded up to the next 4 ms otherwise. Its clock is that of `time.monotonic()`, off by a constant
that the wall clock gives. What the page does to hand on the time comes after the frame.

How far it can be trusted: the framebuffer of Xvfb was watched beside 150 scans. The new pixels were there
within 0.5 ms of the time told, by Chromium and likewise by the kiosk's flip.

What is left out, of all programs alike: the display, which takes a frame when it is ready for the next. All
of them are drawn by the processor, into windows of Xvfb. Headless, with no window to be drawn into,
Chromium is 4 ms sooner; but then nobody could see it.

In the browser's favour: no updates, no extensions, no translation, nothing from the network, and a page
without a framework.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BufferedIOBase
from pathlib import Path
from threading import Event, Thread
from time import monotonic, time

import serial

from tests.benchmarks.bare import connect, look_up, record_visit
from tests.benchmarks.browser.greeting import greeting
from tests.benchmarks.flips import Told, tell

CHROMIUM = "chromium"

_FONTS = files("fontpkg_atkinson_hyperlegible") / "files"
_GIVEN = {
    "/": ("text/html", Path(__file__).with_name("page.html").read_bytes()),
    "/regular.ttf": ("font/ttf", (_FONTS / "AtkinsonHyperlegible-Regular.ttf").read_bytes()),
    "/bold.ttf": ("font/ttf", (_FONTS / "AtkinsonHyperlegible-Bold.ttf").read_bytes()),
}
_ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
_OPTIONS = (
    "--kiosk",
    "--window-size=1280,800",
    "--window-position=0,0",
    "--no-first-run",
    "--noerrdialogs",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-features=Translate",
)


def missing() -> str:
    """Why it cannot be measured here; empty where it can."""
    return "" if shutil.which(CHROMIUM) else "Chromium is not installed (Debian's package chromium)"


class Page(BaseHTTPRequestHandler):
    """Gives the page and its fonts, keeps the stream of greetings open, takes the time of each picture."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    streams: list[BufferedIOBase]
    behind: float
    """Seconds that the wall clock is ahead of the monotonic one."""

    def do_GET(self) -> None:
        """The page, a font, or the stream."""
        if self.path == "/scans":
            self._head("text/event-stream")
            self.streams.append(self.wfile)
            Event().wait()
        elif self.path in _GIVEN:
            kind, content = _GIVEN[self.path]
            self._head(kind, len(content))
            self.wfile.write(content)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """The wall clock's milliseconds at which a picture was presented."""
        presented = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        tell(Told.SHOWN, presented / 1000 - self.behind)

    def log_message(self, *_: object) -> None:
        """A request is no news."""

    def _head(self, kind: str, length: int | None = None) -> None:
        self.send_response(200)
        headers = {"Content-Type": kind, **_ISOLATED}
        if length is not None:
            headers["Content-Length"] = str(length)
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()


def greet(port: str, database: Path, pragmas: Sequence[str], streams: Sequence[BufferedIOBase]) -> None:
    """Write a greeting to the page for every card, and then record the visit; for ever."""
    line, connection = serial.Serial(port), connect(database, pragmas)
    while True:
        number = line.read_until(b"\r").decode().strip()
        now = datetime.now(UTC)
        rows = look_up(connection, number)
        event = f"data: {json.dumps(greeting(rows, now.date()))}\n\n".encode()
        for stream in streams:
            stream.write(event)
        record_visit(connection, rows["customer"][0][0], now)


def main(port: str, database: Path, pragmas: Sequence[str]) -> None:
    """Serve, and open the browser, until this is killed."""
    Page.streams, Page.behind = [], time() - monotonic()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    Thread(target=greet, args=(port, database, pragmas, Page.streams), daemon=True).start()
    profile = tempfile.mkdtemp()
    subprocess.run(
        [
            CHROMIUM,
            *_OPTIONS,
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
            f"--user-data-dir={profile}",
            f"http://127.0.0.1:{server.server_port}/",
        ],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "XDG_CONFIG_HOME": profile},
        check=False,
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
