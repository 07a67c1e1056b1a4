"""The thread that may take its time."""

from threading import Event

from kiosk.worker import Worker


def test_jobs_are_done_in_order_even_behind_a_slow_one() -> None:
    worker, slow, done = Worker(), Event(), list[int]()
    worker.start()

    def wait() -> None:
        slow.wait(5)

    worker.submit(wait)
    for n in range(10):
        worker.submit(lambda n=n: done.append(n))  # type: ignore[misc]
    slow.set()
    worker.stop()
    assert done == list(range(10))


def test_a_full_queue_says_so_and_keeps_what_it_has() -> None:
    worker, done = Worker(room=2), list[int]()
    assert worker.submit(lambda: done.append(1))
    assert worker.submit(lambda: done.append(2))
    assert not worker.submit(lambda: done.append(3))
    worker.start()
    worker.stop()
    assert done == [1, 2]


def test_stopping_twice_is_no_mistake() -> None:
    worker = Worker()
    worker.start()
    worker.stop()
    worker.stop()
