"""`python tests/benchmarks`: measures the kiosk against the least program that can do the same."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.benchmarks.bench import main

    main()
