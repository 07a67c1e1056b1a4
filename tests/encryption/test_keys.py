"""A key in all its forms is one key: bytes, 24 words, a code, and the two halves as age writes them."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.encryption.keys import NoSecretKey, SecretKey, is_public_key, new_secret
from kiosk.encryption.words import COUNT, key_of, known_word, split, words_of

SECRETS = st.binary(min_size=32, max_size=32)
ZERO = bytes(32)


@given(SECRETS)
def test_the_words_say_the_key_and_so_does_its_code(secret: bytes) -> None:
    key = SecretKey.from_bytes(secret)
    assert key_of(words_of(secret)) == key == SecretKey.from_code(key.code)
    assert is_public_key(key.public)


def test_the_words_are_those_of_bip39() -> None:
    assert words_of(ZERO) == ["abandon"] * 23 + ["art"]
    assert words_of(b"\xff" * 32) == ["zoo"] * 23 + ["vote"]


def test_another_implementation_knows_the_same_public_half(age: str) -> None:
    for secret in (new_secret(), ZERO, b"\xff" * 32):
        key = SecretKey.from_bytes(secret)
        told = subprocess.run(
            [f"{age}-keygen", "-y"], input=key.code, capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == key.public


def test_every_secret_is_another() -> None:
    assert new_secret() != new_secret()


def test_a_secret_shows_nowhere() -> None:
    key = SecretKey.from_bytes(new_secret())
    assert key.code not in f"{key!r} {key}"


@given(SECRETS, st.sampled_from([" ", "\n", ", ", " - ", "  \t"]))
def test_words_are_understood_however_they_are_typed(secret: bytes, between: str) -> None:
    words = words_of(secret)
    typed = between.join(f"{n}. {word.upper()}" for n, word in enumerate(words, start=1))
    assert split(typed) == words
    assert key_of([word[:4] for word in words]) == SecretKey.from_bytes(secret)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zoo", "zoo"), ("aban", "abandon"), ("abandonn", None), ("ab", None), ("zzz", None), ("", None)],
)
def test_a_word_is_known_by_its_beginning_when_no_other_begins_so(typed: str, meant: str | None) -> None:
    assert known_word(typed) == meant


def test_a_word_that_is_not_in_the_list_is_told_by_its_number_and_never_quoted() -> None:
    words = words_of(new_secret())
    words[6] = "sekret"
    with pytest.raises(NoSecretKey, match=r"^Word 7 is not in the list") as refused:
        key_of(words)
    assert "sekret" not in str(refused.value)


@pytest.mark.parametrize("count", [0, 12, 23, 25])
def test_too_few_or_too_many_words_are_counted(count: int) -> None:
    with pytest.raises(NoSecretKey, match=f"There are {COUNT} words on the page, and these are {count}"):
        key_of((words_of(ZERO) * 2)[:count])


def test_words_that_do_not_go_together_are_told_in_one_sentence() -> None:
    words = words_of(ZERO)
    words[0], words[23] = words[23], words[0]
    with pytest.raises(NoSecretKey, match="do not go together"):
        key_of(words)


def test_a_code_that_was_not_read_whole_is_refused() -> None:
    code = SecretKey.from_bytes(ZERO).code
    for misread in (code[:-1], code[:-1] + ("Q" if code[-1] != "Q" else "P"), code.title(), ""):
        with pytest.raises(NoSecretKey):
            SecretKey.from_code(misread)


@pytest.mark.parametrize("text", ["", "age1qqqq", SecretKey.from_bytes(ZERO).code, "ssh-ed25519 AAAA"])
def test_what_is_no_public_half_is_told(text: str) -> None:
    assert not is_public_key(text)


def test_one_wrong_letter_in_a_public_half_is_seen() -> None:
    public = SecretKey.from_bytes(new_secret()).public
    for place in range(5, len(public)):
        other = "p" if public[place] != "p" else "q"
        assert not is_public_key(public[:place] + other + public[place + 1 :])
