"""Storyboards: scan this, see that, tap this, see that."""

from datetime import timedelta

from tests.ui.counter import Counter

JACK, FRED, AMIRA = "2900000000018", "2900000000049", "2900000000087"


def test_a_scanned_card_becomes_a_greeting(counter: Counter) -> None:
    counter.sees("9:14", "Tuesday, 24 November", "Ready for the next card", "Corner Bakery · Counter 1")
    counter.scans(JACK)
    counter.sees("Jack", "say “oh-KAH-for”", "Happy birthday for last", "No nuts for Zoe", "Ask about Hawaii")
    counter.sees("First visit in 5 weeks", "Tue 9:14", "clears in 20 s")


def test_the_next_scan_takes_the_place_of_the_last(counter: Counter) -> None:
    counter.scans(JACK)
    counter.scans(FRED)
    counter.sees("Fred", "Birthday today, 65")
    counter.sees_no("Jack")


def test_a_tap_clears_the_greeting(counter: Counter) -> None:
    counter.scans(JACK)
    counter.closes()
    counter.sees("Ready for the next card")
    counter.sees_no("Jack")


def test_at_midnight_the_numbers_of_the_new_day_are_counted_at_once(counter: Counter) -> None:
    counter.sees("Tuesday, 24 November", "8 celebrate today")
    counter.now += timedelta(hours=15)
    counter.app.resting.tick()
    counter.sees("Wednesday, 25 November")
    counter.sees_no("8 celebrate today")
