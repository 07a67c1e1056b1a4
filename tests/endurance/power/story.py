"""What a program at work has kept, moment by moment: told by it, and looked at after each power cut."""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Moment:
    """From byte `at` of the record on, the database held what `state` stands for, by doing `what`.

    By then `forgotten` were the words that nothing may hold any more, and `newest_copy` the name of the copy
    that was confirmed last.
    """

    at: int
    what: str
    state: str
    forgotten: tuple[str, ...] = ()
    newest_copy: str = ""


@dataclass
class Telling:
    """Writes the story down, line by line: `record` is what the device writes down meanwhile."""

    database: Path
    record: Path
    story: Path
    forgotten: list[str] = field(default_factory=list)
    newest_copy: str = ""
    doing: str = "opening"

    def tell(self) -> None:
        """What is there is confirmed by now; the first that is told was there before."""
        at = os.stat(self.record).st_size if self.story.exists() else 0
        moment = Moment(at, self.doing, state_of(self.database), tuple(self.forgotten), self.newest_copy)
        with self.story.open("a") as story:
            story.write(f"{json.dumps(asdict(moment))}\n")


def read_story(story: Path) -> Sequence[Moment]:
    """All that was told."""
    told = map(json.loads, story.read_text().splitlines())
    return [
        Moment(one["at"], one["what"], one["state"], tuple(one["forgotten"]), one["newest_copy"])
        for one in told
    ]


def state_of(database: Path) -> str:
    """A short name for all that the tables of a database hold."""
    digest = sha256()
    # “rw”, since what a power cut has left half written is taken back first.
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True)) as connection:
        for line in rows_of(connection):
            digest.update(line.encode())
    return digest.hexdigest()[:16]


def rows_of(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row of every table, in one order."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        yield from sorted(repr((table, row)) for row in connection.execute(f"SELECT * FROM {table}"))
