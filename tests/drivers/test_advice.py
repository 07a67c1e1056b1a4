"""Which setting is named for what a scanner sends, and that nobody's number can be read from it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.advice import advice
from drivers.masking import masked


@pytest.mark.parametrize(
    ("sent", "lines"),
    [
        (b"2912345678906", []),
        (b"\x022912345678906\x03", []),
        (b"]E02912345678906", []),
        (b"LOY-000123", []),
        (b"^2912345678906", ['prefix = "^"']),
        (b"<LOY-1>", ['prefix = "<"', 'suffix = ">"']),
        (b'"LOY-1\\', ['prefix = "\\""', 'suffix = "\\\\"']),
        (b"d2912345678906", ['code_id = "honeywell"', 'code_id = "grow"']),
        (b"A2912345678906", ['code_id = "symbol"']),
        (b"400638133393", ['check_digit = "missing"']),
        (b"04252614", ['upc_e = "expand"']),
        (b"https://shop.example/c/LOY123", ['[[card]] template = "https://shop.example/c/{number}"']),
        (b"https://shop.example/4711/LOY123", []),
        (b"", []),
    ],
)
def test_a_setting_is_named_where_one_is_needed(sent: bytes, lines: list[str]) -> None:
    assert advice(sent) == lines


@given(st.binary(max_size=60))
def test_no_digit_that_was_scanned_is_ever_shown(sent: bytes) -> None:
    told = "".join(advice(sent))
    assert not any(char.isdigit() for char in told.replace('prefix = "', ""))


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (b"\x02]E02912345678906\x03\r\n", "<STX>]A##############<ETX><CR><LF>"),
        (b"^LOY-77", "^AAA-##"),
        ("ß٣".encode(), "a#"),
        (b"\xff\x00", "<FF><NUL>"),
    ],
)
def test_what_was_sent_is_shown_with_its_digits_masked(sent: bytes, shown: str) -> None:
    assert masked(sent) == shown


@given(st.binary(max_size=60))
def test_nothing_of_a_number_is_left_in_what_is_shown(sent: bytes) -> None:
    without_names = re.sub("<[^<>]*>", "", masked(sent))
    assert not any(char.isdigit() for char in without_names)
