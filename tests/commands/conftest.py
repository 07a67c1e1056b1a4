"""The command line, run as `kiosk` runs it, in a shop of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.storage.file.database import Database


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status, and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The settings of a bakery whose cards start with 29."""
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f"""
        [shop]
        name = "Corner Bakery"
        time_zone = "Europe/London"
        [database]
        url = "sqlite:///{tmp_path / "kiosk.db"}"
        [[card]]
        prefix = "29"
        length = 13
        [[card]]
        prefix = "LOY-"
        """
    )
    return file


@pytest.fixture
def kiosk(config: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def kiosk(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main([*map(str, arguments), "--config", str(config)])
        except SystemExit as end:
            status = int(str(end.code))
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return kiosk


@pytest.fixture
def refused(kiosk: Callable[..., Ran]) -> Callable[..., str]:
    """The sentence that answers a command which cannot be carried out; nothing else is printed."""

    def refused(*arguments: object) -> str:
        ran = kiosk(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith("kiosk: ")
        assert ran.err.endswith(".\n")
        assert ran.err.count("\n") == 1
        return ran.err.removeprefix("kiosk: ").strip()

    return refused


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    """A shop with Jack, his daughter and a few cards."""
    people: list[dict[str, Any]] = [
        {
            "key": "jack",
            "name": "Jack Okafor",
            "called_by": "Jack",
            "pronunciation": "oh-KAH-for",
            "cards": [{"number": "2900000000018"}, {"number": "2900000000025", "retired": "lost"}],
            "important_dates": [{"month": 11, "day": 19}],
            "notes": [
                {"kind": "always_show", "text": "No nuts for Zoe", "written_at": "2024-05-14T09:02"},
                {"text": "Zoe’s surprise", "written_at": "2026-11-20T09:00", "not_in_front_of": "zoe"},
            ],
            "relationships": [{"to": "zoe", "kind": "child"}],
            "visits": [{"at": "2026-10-17T09:05"}],
        },
        {"key": "zoe", "name": "Zoe Okafor", "called_by": "Zoe"},
        {"key": "shy", "name": "Henrik", "greet_by_name": False, "cards": [{"number": "LOY-shy"}]},
        {"key": "walter", "name": "Walter", "deceased": True, "cards": [{"number": "LOY-dead"}]},
    ]
    fill(database, *people)
    return database
