"""What is said of two runs."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from tests.benchmarks import runs
from tests.benchmarks.compare import Change, changes, comparison
from tests.benchmarks.figures import Figure, Measure
from tests.benchmarks.runs import Machine, Run

SCAN = Figure(name="scan", kiosk=20, unit="ms", reference=10, against="least app", bound=2, noise=0.1)
TAP = Figure(name="tap", kiosk=30, unit="ms", reference=22, measure=Measure.MORE)
HERE = Machine(2, "a processor", "3.11.7")


def _run(*figures: Figure, machine: Machine = HERE, trial: bool = False) -> Run:
    return Run(datetime(2026, 11, 27, 9, 14, tzinfo=UTC), "1234567", trial, machine, figures)


def _verdict(old: Figure, new: Figure) -> str:
    return Change(old.name, old, new).verdict


def test_what_has_changed_by_less_than_the_noise_of_both_runs_is_no_change() -> None:
    assert _verdict(SCAN, replace(SCAN, kiosk=21.9)) == ""
    assert _verdict(SCAN, replace(SCAN, kiosk=22.1)) == "WORSE"
    assert _verdict(SCAN, replace(SCAN, kiosk=17.9)) == "better"
    assert _verdict(replace(SCAN, noise=0.3), replace(SCAN, kiosk=22.1)) == ""
    assert _verdict(SCAN, replace(SCAN, kiosk=22.1, noise=0.3)) == ""


def test_without_known_noise_a_change_of_five_percent_is_none() -> None:
    quiet = replace(SCAN, noise=0)
    assert _verdict(quiet, replace(quiet, kiosk=20.9)) == ""
    assert _verdict(quiet, replace(quiet, kiosk=21.1)) == "WORSE"


def test_a_difference_must_change_by_five_percent_of_what_the_kiosk_took() -> None:
    assert _verdict(TAP, replace(TAP, kiosk=31.4)) == ""
    assert _verdict(TAP, replace(TAP, kiosk=31.6)) == "WORSE"


def test_a_busier_machine_that_slows_both_sides_alike_makes_nothing_worse() -> None:
    assert _verdict(SCAN, replace(SCAN, kiosk=40, reference=20)) == ""


def test_a_figure_that_only_one_run_has_is_told_so() -> None:
    told = {change.name: change.verdict for change in changes(_run(SCAN), _run(TAP))}
    assert told == {"tap": "not measured before", "scan": "not measured now"}


def test_figures_of_different_kinds_are_not_compared() -> None:
    assert _verdict(SCAN, replace(SCAN, measure=Measure.MORE)) == "measured otherwise"


def test_the_comparison_tells_figure_old_new_ratio_and_what_got_worse() -> None:
    lines = comparison(_run(SCAN), _run(replace(SCAN, kiosk=30))).splitlines()
    line = next(line for line in lines if line.startswith("| scan"))
    assert [cell.strip() for cell in line.strip("|").split("|")] == [
        "scan",
        "20 ms (2.00x)",
        "30 ms (3.00x)",
        "1.50x",
        "WORSE",
    ]


@pytest.mark.parametrize(
    ("other", "caution"),
    [
        (_run(SCAN, machine=Machine(4, "another", "3.11.7")), "different machines"),
        (_run(SCAN, trial=True), "A trial"),
    ],
)
def test_runs_that_can_hardly_be_compared_come_with_a_caution(other: Run, caution: str) -> None:
    assert caution in comparison(_run(SCAN), other)
    assert caution not in comparison(_run(SCAN), _run(SCAN))


def test_a_run_is_kept_as_the_newest_and_under_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "KEPT", tmp_path / "runs")
    monkeypatch.setattr(runs, "NEWEST", tmp_path / "figures.json")
    first = replace(_run(SCAN, TAP), commit="1111111")
    kept = runs.keep(first)
    runs.keep(replace(first, commit="2222222"))
    assert runs.read(kept) == replace(first, figures=list(first.figures))
    assert runs.read(tmp_path / "figures.json").commit == "2222222"


def test_what_is_no_run_is_refused_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"measured_at": "2026-11-27T09:14:00Z"}')
    with pytest.raises(msgspec.DecodeError, match="commit"):
        runs.read(file)


def test_this_run_tells_where_and_of_what_it_was_measured() -> None:
    run = runs.this_run(runs.commit_here(), False, [SCAN])
    assert run.machine.processors >= 1
    assert run.machine.model
    assert run.machine.python.startswith("3.")
    assert run.commit
    assert run.measured_at.tzinfo is UTC
