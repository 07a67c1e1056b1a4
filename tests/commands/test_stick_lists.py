"""The process that takes a list over, from outside."""

from multiprocessing import Pipe
from pathlib import Path
from queue import Queue

import pytest

from kiosk.commands.stick_lists import StickLists
from kiosk.health.finding import State
from kiosk.settings import Database, Settings
from kiosk.ui.asking import ListTold


@pytest.fixture
def lists(tmp_path: Path) -> StickLists:
    url = f"sqlite:///{tmp_path}/kiosk.db"
    return StickLists(Settings(database=Database(url=url)), lambda call: call(), tmp_path)


def test_a_process_that_ends_without_a_word_is_told_as_that(lists: StickLists) -> None:
    mine, theirs = Pipe(duplex=False)
    theirs.close()
    told: Queue[ListTold] = Queue()
    lists._listen(mine, lambda _done, _of: None, told.put)
    (finding,) = told.get_nowait().findings
    assert finding.state is State.RED
    assert finding.says == "Reading it ended unexpectedly. Nothing was changed."


def test_a_list_that_is_gone_is_said_in_a_sentence(lists: StickLists, tmp_path: Path) -> None:
    told: Queue[ListTold] = Queue()
    lists.read(str(tmp_path / "gone.csv"), None, False, lambda _done, _of: None, told.put)
    (finding,) = told.get(timeout=60).findings
    assert finding.says == "gone.csv is not a file. Nothing was changed."


def test_progress_is_told_and_what_came_of_it(lists: StickLists, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\n" + "".join(f"Ann Quill the {n}th\n" for n in range(700)))
    steps: list[tuple[int, int]] = []
    told: Queue[ListTold] = Queue()
    lists.read(str(file), None, True, lambda done, of: steps.append((done, of)), told.put)
    assert "New: 700." in told.get(timeout=60).findings[0].says
    assert steps
    assert all(done < of for done, of in steps)
