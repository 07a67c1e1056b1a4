"""What the running kiosk tells of itself is bounded, survives a restart, and never stops it."""

from pathlib import Path

from kiosk.health.vitals import SCANS, VitalsTold, read_vitals, vitals_file


def test_the_last_thousand_scans_are_kept_over_a_restart(tmp_path: Path) -> None:
    file = vitals_file(tmp_path / "kiosk.db")
    before = VitalsTold([])
    before.keep_in(file)
    for n in range(SCANS + 10):
        before.shown(n)
    before.write()
    after = VitalsTold([])
    # A scan may come before the database is open.
    after.shown(0.123)
    after.keep_in(file)
    after.shown(7)
    after.write()
    told = read_vitals(file)
    assert told is not None
    assert (len(told.milliseconds), told.milliseconds[0]) == (SCANS, 12)
    assert told.milliseconds[-2:] == (0.1, 7)


def test_each_scanner_is_told_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "told"
    vitals = VitalsTold(["/dev/one", "/dev/other"])
    vitals.keep_in(file)
    vitals.tell_scanner(0, True)
    vitals.heard(1)
    vitals.write()
    told = read_vitals(file)
    assert told is not None
    assert [(one.port, one.there, one.heard_at is None) for one in told.scanners] == [
        ("/dev/one", True, True),
        ("/dev/other", False, False),
    ]


def test_when_a_scanner_was_heard_is_known_after_a_restart_and_no_longer_at_another_port(
    tmp_path: Path,
) -> None:
    file = tmp_path / "told"
    before = VitalsTold(["/dev/one"])
    before.keep_in(file)
    before.heard(0)
    before.write()
    after, elsewhere = VitalsTold(["/dev/one"]), VitalsTold(["/dev/other"])
    heard_at = []
    for vitals in (after, elsewhere):
        vitals.keep_in(file)
        vitals.write()
        told = read_vitals(file)
        assert told is not None
        heard_at.append(told.scanners[0].heard_at)
    assert heard_at[0] is not None
    assert heard_at[1] is None


def test_before_it_knows_where_nothing_is_written_and_where_it_cannot_it_does_not_matter(
    tmp_path: Path,
) -> None:
    vitals = VitalsTold([])
    vitals.write()
    vitals.keep_in(tmp_path / "nowhere" / "told")
    vitals.write()
    assert list(tmp_path.iterdir()) == []


def test_what_is_torn_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "torn").write_text('{"pid": 1, "opened')
    assert read_vitals(tmp_path / "torn") is None
