"""The backlight, in a folder shaped like Linux's /sys/class/backlight."""

import logging
from pathlib import Path

import pytest

from kiosk.machine.backlight import find_backlight


def make_backlight(folder: Path, name: str, steps: str = "31\n") -> Path:
    """A backlight as a display's driver shows it; returns the file of its brightness."""
    (folder / name).mkdir(parents=True)
    (folder / name / "max_brightness").write_text(steps)
    (folder / name / "brightness").write_text("31\n")
    return folder / name / "brightness"


@pytest.mark.parametrize(("part", "step"), [(1, "31"), (0.3, "9"), (0.05, "2"), (0.001, "1"), (0, "1")])
def test_a_part_of_full_brightness_is_a_step_that_is_never_dark(
    part: float, step: str, tmp_path: Path
) -> None:
    brightness = make_backlight(tmp_path, "10-0045")
    assert find_backlight(tmp_path)(part)
    assert brightness.read_text() == step


def test_without_a_backlight_nothing_can_be_set(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert not find_backlight(tmp_path)(1)
    assert not find_backlight(tmp_path / "none")(1)
    assert not caplog.records


def test_one_that_cannot_be_used_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = make_backlight(tmp_path, "a", steps="many\n")
    (tmp_path / "b").mkdir()
    good = make_backlight(tmp_path, "c")
    assert find_backlight(tmp_path)(0.3)
    assert (broken.read_text(), good.read_text()) == ("31\n", "9")
    assert [record.getMessage() for record in caplog.records] == [
        "the backlight a does not say how many steps it has",
        "this account may not set the backlight b",
    ]


def test_a_backlight_that_fails_is_told_to_the_journal_once_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    brightness = make_backlight(tmp_path, "10-0045")
    shine = find_backlight(tmp_path)
    brightness.rename(tmp_path / "unplugged")
    brightness.mkdir()
    with caplog.at_level(logging.WARNING):
        assert (shine(0.3), shine(1)) == (False, False)
    assert [record.getMessage() for record in caplog.records] == [
        "the backlight cannot be set: Is a directory"
    ]
    brightness.rmdir()
    assert shine(0.3)
