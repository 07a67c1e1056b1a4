"""Several counters and their hub, with all that can go wrong between them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.endurance.rig import Rig, Trial
from tests.postgres import is_missing, running_postgres
from tests.sync.shops import live

_DEEDS = 100


def run(trial: Trial) -> None:
    """A step is a shop of three counters, for a hundred deeds."""
    faults = 0
    with running_postgres() as postgres:
        for _ in trial.steps():
            with TemporaryDirectory(dir=trial.folder) as folder:
                faults += live(postgres, Path(folder), trial.chance(), _DEEDS, has_faults=True)
    trial.figures["faults"] = f"{faults:,}"


RIG = Rig("shops", amount=1_000, short=1, run=run, missing=is_missing)
