"""`python tests/appliance ARCHIVES`: the kiosk, installed in a machine of its own and tried from outside."""

import sys
from argparse import ArgumentParser
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from release.targets import ARCHES, SUITES, Target
    from tests.appliance.storyboard import main

    suites = {suite.name: suite for suite in SUITES}

    parser = ArgumentParser(prog="python tests/appliance", description=__doc__)
    parser.add_argument("archives", type=Path, help="the folder into which they were released")
    parser.add_argument("--suite", choices=suites, default="trixie", help="the Debian below it")
    parser.add_argument("--arch", choices=ARCHES, default="amd64", help="its kind of processor")
    parser.add_argument(
        "--clone", action="store_true", help="install over the network from a clone, not from the release"
    )
    chosen = parser.parse_args()
    sys.exit(main(chosen.archives, Target(suites[chosen.suite], chosen.arch), chosen.clone))
