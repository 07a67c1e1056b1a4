"""Measures the kiosk beside programs that can do the same, and prints the table of all figures."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from random import Random
from time import monotonic

from tests.benchmarks import runs
from tests.benchmarks.browser import app
from tests.benchmarks.parts import FULL, PARTS, TRIAL
from tests.benchmarks.programs import FOLDER
from tests.benchmarks.table import HEADINGS, cells, table


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print each figure as soon as it is known."""
    chosen = _chosen(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    if app.missing():
        print(f"The browser is left out: {app.missing()}.", flush=True)
    began, commit, figures = monotonic(), runs.commit_here(), []
    try:
        for part in chosen.parts or PARTS:
            for figure in PARTS[part](TRIAL if chosen.trial else FULL, Random(1)):
                print(" | ".join(cells(figure)), flush=True)
                figures.append(figure)
    finally:
        # What half an hour has measured is not lost when the next figure fails.
        run = runs.this_run(commit, chosen.trial, figures)
        kept = runs.keep(run)
        print(f"\n{table(HEADINGS, map(cells, figures))}\n")
        print(f"{runs.told(run)}; measured in {(monotonic() - began) / 60:.0f} minutes, kept in {kept}")


def _chosen(arguments: Sequence[str] | None) -> Namespace:
    parts = "\n".join(f"  {name:10}{part.__doc__}" for name, part in PARTS.items())
    parser = ArgumentParser(
        prog="python -m tests.benchmarks",
        description=f"{__doc__}\n\nThe parts:\n{parts}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help="measure only these")
    parser.add_argument("--trial", action="store_true", help="less of everything: not a measurement")
    chosen = parser.parse_args(arguments)
    for part in chosen.parts:
        if part not in PARTS:
            parser.error(f"there is no part “{part}”; the parts are {', '.join(PARTS)}")
    return chosen
