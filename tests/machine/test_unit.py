"""Which of the two units the kiosk runs in."""

from pathlib import Path

from kiosk.machine.unit import unit


def test_it_is_the_one_that_was_enabled(tmp_path: Path) -> None:
    assert unit(tmp_path) == "greeting-kiosk"
    wanted = tmp_path / "etc/systemd/system/multi-user.target.wants"
    wanted.mkdir(parents=True)
    (wanted / "greeting-kiosk-cage.service").touch()
    assert unit(tmp_path) == "greeting-kiosk-cage"
