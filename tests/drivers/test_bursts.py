"""What several frames of one burst show: documents of many lines, payment numbers in parts, two cards."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.bursts import BurstReader
from drivers.card_pattern import CardPattern
from drivers.framing import Ending, Framer
from drivers.payment_guard import is_payment_card
from drivers.scanner import Reason, Refusal, Scan
from tests.drivers.test_framing import ENDINGS, GAP

Read = Scan | Refusal
SECRET_KEY = b"AGE-SECRET-KEY-1" + b"7Q0X89L3J5" * 5 + b"OKAFORQP"
"""As long as one, and nobody's: O is none of its letters."""

VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Okafor;Jack\r\nTEL:+44 20 7946 0000\r\nEND:VCARD"
DOCUMENTS = {
    "vCard": VCARD,
    "vCard with LF": VCARD.replace(b"\r\n", b"\n"),
    "MECARD": b"MECARD:N:Okafor,Jack;TEL:02079460000;;",
    "driving licence": b"@\n\x1e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\n",
    "passport": b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "identity card": b"I<UTOD231458907<<<<<<<<<<<<<<<\r\n7408122F1204159UTO<<<<<<<<<<<6\r\nERIKSSON<<ANNA",
    "secret key": SECRET_KEY,
    "boarding pass": b"M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100",
}
NUMBERS = st.from_regex(r"LOY-[a-z]{1,8}|29000000000(18|25|32)|4111|1111|[0-9]{1,8}", fullmatch=True)


class Line:
    """A line with a scanner on it, and what was read from it; time goes on only where it is told to."""

    def __init__(self, ending: Ending = Ending.AUTO, own: tuple[CardPattern, ...] = ()) -> None:
        self._framer, self._reader = Framer(ending, GAP), BurstReader(own)
        self._now = 1.0
        self.read: list[Read] = []

    def sends(self, *chunks: bytes) -> "Line":
        for chunk in chunks:
            self._take(chunk)
        return self

    def rests(self, seconds: float = 5.0) -> "Line":
        """The line is silent, and is asked only when that is due, as a real one."""
        ends = self._now + seconds
        while (due := self._framer.due) is not None and due <= ends:
            self._now = max(self._now, due)
            self._take(b"")
        self._now = ends
        return self

    def _take(self, chunk: bytes) -> None:
        frames = self._framer.feed(chunk, self._now) if chunk else self._framer.tick(self._now)
        self.read += [read for frame in frames if (read := self._reader.read(frame)) is not None]

    @property
    def told(self) -> list[str]:
        """The numbers and the reasons, in order."""
        return [read.number if isinstance(read, Scan) else read.reason for read in self.read]

    @property
    def may_be_kept(self) -> str | None:
        """The number that could become somebody's card now: the last one, when it came alone."""
        last = self.read[-1] if self.read else None
        return last.number if isinstance(last, Scan) and last.alone else None


def split(stream: bytes, cuts: list[int]) -> list[bytes]:
    return [stream[start:end] for start, end in pairwise(sorted({0, len(stream), *cuts})) if start < end]


@pytest.mark.parametrize("ending", Ending)
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
@pytest.mark.parametrize("identifier", [b"", b"]Q1", b"\x02"])
@settings(max_examples=15)
@given(cuts=st.lists(st.integers(0, 150), max_size=8))
def test_a_personal_document_is_one_refusal_however_its_lines_come(
    ending: Ending, document: bytes, identifier: bytes, cuts: list[int]
) -> None:
    line = Line(ending)
    line.sends(*split(identifier + document + ENDINGS.get(ending, b""), cuts)).rests()
    assert line.told == [Reason.SECRET_KEY if document is SECRET_KEY else Reason.PERSONAL_DOCUMENT]
    assert "okafor" not in repr(line.read).lower()


@pytest.mark.parametrize("ending", Ending)
def test_the_next_card_is_read_after_a_document(ending: Ending) -> None:
    mark = ENDINGS.get(ending, b"")
    line = Line(ending).sends(VCARD + mark).rests().sends(b"LOY-1" + mark).rests()
    assert line.told == [Reason.PERSONAL_DOCUMENT, "LOY-1"]
    assert line.may_be_kept == "LOY-1"


@pytest.mark.parametrize("cut", range(1, len(SECRET_KEY)))
def test_a_secret_key_that_stops_amid_its_letters_leaves_nothing_to_keep(cut: int) -> None:
    line = Line(Ending.GAP).sends(SECRET_KEY[:cut]).rests(3 * GAP).sends(SECRET_KEY[cut:]).rests()
    assert line.told[-1] is Reason.SECRET_KEY
    assert all("AGE-SECRET-KEY-".startswith(part) for part in line.told[:-1])


def test_the_next_card_is_read_right_after_a_secret_key() -> None:
    line = Line().sends(SECRET_KEY + b"\r").sends(b"LOY-1\r")
    assert line.told == [Reason.SECRET_KEY, "LOY-1"]


def test_no_line_of_a_code_of_several_lines_can_be_kept() -> None:
    text = b"Ask for Jack\r\nat the corner\r\nLOY-1\r\n"
    for chunks in ([text], [text[:14], text[14:]], [bytes([byte]) for byte in text]):
        line = Line().sends(*chunks).rests()
        assert line.told == ["Ask for Jack", "at the corner", "LOY-1"]
        assert line.may_be_kept is None


@given(st.sampled_from(list(ENDINGS)), st.lists(NUMBERS, min_size=1, max_size=5), st.data())
def test_a_burst_is_read_as_the_same_however_it_is_split(
    ending: Ending, numbers: list[str], draw: st.DataObject
) -> None:
    stream = b"".join(number.encode() + ENDINGS[ending] for number in numbers)
    cuts = draw.draw(st.lists(st.integers(0, len(stream))))
    whole, in_parts = Line(ending).sends(stream), Line(ending).sends(*split(stream, cuts))
    assert in_parts.told == whole.told
    assert in_parts.may_be_kept == whole.may_be_kept == (whole.told[0] if len(set(numbers)) == 1 else None)


def test_two_cards_in_one_burst_stay_two_and_are_no_new_cards() -> None:
    line = Line().sends(b"LOY-1\rLOY-2\r")
    assert line.told == ["LOY-1", "LOY-2"]
    assert [read.alone for read in line.read if isinstance(read, Scan)] == [False, False]


@pytest.mark.parametrize("chunks", [[b"LOY-1\rLOY-1\r"], [b"LOY-1\r", b"LOY-1\r"]])
def test_the_same_card_once_more_is_no_other_code(chunks: list[bytes]) -> None:
    line = Line().sends(*chunks)
    assert line.told == ["LOY-1", "LOY-1"]
    assert line.may_be_kept == "LOY-1"
    assert line.sends(b"LOY-2\r").may_be_kept is None
    assert line.sends(b"LOY-1\r").may_be_kept is None


def test_a_card_right_behind_the_end_of_a_vcard_is_read() -> None:
    for vcard in (VCARD, VCARD.replace(b"\r\n", b"\n"), b"MECARD:N:Okafor;;"):
        line = Line().sends(vcard + b"\rLOY-1\r")
        assert line.told == [Reason.PERSONAL_DOCUMENT, "LOY-1"]
        assert line.may_be_kept is None


def test_after_a_silence_a_card_is_alone_again() -> None:
    line = Line().sends(b"LOY-1\r").rests(GAP).sends(b"LOY-2\r")
    assert line.may_be_kept == "LOY-2"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "parts",
    [
        ("41111111", "11111111"),
        ("4111", "1111", "1111", "1111"),
        ("411111111111111", "1"),
        ("CARD 4", "111111111111111"),
    ],
)
def test_a_payment_card_in_parts_is_refused_and_nothing_of_it_can_be_kept(
    ending: Ending, parts: tuple[str, ...]
) -> None:
    sent = [part.encode() + ENDINGS[ending] for part in parts]
    for line in (Line(ending).sends(*sent), Line(ending).sends(b"".join(sent))):
        assert line.told[-1] is Reason.PAYMENT_CARD
        assert line.may_be_kept is None


@pytest.mark.parametrize("ending", [Ending.AUTO, Ending.GAP])
def test_a_payment_card_in_two_halves_is_refused_where_silence_ends_them(ending: Ending) -> None:
    line = Line(ending).sends(b"41111111").rests(0.3).sends(b"11111111").rests(0.3)
    assert line.told == ["41111111", Reason.PAYMENT_CARD]
    assert line.may_be_kept is None


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_halves_are_parts_for_two_seconds(ending: Ending) -> None:
    mark = ENDINGS[ending]
    line = Line(ending).sends(b"41111111" + mark).rests(1.5).sends(b"11111111" + mark)
    assert line.told == ["41111111", Reason.PAYMENT_CARD]
    line = Line(ending).sends(b"41111111" + mark).rests(3).sends(b"11111111" + mark)
    assert line.told == ["41111111", "11111111"]


def test_a_card_that_is_scanned_twice_is_not_in_two_parts() -> None:
    assert is_payment_card(2 * "40000007")
    assert Line().sends(b"40000007\r").rests(1).sends(b"40000007\r").told == ["40000007"] * 2


def test_two_halves_that_a_silence_cut_cannot_be_kept() -> None:
    line = Line().sends(b"LOY-").rests(0.2).sends(b"jack\r").rests(0.2)
    assert line.told == ["LOY-", "jack"]
    assert line.may_be_kept is None


def test_cards_of_the_shop_are_no_parts_of_a_payment_card() -> None:
    own = (CardPattern("411", 8), CardPattern("111", 8))
    assert Line(own=own).sends(b"41111111\r11111111\r").told == ["41111111", "11111111"]


def test_an_etx_behind_the_ending_is_nothing() -> None:
    line = Line(Ending.CR).sends(b"\x02LOY-1\r\x03").rests(0.2).sends(b"\x02LOY-2\r\x03")
    assert line.told == ["LOY-1", "LOY-2"]
    assert line.may_be_kept == "LOY-2"
    assert Line().sends(b"\x02LOY-1\r\x03").rests().told == ["LOY-1"]
