"""A short form of every rig; `make endurance` does them in full."""

from pathlib import Path

import pytest

from tests.endurance.journal import journal
from tests.endurance.rig import Trial
from tests.endurance.rigs import NAMES, find


@pytest.mark.parametrize("name", NAMES)
def test_a_little_of_it_finds_nothing(name: str, tmp_path: Path) -> None:
    rig = find(name)
    if why_not := rig.missing():
        pytest.skip(why_not)
    trial = Trial(rig, seed=1, amount=rig.short, folder=tmp_path)
    with journal(trial):
        rig.run(trial)
    assert trial.done >= rig.short
    assert trial.figures
