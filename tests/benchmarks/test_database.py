"""How long a database of the benchmark is kept."""

from datetime import date, timedelta

from tests.benchmarks.database import monday_of


def test_a_database_is_the_same_from_monday_to_sunday() -> None:
    monday = date(2026, 11, 23)
    assert {monday_of(monday + timedelta(days=day)) for day in range(7)} == {monday}
    assert monday_of(monday + timedelta(days=7)) == monday + timedelta(days=7)
