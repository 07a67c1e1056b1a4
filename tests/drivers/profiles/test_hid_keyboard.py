"""Keys that are pressed and let go, and the text that they are."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from drivers.connection import Layout
from drivers.contract.conversation import Conversation
from drivers.profiles import profile_named
from drivers.profiles.hid_keyboard import PROFILE, KeyboardSession, pressed, typed_by_numbers, typed_on_us
from drivers.profiles.hid_keys import ALT_GR, CAPS_LOCK, ENTER, KEYPAD_ENTER, LEFT_ALT, LEFT_SHIFT, TAB
from drivers.profiles.hid_layouts import KEYPAD_DIGITS
from drivers.reading import is_damaged
from drivers.symbology import Symbology

F1, NUM_LOCK, LEFT_CTRL, RIGHT_SHIFT = 59, 69, 29, 54
A, B, J, M, Z, Y, Q, TWO, SPACE, RIGHT_BRACKET, KEYPAD_1 = 30, 48, 36, 50, 44, 21, 16, 3, 57, 27, 79
KEYPAD = {digit: key for key, digit in KEYPAD_DIGITS.items()}
CARD = "2912345678906"
ENTERED = pressed(ENTER)


def keyboard(layout: Layout = "us") -> Conversation:
    return Conversation(replace(PROFILE, session=lambda line: KeyboardSession(replace(line, layout=layout))))


def texts(scanner: Conversation) -> Sequence[str]:
    return [text for text, _ in scanner.read]


def text_of(keys: Iterable[bytes], layout: Layout = "us") -> str:
    """What these keys and Enter are."""
    scanner = keyboard(layout)
    scanner.sends(*keys, ENTERED)
    (text,) = texts(scanner)
    return text


def change(kind: int, code: int, value: int) -> bytes:
    return struct.pack("llHHi", 0, 0, kind, code, value)


def key(code: int, value: int) -> bytes:
    return change(1, code, value)


@pytest.mark.parametrize("ending", [ENTER, KEYPAD_ENTER, TAB])
def test_enter_and_tab_end_a_scan_at_once(ending: int) -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us(CARD), pressed(ending))
    assert texts(scanner) == [CARD]


@pytest.mark.parametrize("ending", [J, M], ids="jm")
def test_so_do_line_feed_and_carriage_return_with_ctrl(ending: int) -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us(CARD), pressed(ending, LEFT_CTRL))
    assert texts(scanner) == [CARD]


def test_without_an_ending_a_silence_ends_what_has_four_characters_or_more() -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us(CARD))
    scanner.is_silent(0.09)
    assert texts(scanner) == []
    scanner.is_silent(0.02)
    assert texts(scanner) == [CARD]


def test_three_keys_and_a_silence_are_no_scan_and_stand_before_no_other() -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us("291"))
    scanner.is_silent()
    scanner.sends(typed_on_us(f"{CARD}\r"))
    assert texts(scanner) == [CARD]


def test_a_key_that_is_held_down_counts_once() -> None:
    repeated = key(A, 1) + 20 * key(A, 2) + key(A, 0)
    assert text_of([repeated, pressed(B)]) == "ab"


@pytest.mark.parametrize("shift", [LEFT_SHIFT, RIGHT_SHIFT])
def test_shift_holds_for_each_key_until_it_is_let_go(shift: int) -> None:
    held = key(shift, 1) + pressed(A) + pressed(TWO) + key(shift, 0)
    assert text_of([held, pressed(A), pressed(TWO)]) == "A@a2"


def test_caps_lock_that_a_scanner_presses_around_the_data_turns_letters_alone_over() -> None:
    data = pressed(A) + pressed(B, LEFT_SHIFT) + pressed(TWO) + pressed(TWO, LEFT_SHIFT)
    assert text_of([pressed(CAPS_LOCK), data, pressed(CAPS_LOCK), pressed(A)]) == "Ab2@a"


def test_caps_lock_that_is_pressed_after_enter_is_off_for_the_next_scan() -> None:
    scanner = keyboard()
    for _ in range(2):
        scanner.sends(pressed(CAPS_LOCK), typed_on_us("loy1\r"), pressed(CAPS_LOCK))
    assert texts(scanner) == ["LOY1", "LOY1"]


def test_caps_lock_that_stays_on_is_forgotten_by_the_next_scan() -> None:
    scanner = keyboard()
    for _ in range(2):
        scanner.sends(pressed(CAPS_LOCK), typed_on_us("loy1\r"))
        scanner.is_silent()
    assert texts(scanner) == ["LOY1", "LOY1"]


def test_every_character_of_ascii_is_typed_on_the_us_layout() -> None:
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    assert text_of([typed_on_us(ascii_text)]) == ascii_text


@pytest.mark.parametrize(
    ("layout", "keys", "text"),
    [
        ("de", pressed(Y) + pressed(Z) + pressed(12, LEFT_SHIFT) + pressed(Q, ALT_GR) + pressed(39), "zy?@ö"),
        ("de", pressed(53) + pressed(8, LEFT_SHIFT) + pressed(43) + pressed(86) + pressed(83), "-/#<,"),
        ("fr", pressed(TWO, LEFT_SHIFT) + pressed(Q) + pressed(M) + pressed(39) + pressed(TWO), "2a,mé"),
        ("es", pressed(39) + pressed(TWO, ALT_GR) + pressed(53) + pressed(12, LEFT_SHIFT), "ñ@-?"),
        ("gb", pressed(4, LEFT_SHIFT) + pressed(40, LEFT_SHIFT) + pressed(43) + pressed(5, ALT_GR), "£@#€"),
        ("us", pressed(Y) + pressed(Z) + pressed(12, LEFT_SHIFT), "yz_"),
    ],
)
def test_keys_type_what_their_layout_says(layout: Layout, keys: bytes, text: str) -> None:
    assert text_of([keys], layout) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (pressed(41) + pressed(SPACE), "^"),
        (pressed(41) + pressed(A), "â"),
        (pressed(13) + pressed(A, LEFT_SHIFT), "Á"),
        (pressed(41) + pressed(B), "^b"),
        (pressed(41) + pressed(13) + pressed(SPACE), "^´"),
        (pressed(B) + pressed(41), "b^"),
    ],
)
def test_a_dead_key_goes_onto_what_follows(keys: bytes, text: str) -> None:
    assert text_of([keys], "de") == text


@pytest.mark.parametrize("text", ["S", "Zoë", "A\x1dB", "1234"])
def test_alt_and_a_number_on_the_keypad_is_that_character(text: str) -> None:
    assert text_of([typed_by_numbers(text)]) == text


def test_enter_is_typed_by_its_number_too() -> None:
    scanner = keyboard()
    scanner.sends(typed_by_numbers(f"{CARD}\r"))
    assert texts(scanner) == [CARD]


def test_several_digits_of_the_keypad_may_be_down_at_once() -> None:
    downs = key(LEFT_ALT, 1) + key(82, 1) + key(72, 1) + key(81, 1)
    ups = key(LEFT_ALT, 0) + key(82, 0) + key(72, 0) + key(81, 0)
    assert text_of([downs + ups, pressed(KEYPAD_1)]) == "S1"


@pytest.mark.parametrize("number", ["1114112", "55296", "99999999999999999999"])
def test_a_number_that_is_no_character_is_unreadable_and_harms_nothing_after_it(number: str) -> None:
    scanner = keyboard()
    digits = b"".join(pressed(KEYPAD[digit]) for digit in number)
    scanner.sends(typed_on_us("29"), key(LEFT_ALT, 1), digits, key(LEFT_ALT, 0), ENTERED)
    scanner.sends(typed_on_us(f"{CARD}\r"))
    assert [is_damaged(frame) for frame in scanner.frames] == [True, False]


def test_function_keys_are_skipped_before_the_data_and_end_them() -> None:
    scanner = keyboard()
    scanner.sends(pressed(F1), typed_on_us(CARD))
    assert texts(scanner) == []
    scanner.sends(pressed(F1))
    assert texts(scanner) == [CARD]
    scanner.sends(pressed(F1), typed_on_us(f"{CARD}\r"), pressed(F1))
    assert texts(scanner) == [CARD, CARD]


def test_num_lock_is_no_function_key() -> None:
    assert text_of([pressed(A), pressed(NUM_LOCK), pressed(B)]) == "ab"


@pytest.mark.parametrize(
    "keys", [pressed(A, ALT_GR), pressed(A, LEFT_ALT), pressed(TWO, LEFT_CTRL)], ids=["AltGr", "Alt", "Ctrl"]
)
def test_a_key_of_which_nobody_knows_what_it_types_makes_the_scan_unreadable(keys: bytes) -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us("2912"), keys, typed_on_us("345\r"))
    assert [is_damaged(frame) for frame in scanner.frames] == [True]


def test_group_separators_come_with_ctrl() -> None:
    assert text_of([pressed(A), pressed(RIGHT_BRACKET, LEFT_CTRL), pressed(B)]) == "a\x1db"


def test_keys_that_the_kernel_had_to_drop_make_the_scan_unreadable_and_hold_no_shift() -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us("29"), key(LEFT_SHIFT, 1), change(0, 3, 0), typed_on_us("45\r"))
    scanner.sends(typed_on_us("2a\r"))
    assert [is_damaged(frame) for frame in scanner.frames] == [True, False]
    assert texts(scanner)[-1] == "2a"


def test_a_key_that_was_not_down_when_it_is_let_go_shows_that_shift_may_be_up() -> None:
    assert text_of([key(LEFT_SHIFT, 1), key(A, 0), pressed(B)]) == "b"


def test_shift_that_nobody_let_go_is_up_after_a_silence() -> None:
    scanner = keyboard()
    scanner.sends(key(LEFT_SHIFT, 1))
    scanner.is_silent()
    scanner.sends(typed_on_us("loy1\r"))
    assert texts(scanner) == ["loy1"]


def test_other_events_of_the_device_mean_nothing() -> None:
    assert text_of([change(4, 4, 0x70004), change(17, 1, 1), pressed(A), change(2, 0, 5), pressed(B)]) == "ab"


def test_what_is_read_before_the_data_tells_the_kind_of_bar_code() -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us("]E05901234123457\r"))
    assert scanner.read == [("5901234123457", Symbology.EAN13)]


def test_lines_between_which_there_was_no_silence_are_one_burst() -> None:
    scanner = keyboard()
    scanner.sends(typed_on_us("one\rtwo\r"))
    scanner.is_silent()
    scanner.sends(typed_on_us("three\r"))
    assert [frame.begins_burst for frame in scanner.frames] == [True, False, True]


def test_a_till_gets_its_text_and_not_its_keys() -> None:
    assert not profile_named("hid-keyboard").sends_lines
