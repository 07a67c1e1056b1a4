"""The order in which things are measured."""

from random import Random

from tests.benchmarks.turns import in_turn


def test_each_is_measured_once_a_round_in_changing_order_and_the_first_rounds_are_left_out() -> None:
    called: list[tuple[str, int]] = []

    def measured(name: str, given: int) -> float:
        called.append((name, given))
        return float(given)

    took = in_turn([lambda n: measured("a", n), lambda n: measured("b", n)], range(20), 5, Random(1))
    assert took == [list(map(float, range(5, 20)))] * 2
    rounds = [called[n : n + 2] for n in range(0, 40, 2)]
    assert all({name for name, _ in one} == {"a", "b"} and one[0][1] == one[1][1] for one in rounds)
    assert {one[0][0] for one in rounds} == {"a", "b"}
