"""A whole machine in QEMU, without acceleration: its display, its touch screen, its scanner, its power."""

import base64
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep, time
from typing import Any

from tests.appliance.bringing import Brought
from tests.appliance.line import Line

WIDTH, HEIGHT = 1280, 800
_ABSOLUTE = 32767
"""The largest position a tablet can tell, whatever the size of the display."""

_PROCESSORS = {
    "amd64": ("qemu-system-x86_64", ("-cpu", "Nehalem"), "ttyS0"),
    "arm64": ("qemu-system-aarch64", ("-machine", "virt", "-cpu", "cortex-a72"), "ttyAMA0"),
}
"""The program that is one, what else it is told, and its serial console. A Raspberry Pi 4 is a Cortex-A72."""

_A_NETWORK = "user,model=virtio-net-pci"
_JOIN_NETWORK = """
card=$(basename "$(ls -d /sys/class/net/e*)")
ip link set "$card" up && ip address add 10.0.2.15/24 dev "$card" && ip route add default via 10.0.2.2
echo nameserver 10.0.2.3 >/etc/resolv.conf
"""
"""The addresses are those that QEMU gives its own network."""


@dataclass(frozen=True)
class Ran:
    """What a command in the machine left."""

    status: int
    out: str


class Machine:
    """A machine that is switched on at `now`, a time like 2026-11-24T09:00:00 in UTC.

    `folder` holds its sockets, the text of its console, and the pictures taken of it.
    """

    def __init__(self, brought: Brought, folder: Path, now: str) -> None:
        self._folder = folder
        for name in ("qmp", "agent", "scanner", "till"):
            (folder / name).unlink(missing_ok=True)
        self._process = subprocess.Popen(_command(brought, folder, now), stdin=subprocess.DEVNULL)
        self._qmp = Line(folder / "qmp")
        self._qmp.receive()
        self.tell("qmp_capabilities")
        self._agent = Line(folder / "agent")

    @property
    def is_on(self) -> bool:
        """False once the power is cut."""
        return self._process.poll() is None

    def wait_until_up(self, patience: float = 300) -> None:
        """Wait until somebody in there answers."""
        deadline = monotonic() + patience
        self._agent.patience(2)
        while True:
            assert self.is_on, "the machine is off"
            assert monotonic() < deadline, "the machine does not come up"
            with suppress(TimeoutError):
                self._agent.ask({"execute": "guest-ping"})
                break
        # Answers to all the questions that nobody heard may still come.
        self._agent.patience(1)
        with suppress(TimeoutError):
            while True:
                self._agent.receive()
        self._agent.patience(60)

    def run(self, script: str, patience: float = 120) -> Ran:
        """Run a shell script as root."""
        asked = {"path": "/bin/sh", "arg": ["-c", f"exec 2>&1; {script}"], "capture-output": True}
        pid = self._agent.ask({"execute": "guest-exec", "arguments": asked})["pid"]
        deadline = monotonic() + patience
        while True:
            state = self._agent.ask({"execute": "guest-exec-status", "arguments": {"pid": pid}})
            if state["exited"]:
                out = base64.b64decode(state.get("out-data", "")).decode(errors="replace")
                return Ran(state.get("exitcode", -1), out)
            assert monotonic() < deadline, f"still running after {patience:.0f} s: {script}"
            sleep(0.2)

    def must(self, script: str, patience: float = 120) -> str:
        """Run a shell script that has to succeed; returns what it printed."""
        ran = self.run(script, patience)
        assert ran.status == 0, f"{script}\nended with {ran.status}:\n{ran.out}"
        return ran.out

    def until(self, script: str, patience: float = 60) -> None:
        """Wait until a shell script succeeds."""
        deadline = monotonic() + patience
        while (ran := self.run(script)).status != 0:
            assert monotonic() < deadline, f"waited {patience:.0f} s for: {script}\n{ran.out}"
            sleep(0.3)

    def join_network(self) -> None:
        """What a Debian with a network does by itself; certificates are judged by the time."""
        self.must(f"date --set=@{time():.0f}\n{_JOIN_NETWORK}")

    def photograph(self, name: str) -> Path:
        """Save what is on the display, as the display's own driver shows it."""
        file = self._folder / f"{name}.png"
        self.tell("screendump", filename=str(file), format="png")
        return file

    def touch(self, x: int, y: int) -> None:
        """Tap the display at these pixels, counted from its top left corner."""
        place = [
            {"type": "abs", "data": {"axis": axis, "value": at * _ABSOLUTE // size}}
            for axis, at, size in (("x", x, WIDTH), ("y", y, HEIGHT))
        ]
        self.tell("input-send-event", events=place)
        for down in (True, False):
            press = {"type": "btn", "data": {"button": "left", "down": down}}
            self.tell("input-send-event", events=[press])
            sleep(0.1)

    @contextmanager
    def scanner(self) -> Iterator[socket.socket]:
        """A scanner that is plugged in for as long as it lasts; what is sent is what it reads."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(str(self._folder / "scanner"))
            yield line

    @contextmanager
    def till(self) -> Iterator[socket.socket]:
        """A serial adapter with a till at its other end, plugged in for as long as it lasts."""
        self.tell("device_add", driver="usb-serial", chardev="till", id="a-till")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(60)
            line.connect(str(self._folder / "till"))
            yield line
        self.tell("device_del", id="a-till")

    @contextmanager
    def keyboard(self) -> Iterator[None]:
        """A USB keyboard, plugged in for as long as it lasts."""
        self.tell("device_add", driver="usb-kbd", id="a-keyboard")
        yield
        self.tell("device_del", id="a-keyboard")

    def type(self, text: str) -> None:
        """Type digits, and Enter for the end of a line, on the newest keyboard, as fast as a scanner does."""
        for char in text:
            key = {"type": "qcode", "data": "ret" if char == "\n" else char}
            for down in (True, False):
                self.tell("input-send-event", events=[{"type": "key", "data": {"down": down, "key": key}}])
            sleep(0.02)

    def plug_in_stick(self, stick: Path) -> None:
        """Plug in a USB stick, which stays."""
        drive = {"driver": "raw", "node-name": "stick", "file": {"driver": "file", "filename": str(stick)}}
        self.tell("blockdev-add", **drive)
        self.tell("device_add", driver="usb-storage", drive="stick", id="a-stick")

    def cut_power(self) -> None:
        """Switch off without a word to anybody in there."""
        self._process.kill()
        self._process.wait()

    def shut_down(self, patience: float = 120) -> None:
        """Switch off as one should."""
        self.tell("system_powerdown")
        self._process.wait(patience)

    def tell(self, command: str, **arguments: Any) -> Any:
        """Ask QEMU itself for something."""
        return self._qmp.ask({"execute": command, "arguments": arguments})


def _command(brought: Brought, folder: Path, now: str) -> list[str]:
    (kernel,), (initrd,) = (brought.root.glob(f"boot/{name}-*") for name in ("vmlinuz", "initrd.img"))
    program, kind, console = _PROCESSORS[brought.arch]
    line = f"root=/dev/vda rw console=tty0 console={console} quiet systemd.show_status=no"
    return [
        *("nice", "-n", "15", program),
        *("-accel", "tcg,thread=multi", *kind, "-smp", "2", "-m", "2048"),
        *("-nodefaults", "-display", "none", "-nic", _A_NETWORK if brought.is_clone else "none"),
        *("-rtc", f"base={now},clock=vm"),
        *("-kernel", str(kernel), "-initrd", str(initrd), "-append", line),
        # What has reached QEMU outlives it either way: the power that is cut is the machine's.
        *("-drive", f"file={brought.disk},format=raw,if=virtio,cache=unsafe"),
        *("-drive", f"file={brought.other_disk},format=raw,if=virtio,readonly=on"),
        *("-device", f"virtio-gpu-pci,xres={WIDTH},yres={HEIGHT}"),
        *("-device", "qemu-xhci", "-device", "usb-tablet"),
        *("-chardev", f"socket,id=scanner,path={folder / 'scanner'},server=on,wait=off"),
        *("-device", "usb-serial,chardev=scanner"),
        *("-chardev", f"socket,id=till,path={folder / 'till'},server=on,wait=off"),
        *("-device", "virtio-serial"),
        *("-chardev", f"socket,id=agent,path={folder / 'agent'},server=on,wait=off"),
        *("-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0"),
        *("-qmp", f"unix:{folder / 'qmp'},server=on,wait=off"),
        *("-serial", f"file:{folder / 'console.txt'}"),
    ]
