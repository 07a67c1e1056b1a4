"""Every ending, however the bytes come; garbage, floods and halves do no harm."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.framing import LONGEST_FRAME, Ending, Frame, Framer

GAP = 0.08
ENDINGS = {
    Ending.AUTO: b"\r\n",
    Ending.CR: b"\r",
    Ending.LF: b"\n",
    Ending.CRLF: b"\r\n",
    Ending.TAB: b"\t",
}
ENDED = pytest.mark.parametrize(("ending", "mark"), ENDINGS.items())
DATA = st.binary(min_size=1, max_size=40).map(lambda raw: raw.translate(None, b"\0\r\n\t") or b"x")


def values(frames: list[Frame]) -> list[bytes | None]:
    return [frame.data for frame in frames]


def feed_all(framer: Framer, chunks: list[bytes]) -> list[Frame]:
    return [frame for chunk in chunks for frame in framer.feed(chunk, 1.0)]


@ENDED
def test_two_frames_come_out_whole(ending: Ending, mark: bytes) -> None:
    assert values(Framer(ending, GAP).feed(b"one" + mark + b"two" + mark, 1.0)) == [b"one", b"two"]


@ENDED
def test_two_frames_come_out_byte_by_byte(ending: Ending, mark: bytes) -> None:
    stream = b"one" + mark + b"two" + mark
    assert values(feed_all(Framer(ending, GAP), [bytes([byte]) for byte in stream])) == [b"one", b"two"]


@given(st.sampled_from(list(ENDINGS)), st.lists(DATA, max_size=8), st.data())
def test_frames_come_out_however_the_stream_is_split(
    ending: Ending, sent: list[bytes], draw: st.DataObject
) -> None:
    stream = b"".join(data + ENDINGS[ending] for data in sent)
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(stream)))))
    chunks = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert values(feed_all(Framer(ending, GAP), chunks)) == sent


@pytest.mark.parametrize("mark", [b"\r", b"\n", b"\r\n", b"\t", b"\n\r", b"\r\r\n"])
def test_auto_takes_every_ending(mark: bytes) -> None:
    assert values(Framer(Ending.AUTO, GAP).feed(b"one" + mark + b"two" + mark, 1.0)) == [b"one", b"two"]


def test_the_endings_of_others_are_data() -> None:
    assert values(Framer(Ending.CRLF, GAP).feed(b"a\rb\nc\r\r\n", 1.0)) == [b"a\rb\nc\r"]


@ENDED
def test_empty_frames_are_nothing(ending: Ending, mark: bytes) -> None:
    framer = Framer(ending, GAP)
    assert framer.feed(mark * 5, 1.0) == []
    assert framer.due is None


@ENDED
def test_nul_bytes_are_ignored(ending: Ending, mark: bytes) -> None:
    stream = b"\0one" + mark + b"\0\0t\0wo" + mark + b"\0"
    assert values(Framer(ending, GAP).feed(stream, 1.0)) == [b"one", b"two"]


def test_a_frame_tells_when_it_came_and_how_long_it_is() -> None:
    framer = Framer(Ending.CR, GAP)
    framer.feed(b"on", 1.0)
    (frame,) = framer.feed(b"e\r", 2.0)
    assert (frame.length, frame.received_at) == (3, 2.0)
    assert "one" not in repr(frame)


@pytest.mark.parametrize("ending", [Ending.AUTO, Ending.GAP])
def test_silence_ends_a_frame_without_ending(ending: Ending) -> None:
    framer = Framer(ending, GAP)
    assert framer.feed(b"one", 1.0) == []
    assert framer.due == 1.0 + GAP
    assert framer.tick(1.0 + GAP / 2) == []
    assert framer.tick(1.0 + GAP) == [Frame(b"one", 3, 1.0)]
    assert framer.tick(9.0) == []
    assert framer.due is None


def test_once_an_ending_was_seen_silence_ends_no_frame_any_more() -> None:
    framer = Framer(Ending.AUTO, GAP)
    framer.feed(b"one\r", 1.0)
    framer.tick(1.5)
    framer.feed(b"LOY-", 2.0)
    assert framer.tick(2.2) == []
    (frame,) = framer.feed(b"jack\r", 2.2)
    assert (frame.data, frame.alone) == (b"LOY-jack", True)


def test_a_scanner_that_sends_no_ending_any_more_is_understood_again() -> None:
    framer = Framer(Ending.AUTO, GAP)
    framer.feed(b"BEGIN:VCARD\r\nEND:VCARD", 1.0)
    framer.tick(1.5)
    (late,) = framer.tick(3.0)
    assert (late.data, late.alone) == (b"END:VCARD", False)
    framer.feed(b"LOY-1", 9.0)
    (frame,) = framer.tick(9.0 + GAP)
    assert (frame.data, frame.alone) == (b"LOY-1", False)
    framer.tick(12.0)
    framer.feed(b"LOY-2", 20.0)
    assert [frame.alone for frame in framer.tick(20.0 + GAP)] == [True]


def test_half_a_frame_that_two_seconds_have_ended_is_not_alone() -> None:
    framer = Framer(Ending.AUTO, GAP)
    framer.feed(b"one\r", 1.0)
    framer.tick(1.5)
    framer.feed(b"LOY-", 2.0)
    assert [(frame.data, frame.alone) for frame in framer.tick(4.0)] == [(b"LOY-", False)]


@ENDED
def test_frames_between_which_the_line_was_not_silent_are_one_burst(ending: Ending, mark: bytes) -> None:
    framer = Framer(ending, GAP)
    together = framer.feed(b"one" + mark + b"two" + mark, 1.0)
    behind = framer.feed(b"three" + mark, 1.0 + GAP / 2)
    framer.tick(1.0 + 2 * GAP)
    apart = framer.feed(b"four" + mark, 3.0)
    assert [frame.begins_burst for frame in together + behind + apart] == [True, False, False, True]
    assert [frame.alone for frame in together + behind + apart] == [False, False, False, True]


@ENDED
def test_a_frame_behind_which_another_has_begun_is_not_alone(ending: Ending, mark: bytes) -> None:
    framer = Framer(ending, GAP)
    (one,) = framer.feed(b"one" + mark + b"tw", 1.0)
    framer.tick(1.0 + GAP)
    (two,) = framer.feed(b"o" + mark, 2.0)
    assert not one.alone
    assert not two.alone


def test_a_frame_goes_on_while_bytes_come() -> None:
    framer = Framer(Ending.GAP, GAP)
    framer.feed(b"on", 1.0)
    framer.feed(b"\0", 1.05)
    framer.feed(b"e", 1.06)
    assert framer.tick(1.1) == []
    assert values(framer.tick(1.2)) == [b"one"]


@pytest.mark.parametrize("ending", [Ending.CR, Ending.LF, Ending.CRLF, Ending.TAB])
def test_half_a_frame_is_dropped_after_a_long_silence(ending: Ending) -> None:
    framer = Framer(ending, GAP)
    framer.feed(b"hal", 1.0)
    assert framer.tick(2.9) == []
    assert framer.due == 3.0
    assert framer.tick(3.0) == []
    assert values(framer.feed(b"whole" + ENDINGS[ending], 4.0)) == [b"whole"]


@ENDED
@pytest.mark.parametrize("size", [1, 1000, 1 << 20])
def test_a_flood_is_one_frame_without_data(ending: Ending, mark: bytes, size: int) -> None:
    framer = Framer(ending, GAP)
    flood = [b"9" * size] * ((1 << 20) // size if size > 1 else LONGEST_FRAME + 1)
    frames = feed_all(framer, [*flood, *(bytes([byte]) for byte in mark), b"next" + mark])
    assert frames == [Frame(None, sum(map(len, flood)), 1.0), Frame(b"next", 4, 1.0)]


@ENDED
@pytest.mark.parametrize("excess", [-1, 0, 1, 2])
def test_the_limit_is_exact(ending: Ending, mark: bytes, excess: int) -> None:
    data = b"9" * (LONGEST_FRAME + excess)
    chunks = [data, *(bytes([byte]) for byte in mark)]
    expected = Frame(data if excess <= 0 else None, len(data), 1.0)
    assert feed_all(Framer(ending, GAP), chunks) == [expected]


@pytest.mark.parametrize("ending", [Ending.AUTO, Ending.GAP])
def test_silence_ends_a_flood_too(ending: Ending) -> None:
    framer = Framer(ending, GAP)
    framer.feed(b"9" * 5000, 1.0)
    assert framer.tick(2.0) == [Frame(None, 5000, 1.0)]
    framer.feed(b"one", 3.0)
    assert values(framer.tick(4.0)) == [b"one"]


def test_memory_stays_bounded_in_a_flood() -> None:
    framer = Framer(Ending.CR, GAP)
    chunk = b"9" * 1000
    tracemalloc.start()
    feed_all(framer, [chunk] * 2000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000


@given(st.sampled_from(Ending), st.lists(st.tuples(st.binary(), st.floats(0, 5)), max_size=20))
def test_garbage_does_no_harm(ending: Ending, events: list[tuple[bytes, float]]) -> None:
    framer = Framer(ending, GAP)
    now = 0.0
    for chunk, pause in events:
        now += pause
        for frame in framer.tick(now) + framer.feed(chunk, now):
            assert frame.length > 0
            assert frame.data is not None
            assert b"\0" not in frame.data
    framer.feed(b"\r\n", now)
    framer.tick(now + 5)
    ended = framer.feed(b"good" + ENDINGS.get(ending, b""), now + 6)
    assert values(ended + framer.tick(now + 7)) == [b"good"]


@ENDED
def test_a_tick_is_due_until_the_burst_has_ended(ending: Ending, mark: bytes) -> None:
    framer = Framer(ending, GAP)
    framer.feed(b"one" + mark, 1.0)
    assert framer.due == 1.0 + GAP
    framer.tick(1.0 + GAP)
    assert framer.due is None
