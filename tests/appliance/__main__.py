"""`python tests/appliance ARCHIVES`: the release, in a machine of its own and tried from outside."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.appliance.storyboard import main

    sys.exit(main(Path(sys.argv[1])))
