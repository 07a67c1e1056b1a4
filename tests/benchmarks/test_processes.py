"""What is counted as a program's own."""

import os
import subprocess
import sys
from time import monotonic

from tests.benchmarks.processes import memory, processor_seconds, started_by

ORPHAN = """
import subprocess, sys
print(subprocess.check_output(["sh", "-c", "sleep 60 >/dev/null & echo $!"], text=True), flush=True)
sys.stdin.read()
"""


def test_a_process_whose_parent_has_ended_still_counts_as_the_programs() -> None:
    command = [sys.executable, "-c", ORPHAN]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        assert program.stdout is not None
        orphan = int(program.stdout.readline())
        try:
            assert set(started_by(program.pid)) == {program.pid, orphan}
        finally:
            os.kill(orphan, 9)
            program.kill()


def test_memory_that_was_written_to_is_private_and_dirty() -> None:
    before = memory([os.getpid()])
    written = bytearray(os.urandom(1)) * (32 * 1024 * 1024)
    after = memory([os.getpid()])
    assert len(written) == 32 * 1024 * 1024
    assert after.private_dirty - before.private_dirty > 30
    assert after.rss >= after.pss >= after.private_dirty > 0


def test_the_processor_time_of_a_process_is_what_its_threads_have_run() -> None:
    began, used = monotonic(), processor_seconds([os.getpid()])
    while processor_seconds([os.getpid()]) == used:
        assert monotonic() < began + 10
    assert processor_seconds([os.getpid(), os.getpid()]) > 1.5 * processor_seconds([os.getpid()])
