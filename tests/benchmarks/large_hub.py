"""A hub of very many shops: how many visits a second it takes, and what each costs it."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kiosk.sync.hub.making import Admin, administering
from tests.benchmarks.figures import Figure, Measure
from tests.benchmarks.processes import memory, started_by
from tests.postgres import Postgres, running_postgres
from tests.sync.counters import SharingCounter, new_hub

_COUNTERS_OF_A_SHOP, _VISITS_A_DAY, _AT_THE_PEAK = 3, 200, 10
"""Those of one counter; at the peak ten times the average of a day."""

_CLIENTS = 8
"""Connections over which all counters come: what a pool keeps open."""

_BECOME, _END = "SET SESSION AUTHORIZATION c:{counter};", "RESET SESSION AUTHORIZATION;"
_EXCHANGE = "SELECT bench.exchange('[]');"
_QUESTION = [_BECOME.format(counter="n"), _EXCHANGE]
_VISIT = [_BECOME.format(counter="n"), "SELECT bench.visit(:shop, :who);", _EXCHANGE]
_HEARD = [line for other in ("second", "third") for line in (_BECOME.format(counter=other), *2 * [_EXCHANGE])]
_CARD = [
    _BECOME.format(counter="n"),
    "SELECT hub.ask(jsonb_build_object('numbers', jsonb_build_array((:card)::text), 'days', '[]'::jsonb));",
]


class _Load(NamedTuple):
    """What a run of pgbench came to: rounds a second, and processor milliseconds of the server for each."""

    rate: float
    milliseconds: float
    rounds: int


def hub(shops: int, seconds: float) -> Iterator[Figure]:
    """So many shops at one PostgreSQL, measured for so long each; commits are synced as usual."""
    needed = shops * _COUNTERS_OF_A_SHOP * _VISITS_A_DAY * _AT_THE_PEAK / 86_400
    with ExitStack() as held:
        server = held.enter_context(running_postgres())
        folder = Path(held.enter_context(TemporaryDirectory()))
        real = held.enter_context(SharingCounter(server, new_hub(server), folder / "kiosk.db", "1"))
        real.meets()
        admin = held.enter_context(administering(server.admin))
        _fill(admin, shops)
        before, logged = _bytes(admin), _logged(admin)
        load = _run(server, folder, shops, seconds, _VISIT + _HEARD)
        yield Figure(
            name=f"{shops:,} shops: visits told to the hub and heard by two others, a second",
            kiosk=load.rate,
            unit="",
            reference=needed,
            against="needed at the peak of a day",
            measure=Measure.ITSELF,
        )
        yield _figure("a visit’s round, processor time of the hub", load.milliseconds, "ms")
        yield _figure("a visit at the hub", (_bytes(admin) - before) / load.rounds, "bytes")
        yield _figure("its log of writes for it", (_logged(admin) - logged) / load.rounds, "bytes")
        asked = _run(server, folder, shops, seconds, _QUESTION)
        yield _figure("questions with nothing new, a second", asked.rate, "")
        yield _figure("a question with nothing new, processor time of the hub", asked.milliseconds, "ms")
        admin.execute("UPDATE hub.shop SET most_asked = 2000000000")
        cards = _run(server, folder, shops, seconds, _CARD)
        yield _figure("cards of other shops asked for, a second", cards.rate, "")
    yield from _of_one_shop()


def _of_one_shop() -> Iterator[Figure]:
    """A hub with the counters of one shop, each connected all the time."""
    with ExitStack() as held:
        server, folder = (
            held.enter_context(running_postgres()),
            Path(held.enter_context(TemporaryDirectory())),
        )
        empty = memory(started_by(server.pid)).pss
        shop = new_hub(server)
        for name in "123":
            counter = SharingCounter(server, shop, folder / f"{name}.db", name)
            held.enter_context(counter).meets()
        full = memory(started_by(server.pid)).pss
        yield _figure("the hub of three counters, memory (PSS)", full, "MB")
        yield _figure("of it for each connected counter", (full - empty) / 3, "MB")


def _figure(name: str, value: float, unit: str) -> Figure:
    return Figure(name=name, kiosk=value, unit=unit)


def _fill(admin: Admin, shops: int) -> None:
    admin.execute("ALTER SYSTEM SET fsync = on")
    admin.execute("SELECT pg_reload_conf()")
    admin.execute("DELETE FROM hub.fact")
    admin.execute("DELETE FROM hub.counter")
    admin.execute("DELETE FROM hub.shop")
    admin.execute("ALTER TABLE hub.shop ALTER no RESTART")
    filling = (files("tests.benchmarks") / "large_hub.sql").read_text("utf-8")
    admin.execute(filling.format(shops=shops).encode())


def _run(server: Postgres, folder: Path, shops: int, seconds: float, does: Sequence[str]) -> _Load:
    """Counters and people by chance."""
    script = folder / "script.sql"
    chosen = {
        "shop": f"random(1, {shops})",
        "n": "(:shop - 1) * 3 + 1",
        "second": ":n + 1",
        "third": ":n + 2",
        "who": "random(1, 20)",
        "card": f"2900000000000 + random(1, {shops}) * 100 + random(1, 20)",
    }
    lines = [f"\\set {name} {value}" for name, value in chosen.items()]
    script.write_text("\n".join([*lines, *does, _END]))
    (pgbench,) = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))[-1:]
    at = ["-h", str(server.folder), "-p", str(server.port), "-U", "postgres"]
    how = ["-n", "-c", str(_CLIENTS), "-T", str(round(seconds)), "-f", str(script)]
    began = _processor_seconds(server.pid)
    told = subprocess.run([pgbench, *at, *how, "kiosk"], capture_output=True, text=True, check=True).stdout
    used = _processor_seconds(server.pid) - began
    rounds, rate = _number("actually processed: ", told), _number("tps = ", told)
    return _Load(rate, used * 1000 / rounds, round(rounds))


def _number(behind: str, told: str) -> float:
    found = re.search(f"{behind}([\\d.]+)", told)
    assert found is not None
    return float(found[1])


def _processor_seconds(pid: int) -> float:
    """Of a server, also of those of its processes that have ended."""
    alive = (_ticks(child)[:2] for child in started_by(pid) if child != pid)
    return sum(map(sum, [_ticks(pid), *alive])) / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int) -> list[int]:
    """Of a process in itself and in the kernel, and both of its children that have ended; see proc(5).

    Of one that has ended since it was found its parent tells.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return [0, 0, 0, 0]
    return [int(ticks) for ticks in stat[11:15]]


def _bytes(admin: Admin) -> int:
    row = admin.execute("SELECT pg_total_relation_size('hub.fact')").fetchone()
    assert row is not None
    return int(row[0])


def _logged(admin: Admin) -> float:
    """Bytes of the log of writes (WAL) so far."""
    row = admin.execute("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn").fetchone()
    assert row is not None
    return float(row[0])
