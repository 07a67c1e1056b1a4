"""Scans on their way to the desk: bounded, in order, and the newest of too many."""

from drivers import Scan
from kiosk.people.greeting.outcomes import Outcome
from kiosk.scan_queue import Heard, ScanQueue

Greeted = list[tuple[str, bool]]


def queue(room: int) -> tuple[ScanQueue, Greeted]:
    """A queue, and what has been handed on by it: the numbers, and whether older ones were dropped."""
    greeted: Greeted = []
    return ScanQueue(lambda heard, dropped: greeted.append((heard.scan.number, dropped)), room), greeted  # type: ignore[union-attr]


def scan(number: int) -> Heard:
    return Heard(Scan(str(number), None, 0.0))


def test_the_next_scan_is_handed_on_when_the_one_before_has_been_shown() -> None:
    scans, greeted = queue(room=8)
    for number in (1, 2, 3):
        scans.put(scan(number))
    assert greeted == [("1", False)]
    scans.finish()
    assert greeted == [("1", False), ("2", False)]
    scans.finish()
    scans.finish()
    scans.put(scan(4))
    assert greeted == [("1", False), ("2", False), ("3", False), ("4", False)]


def test_of_too_many_the_newest_stay_and_that_some_were_dropped_is_told_once() -> None:
    scans, greeted = queue(room=2)
    for number in range(1, 1001):
        scans.put(scan(number))
    for _ in range(1000):
        scans.finish()
    assert greeted == [("1", False), ("999", False), ("1000", True)]


def test_after_too_many_everything_is_as_before() -> None:
    scans, greeted = queue(room=1)
    for number in (1, 2, 3):
        scans.put(scan(number))
    scans.finish()
    scans.finish()
    scans.put(scan(4))
    assert greeted[-1] == ("4", False)


def test_whoever_waits_for_a_scan_that_was_dropped_hears_of_it() -> None:
    scans, answers = queue(room=1)[0], list[Outcome | None]()
    for number in (1, 2, 3):
        scans.put(Heard(Scan(str(number), None, 0.0), answers.append))
    assert answers == [None]
