"""SparkFun DE2120: plain lines; commands in letters, each answered with ACK or NAK.

Sources: sparkfun/DE2120_Py and SparkFun_DE2120_Arduino_Library. It leaves the factory as a keyboard. It has
no beep or light for the host.
"""

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.profile import Example, LineDefaults, Profile, Proof

_ACK, _NAK = b"\x06", b"\x15"
_PATIENCE = 1.0  # seconds; the slowest answer that was seen took 0.43
_COMMANDS = {Command.TRIGGER: [b"^_^SCAN."]}


def session(line: Connection) -> LineSession:
    """Return the session for a module on ``line``."""
    replies = PacketCutter([_ACK, _NAK], len, 1)
    return LineSession(Framer(line.ending, line.gap), _COMMANDS, Outbox(patience=_PATIENCE), replies)


PROFILE = Profile(
    name="de2120",
    title="SparkFun DE2120",
    session=session,
    examples=(Example(b"2912345678906\r", "2912345678906"),),
    can=frozenset(_COMMANDS),
    line=LineDefaults(baud=115200),
    proof=Proof.SIMULATED,
)
