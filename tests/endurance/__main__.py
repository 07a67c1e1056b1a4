"""`python tests/endurance [RIG …]`: the kiosk, tried harder than a shop ever will."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.endurance.rigs import NAMES
    from tests.endurance.running import Order, run, table

    parser = ArgumentParser(prog="python tests/endurance", description=__doc__)
    parser.add_argument("rigs", nargs="*", choices=[*NAMES, []], help="all of them where none is named")
    parser.add_argument("--amount", type=int, help="how much, of what the rig counts")
    parser.add_argument("--seed", type=int, default=int(time()), help="the same seed does the same again")
    parser.add_argument("--first", type=int, default=0, help="the number of the step to begin with")
    chosen = parser.parse_args()
    order = Order(chosen.seed, chosen.amount, chosen.first)
    ran = [result for name in chosen.rigs or NAMES if (result := run(name, order)) is not None]
    print(f"\n{table(ran)}")
    sys.exit(any(result["failure"] for result in ran))
