"""What the process that owns a scanner and the one that hears it tell each other: one message a packet."""

import json
from dataclasses import asdict
from typing import Any

from drivers.command import Command
from drivers.scanner import Reason, Refusal, Scan
from drivers.symbology import Symbology

LONGEST = 16_384
"""Bytes of one message."""


def encode(told: Scan | Refusal | bool) -> bytes:
    """Write what was scanned, or whether the scanner is there."""
    if isinstance(told, bool):
        return json.dumps({"there": told}).encode()
    kind = "scan" if isinstance(told, Scan) else "refusal"
    return json.dumps({kind: asdict(told)}).encode()


def decode(message: bytes) -> Scan | Refusal | bool:
    """Read what ``encode`` wrote. Raises ValueError for anything else."""
    try:
        told: dict[str, Any] = json.loads(message)
        if "there" in told:
            return bool(told["there"])
        if "refusal" in told:
            refusal = told["refusal"]
            return Refusal(Reason(refusal["reason"]), int(refusal["length"]), float(refusal["received_at"]))
        scan = told["scan"]
        kind = Symbology(scan["symbology"]) if scan["symbology"] else None
        return Scan(str(scan["number"]), kind, float(scan["received_at"]), bool(scan["alone"]))
    except (KeyError, TypeError) as error:
        raise ValueError("no message of the process that owns the scanner") from error


def encode_command(command: Command) -> bytes:
    """Write what the scanner is to do."""
    return command.value.encode()


def decode_command(message: bytes) -> Command | None:
    """Read what the scanner is to do; None where it is nothing known."""
    try:
        return Command(message.decode("ascii", errors="replace"))
    except ValueError:
        return None
