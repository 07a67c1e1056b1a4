"""`kiosk scanners`: what is plugged in that may be a scanner, and what one of them sends."""

import json
import sys
from argparse import Namespace
from dataclasses import dataclass

from drivers import Connection, Refusal, Scan, ScannerLost
from drivers.advice import advice
from drivers.framing import Frame
from drivers.masking import masked
from drivers.obstacles import obstacles
from drivers.opening import open_port
from drivers.plugged_in import Device, plugged_in
from drivers.profiles import UnknownProfile, profile_named
from drivers.session import Reply, Speaks
from drivers.transport import TransportKind
from kiosk.commands import CommandError
from kiosk.health.plugged_in import told_of, told_of_obstacles
from kiosk.locale import speech
from kiosk.settings import Settings

_WORDS = speech("en")
_NONE = "Nothing is plugged in that may be a scanner."


def scanners(settings: Settings, chosen: Namespace) -> int:
    """List them, one a line: port, profile, and what it is; or listen to one."""
    if chosen.listen is not None:
        port = chosen.listen or _only_port(settings)
        return _listen(port, chosen.profile or _usual_profile(port))
    found = plugged_in()
    if chosen.json:
        print(json.dumps([_as_json(device) for device in found], indent=2))
        return 0
    for line in map(_line, found):
        print(line)
    if not found:
        print(_NONE)
    return 0


def _line(device: Device) -> str:
    trouble = told_of_obstacles(obstacles(device), _WORDS)
    return "  ".join([device.path, device.profile or "–", " ".join([told_of(device, _WORDS), *trouble])])


def _as_json(device: Device) -> dict[str, object]:
    return {
        "port": device.path,
        "kind": device.kind.value,
        "maker": device.maker,
        "product": device.product,
        "profile": device.profile or None,
        "obstacles": [one.value for one in obstacles(device)],
    }


def _only_port(settings: Settings) -> str:
    """The scanner of the settings, or the only one that is plugged in. Raises CommandError."""
    ports = [scanner.port for scanner in settings.scanner] or [
        device.path for device in plugged_in() if device.profile
    ]
    if not ports:
        raise CommandError(_NONE)
    if len(ports) > 1:
        raise CommandError(f"Which one? kiosk scanners --listen PORT, with one of: {', '.join(ports)}")
    return ports[0]


def _usual_profile(port: str) -> str:
    """How what is plugged in there speaks, as far as its maker tells."""
    return next((device.profile for device in plugged_in() if device.path == port and device.profile), "auto")


def _listen(port: str, profile: str) -> int:
    """Show what is scanned until somebody has seen enough. Raises CommandError."""
    try:
        found = profile_named(profile)
        line = found.line
        scanner = open_port(
            Connection(port, profile, line.baud, line.bits, line.parity, line.stop_bits),
            watcher=_Shown(found.transport is TransportKind.SERIAL),
        )
        print(f"Listening at {port}. Scan something; Ctrl+C ends it.", flush=True)
        for event in scanner.events():
            if isinstance(event, Reply):
                print(f"it says  {masked(event.data)}", flush=True)
            elif isinstance(event, Speaks):
                print(f"speaks   {event.profile}", flush=True)
            elif isinstance(event, Refusal):
                print(f"read as  {_told_of(event)}", flush=True)
            elif isinstance(event, Frame):
                scanner.read(event)
    except (UnknownProfile, ScannerLost) as reason:
        raise CommandError(str(reason)) from None
    return 0


@dataclass
class _Shown:
    """Prints what a scanner sends. Fulfils `drivers.watcher.Watcher`."""

    is_serial: bool
    came_since: bytes = b""

    def came(self, chunk: bytes) -> None:
        """See Watcher."""
        self.came_since += chunk

    def was_read(self, frame: Frame, read: Scan | Refusal | None) -> None:
        """See Watcher."""
        sent, self.came_since = self.came_since, b""
        print(f"sent     {masked(sent if self.is_serial else frame.data or b'')}")
        print(f"read as  {_told_of(read)}")
        for line in advice(frame.data or b"") if read is not None else ():
            print(f"setting  {line}")
        sys.stdout.flush()


def _told_of(read: Scan | Refusal | None) -> str:
    if read is None:
        return "nothing"
    if isinstance(read, Refusal):
        return f"refused: {read.reason.value.replace('_', ' ')}"
    kind = f", {read.symbology.value}" if read.symbology else ""
    return f"a number of {len(read.number)} characters{kind}"
