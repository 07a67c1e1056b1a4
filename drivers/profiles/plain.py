"""Most scanners: data and an ending; nothing is ever sent to the scanner."""

from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.profile import Example, Profile, Proof


def session(line: Connection) -> LineSession:
    """Return the session for a scanner on ``line``."""
    return LineSession(Framer(line.ending, line.gap))


PROFILE = Profile(
    name="plain",
    title="any that sends plain lines",
    session=session,
    examples=(
        Example(b"2912345678906\r\n", "2912345678906"),
        Example(b"LOY-000123\r", "LOY-000123"),
        Example(b"\x02LOY-000123\x03\t", "LOY-000123"),
    ),
    proof=Proof.SIMULATED,
)
