"""A card that takes 50 ms for every sync: nobody waits for it to be greeted."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.replay import PretendScanner

JACK, FRED, AMIRA = "2900000000018", "2900000000049", "2900000000087"


@pytest.fixture(scope="session")
def slow_sync(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that takes the place of the C library's fsync and fdatasync."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no C compiler here")
    library = tmp_path_factory.mktemp("slow") / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.fixture
def journal(
    slow_sync: Path, scanner: PretendScanner, database_file: Path, tmp_path: Path
) -> Iterator[Iterator[str]]:
    """The lines of a kiosk at work on such a card, and of the syncs of its data, as they come."""
    config = tmp_path / "kiosk.toml"
    config.write_text(
        f'[database]\nurl = "sqlite:///{database_file}"\n[[scanner]]\nport = "{scanner.port}"\n'
        "[display]\nwidth = 800\nheight = 480\nfullscreen = false\n"
    )
    surroundings = {**os.environ, "SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "--config", config, "run"],
        env={**surroundings, "LD_PRELOAD": str(slow_sync)},
        stderr=subprocess.PIPE,
        text=True,
    ) as kiosk:
        assert kiosk.stderr is not None
        assert any("scanner ready" in line for line in kiosk.stderr)
        yield (line for line in kiosk.stderr if str(database_file) in line or " scan " in line)
        kiosk.kill()


def test_the_greeting_is_shown_before_the_visit_is_written(
    journal: Iterator[str], scanner: PretendScanner
) -> None:
    for number in (JACK, FRED, AMIRA):
        scanner.scan(number)
        assert " scan welcome " in next(journal)
        written = [Path(next(journal).strip()).name for _ in range(3)]
        assert written == ["kiosk.db-journal", "kiosk.db-journal", "kiosk.db"]
